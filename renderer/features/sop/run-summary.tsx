import { Button } from '@mantine/core';
import { findBottleneck } from '@shared/domain/funnel/bottleneck.rules';
import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { SopRun, SopStep } from '@shared/domain/sop/sop.schema';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { ExitCard } from './exit/exit-card';
import classes from './run-page.module.css';
import { sopMessages } from './sop.messages';
import { useStartRun } from './start/use-start-run';

type RunSummaryProps = {
  run: SopRun;
  steps: readonly SopStep[];
  bars: readonly FunnelBar[];
};

/** What stands where the open step was, once there is none. */
export function RunSummary({ run, steps, bars }: RunSummaryProps) {
  const t = useMessages(sopMessages);
  const format = useFormat();
  const say = useBilingual();
  const { start, isStarting } = useStartRun();
  const counted = bars.filter((bar) => bar.status === 'counted');
  const top = counted[0];
  const end = bars[bars.length - 1];
  const bottleneck = findBottleneck(bars);
  const step =
    bottleneck.kind === 'found'
      ? steps.find(({ position }) => position === bottleneck.position)
      : undefined;
  // As the funnel beside it says it: one decimal as long as a person more or less counts.
  const gain =
    bottleneck.kind === 'found'
      ? bottleneck.gainedPeople < 10
        ? bottleneck.gainedPeople.toFixed(1)
        : format.count(Math.round(bottleneck.gainedPeople))
      : undefined;
  const isWhole = top?.position === 1 && end?.status === 'counted' && top.count !== undefined;
  return (
    <section className={classes.summary}>
      <h2 className={classes.summaryTitle}>
        {run.status === 'ended' ? t('endedTitle') : t('finishedTitle')}
      </h2>
      <p className={classes.summaryText}>
        {isWhole
          ? t('finishedText', {
              top: format.count(top.count ?? 0),
              end: format.count(end.count ?? 0),
            })
          : t(run.status === 'ended' ? 'endedTextPlain' : 'finishedTextPlain')}
      </p>
      {bottleneck.kind === 'found' && step && gain !== undefined && gain !== '0.0' && (
        <p className={classes.summaryText}>
          {t('finishedBest', {
            position: bottleneck.position,
            title: say(step.definition.title),
            gain,
          })}
        </p>
      )}
      {run.endReason && (
        <p className={classes.summaryText}>{t('endedBecause', { reason: run.endReason })}</p>
      )}
      <ExitCard run={run} />
      <div>
        <Button component={Link} href={`/sop/reviews/${run.id}`} data-testid="sop-review">
          {t('review')}
        </Button>{' '}
        <Button
          variant="default"
          loading={isStarting}
          onClick={() => start({ which: { templateKey: run.templateKey } })}
        >
          {t('nextRun')}
        </Button>
      </div>
    </section>
  );
}
