import { TextInput } from '@mantine/core';
import { economyOf } from '@shared/domain/group-life/economy.rules';
import { whatIf } from '@shared/domain/group-life/worth.rules';
import { useState } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { Card } from '@/ui/card';
import { fateMessages } from '../fate/fate.messages';
import { readNumber } from '../read-number';
import { adviceFor, type GroupWorth, ratioText } from '../use-worth';
import { worthMessages } from '../worth.messages';
import classes from '../worth.module.css';

const MOST_HOURS = 100_000;
const MOST_YUAN = 100_000_000;

/** The same reckoning with other hours and sales. */
export function WhatIfCard({ whole }: { whole: GroupWorth }) {
  const t = useMessages(worthMessages);
  const fates = useMessages(fateMessages);
  const format = useFormat();
  const [hours, setHours] = useState('');
  const [gmv, setGmv] = useState('');
  const { worth, settings, group, advice } = whole;
  const hoursRead = readNumber(hours, -MOST_HOURS, MOST_HOURS);
  const gmvRead = readNumber(gmv, -MOST_YUAN, MOST_YUAN);
  const isAsked = hoursRead.kind === 'number' || gmvRead.kind === 'number';
  const more = {
    hours: hoursRead.kind === 'number' ? hoursRead.value : 0,
    gmvFen: gmvRead.kind === 'number' ? Math.round(gmvRead.value * 100) : 0,
  };
  const economy = economyOf(whatIf(worth.figures, more), settings.economy, group.classId);
  const { fate } = adviceFor({ ...worth, economy }, group, settings);
  const problem = (kind: string) => (kind === 'bad' ? t('whatIfBad') : undefined);
  return (
    <Card title={t('whatIf')}>
      <p className={classes.quiet}>{t('whatIfLead')}</p>
      <div className={classes.row}>
        <TextInput
          size="xs"
          w={190}
          inputMode="decimal"
          label={t('moreHours')}
          data-testid="what-if-hours"
          value={hours}
          error={problem(hoursRead.kind)}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={190}
          inputMode="decimal"
          label={t('moreGmv')}
          data-testid="what-if-gmv"
          value={gmv}
          error={problem(gmvRead.kind)}
          onChange={(event) => setGmv(event.currentTarget.value)}
        />
      </div>
      <p className={classes.quiet} data-testid="what-if" data-fate={isAsked ? fate : advice.fate}>
        {isAsked
          ? t('whatIfResult', {
              input: format.money(economy.inputFen),
              earned:
                economy.earnedFen === undefined ? t('noData') : format.money(economy.earnedFen),
              roi: economy.roi === undefined ? t('roiUnknown') : ratioText(economy.roi),
              fate: fates(`fate.${fate}`),
            })
          : t('whatIfSame', { fate: fates(`fate.${advice.fate}`) })}
      </p>
    </Card>
  );
}
