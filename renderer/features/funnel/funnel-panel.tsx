import type { FunnelBar } from '@shared/domain/funnel/funnel.rules';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { RescueTasks } from '@/features/rescue';
import { funnelMessages } from './funnel.messages';
import { FunnelBottleneck } from './funnel-bottleneck';
import classes from './funnel-panel.module.css';
import { FunnelRow } from './funnel-row';

/** chart.js is only fetched by those who open a run. */
const FunnelChart = lazy(async () => ({ default: (await import('./funnel-chart')).FunnelChart }));

type FunnelPanelProps = { steps: readonly SopStep[]; bars: readonly FunnelBar[] };

/** The funnel beside the open step: chart, figures, and the step to improve first. */
export function FunnelPanel({ steps, bars }: FunnelPanelProps) {
  const t = useMessages(funnelMessages);
  const runId = steps[0]?.runId;
  return (
    <aside className={classes.panel} aria-label={t('title')}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('title')}</h2>
        {runId && (
          <Link href={`/sop/${runId}/funnel`} className={classes.details} data-testid="funnel-open">
            {t('details')}
          </Link>
        )}
        <span className={classes.caption}>{t('caption')}</span>
      </header>
      <FunnelBottleneck steps={steps} bars={bars} />
      <div className={classes.chart} role="img" aria-label={t('chartLabel')}>
        <Suspense fallback={null}>
          <FunnelChart bars={bars} />
        </Suspense>
      </div>
      <ol className={classes.rows}>
        {bars.map((bar, index) => {
          const step = steps[index];
          return step && <FunnelRow key={step.id} bar={bar} title={step.definition.title} />;
        })}
      </ol>
      {runId && <RescueTasks runId={runId} isQuiet />}
    </aside>
  );
}
