import { Button, TextInput } from '@mantine/core';
import type { GroupLifeSettings } from '@shared/domain/group-life/life-settings.schema';
import { type FormEvent, useState } from 'react';
import { showDone, showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { execute } from '@/db/client';
import { saveLifeSettings } from '@/features/group-life';
import { type NumberField, readNumber } from '../read-number';
import { worthMessages } from '../worth.messages';
import classes from '../worth.module.css';

type RatesFormProps = {
  settings: GroupLifeSettings['economy'];
  classId: string | undefined;
};

const MOST_YUAN = 100_000;
const shown = (value: number | undefined, times: number) =>
  value === undefined ? '' : String(Math.round(value * times * 100) / 100);

/** What an hour costs and what is left of sales: where they are missing, here they are typed. */
export function RatesForm({ settings, classId }: RatesFormProps) {
  const t = useMessages(worthMessages);
  const own = classId === undefined ? undefined : settings.classMarginRates[classId];
  const [rate, setRate] = useState(shown(settings.hourRateFen, 0.01));
  const [margin, setMargin] = useState(shown(settings.marginRate, 100));
  const [classMargin, setClassMargin] = useState(shown(own, 100));
  const rateRead = readNumber(rate, 0, MOST_YUAN);
  const marginRead = readNumber(margin, 0, 100);
  const classRead = readNumber(classMargin, 0, 100);
  const isBad = [rateRead, marginRead, classRead].some(({ kind }) => kind === 'bad');
  const problem = ({ kind }: NumberField, text: string) => (kind === 'bad' ? text : undefined);
  async function save(event: FormEvent) {
    event.preventDefault();
    if (isBad) return;
    const { hourRateFen: _, marginRate: __, classMarginRates, ...rest } = settings;
    const { [classId ?? '']: ___, ...otherClasses } = classMarginRates;
    try {
      await execute(saveLifeSettings, {
        economy: {
          ...rest,
          ...(rateRead.kind === 'number' && { hourRateFen: Math.round(rateRead.value * 100) }),
          ...(marginRead.kind === 'number' && { marginRate: marginRead.value / 100 }),
          classMarginRates: {
            ...otherClasses,
            ...(classId !== undefined &&
              classRead.kind === 'number' && { [classId]: classRead.value / 100 }),
          },
        },
      });
      showDone(t('ratesSaved'), { undo: true });
    } catch (error) {
      showProblem(error);
    }
  }
  return (
    <form
      className={classes.rates}
      noValidate
      data-testid="rates-form"
      onSubmit={(event) => void save(event)}
    >
      <div className={classes.rateRow}>
        <TextInput
          size="xs"
          w={150}
          inputMode="decimal"
          label={t('hourRate')}
          data-testid="rate-hour"
          value={rate}
          error={problem(rateRead, t('rateBad'))}
          onChange={(event) => setRate(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          w={130}
          inputMode="decimal"
          label={t('marginRate')}
          data-testid="rate-margin"
          value={margin}
          error={problem(marginRead, t('marginBad'))}
          onChange={(event) => setMargin(event.currentTarget.value)}
        />
        {classId !== undefined && (
          <TextInput
            size="xs"
            w={170}
            inputMode="decimal"
            label={t('marginClass')}
            placeholder={t('marginSame')}
            data-testid="rate-margin-class"
            value={classMargin}
            error={problem(classRead, t('marginBad'))}
            onChange={(event) => setClassMargin(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="xs" variant="default" data-testid="rates-save" disabled={isBad}>
          {t('saveRates')}
        </Button>
      </div>
      <p className={classes.quiet}>{t('ratesNote')}</p>
    </form>
  );
}
