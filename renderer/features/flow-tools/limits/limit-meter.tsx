import { ActionIcon, Autocomplete, Button, Progress } from '@mantine/core';
import { limitStanding } from '@shared/domain/limits/limit-use.rules';
import type { LimitKey } from '@shared/domain/limits/limit-use.schema';
import type { PlatformLimit } from '@shared/domain/limits/platform-limits';
import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useToday } from '@/app/use-today';
import { execute } from '@/db/client';
import { Why } from '@/ui/why';
import { CountField } from '../counts/count-field';
import classes from '../flow-tools.module.css';
import { countLimitUse } from '../limits.commands';
import { LimitDialog } from './limit-dialog';
import { limitsMessages } from './limits.messages';
import { useLimitUses, usePlatformLimits } from './use-limits';

const STEPS = [1, 10] as const;
const TONES = { free: 'teal', near: 'yellow', reached: 'red', over: 'red' } as const;

/** How much of a platform's daily limit is used today, by account, counted with a click. */
export function LimitMeter({ limit }: { limit: LimitKey }) {
  const limits = usePlatformLimits();
  return limits ? <Meter limit={limits[limit]} /> : null;
}

function Meter({ limit }: { limit: PlatformLimit }) {
  const t = useMessages(limitsMessages);
  const format = useFormat();
  const today = useToday();
  const [account, setAccount] = useState('');
  const [isEditing, setEditing] = useState(false);
  const uses = useLimitUses(limit.key, today, account.trim());
  if (!uses) return null;
  const { count, accounts } = uses;
  const standing = limitStanding(count, limit.perDay);
  const at = { limit: limit.key, day: today, account };
  const add = (more: number) => execute(countLimitUse, { ...at, add: more }).catch(showProblem);
  const left = Math.max(0, limit.perDay - count);
  const figures = {
    used: format.count(count),
    limit: format.count(limit.perDay),
    left: format.count(left),
    over: format.count(count - limit.perDay),
  };
  return (
    <div className={classes.part} data-testid={`limit-${limit.key}`} data-standing={standing}>
      <div className={classes.headingRow}>
        <h4 className={classes.heading}>{t(`name.${limit.key}`)}</h4>
        <div className={classes.cell}>
          <Autocomplete
            size="xs"
            w={132}
            maxLength={60}
            aria-label={t('account')}
            placeholder={t('accountHint')}
            data={accounts}
            value={account}
            onChange={setAccount}
          />
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label={t('editLimit')}
            onClick={() => setEditing(true)}
          >
            <IconAdjustments size={14} />
          </ActionIcon>
        </div>
      </div>
      <div className={classes.line}>
        <CountField
          label={t(`name.${limit.key}`)}
          testId="limit-count"
          width={64}
          value={count}
          onSave={(typed) => execute(countLimitUse, { ...at, count: typed ?? 0 })}
        />
        <span className={classes.number}>{t('ofLimit', figures)}</span>
        {STEPS.map((step) => (
          <Button
            key={step}
            size="compact-xs"
            variant="default"
            data-testid={`limit-add-${step}`}
            onClick={() => void add(step)}
          >
            +{step}
          </Button>
        ))}
      </div>
      <Progress
        size="sm"
        color={TONES[standing]}
        value={Math.min(100, (count / limit.perDay) * 100)}
        aria-label={t('ofLimit', figures)}
      />
      <div className={classes.line}>
        <span
          role="status"
          className={
            standing === 'free'
              ? classes.quiet
              : standing === 'near'
                ? classes.doubt
                : classes.wrong
          }
        >
          {t(`standing.${standing}`, figures)}
        </span>
        <Why word={t('why')}>
          {t(limit.isOwn ? 'sourceOwn' : `source.${limit.key}`, { source: limit.source ?? '—' })}{' '}
          {t(limit.isEstimate ? 'asOfEstimate' : 'asOf', { day: format.fullDay(limit.asOf) })}
        </Why>
        {limit.isEstimate && <span className={classes.quiet}>{t('isEstimate')}</span>}
      </div>
      {isEditing && <LimitDialog limit={limit} today={today} onClose={() => setEditing(false)} />}
    </div>
  );
}
