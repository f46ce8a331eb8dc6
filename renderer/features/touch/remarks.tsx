import { PLATFORM_LIMITS_ID, readPlatformLimits } from '@shared/domain/limits/platform-limits';
import { isQuiet } from '@shared/domain/sop/quiet.rules';
import type { TouchPlan, TouchStage } from '@shared/domain/touch/touch.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { Why } from '@/ui/why';
import type { PlanCounts, TouchOverview } from '@/workers/touch/touch-types';
import { touchMessages } from './touch.messages';
import classes from './touch.module.css';

type RemarksProps = {
  plan: TouchPlan;
  stage: TouchStage;
  counts: PlanCounts;
  overview: TouchOverview;
};

/** What one should know before sending: hours, limits, whom the list leaves out and why. */
export function Remarks({ plan, stage, counts, overview }: RemarksProps) {
  const t = useMessages(touchMessages);
  const format = useFormat();
  const row = useLive(() => readDb.rows('modelSettings').get(PLATFORM_LIMITS_ID), []);
  const { massSends } = readPlatformLimits(row?.settings);
  const { quietHours } = plan;
  const lines: { text: string; isUrgent?: boolean }[] = [];
  if (overview.isClockBack) lines.push({ text: t('clock'), isUrgent: true });
  if (counts.people === 0) lines.push({ text: t('nobodyOnPlan'), isUrgent: true });
  if (quietHours && isQuiet(Date.now(), quietHours, DEFAULT_TIME_ZONE)) {
    lines.push({ text: t('quiet', quietHours), isUrgent: true });
  }
  if (stage.channel === 'wechat') {
    const { perDay, asOf } = massSends;
    lines.push({ text: t('massLimit', { n: perDay, asOf }) });
  }
  const count = (n: number, key: 'crowded' | 'future' | 'elsewhere' | 'held') => {
    if (n > 0) lines.push({ text: t(key, { count: n, n: format.count(n) }) });
  };
  count(counts.crowded, 'crowded');
  count(overview.inFuture, 'future');
  count(counts.elsewhere, 'elsewhere');
  count(counts.held, 'held');
  return (
    <ul className={classes.remarks} data-testid="touch-remarks">
      {lines.map(({ text, isUrgent }) => (
        <li key={text} data-urgent={isUrgent === true}>
          {text}
        </li>
      ))}
      <li>
        {t('onPlan', { count: counts.people, n: format.count(counts.people), day: plan.startDay })}{' '}
        {overview.withoutOrder > 0 && t('withoutOrder', { n: format.count(overview.withoutOrder) })}{' '}
        <Why word={t('why')}>{t('whyList')}</Why>
      </li>
    </ul>
  );
}
