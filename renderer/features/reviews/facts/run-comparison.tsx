import { useMessages } from '@/app/i18n/messages';
import { ComparisonTable, useFunnel } from '@/features/funnel';
import { Card } from '@/ui/card';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import { factsMessages } from '../facts.messages';
import classes from '../reviews.module.css';
import type { OpenReview } from '../reviews.queries';

/** This run against the one of the same flow before it. */
export function RunComparison({ open, answer }: { open: OpenReview; answer: FunnelAnswer }) {
  const t = useMessages(factsMessages);
  const before = open.earlier[0];
  const earlier = useFunnel(before && { scope: { of: 'runs', runIds: [before.id] } });
  if (answer.steps.length === 0) return null;
  return (
    <Card title={before ? t('compareTitle', { run: before.title }) : t('compareFirst')}>
      {before ? (
        earlier && (
          <ComparisonTable
            isNarrow
            a={{ name: before.title, bars: earlier.steps.map(({ bar }) => bar) }}
            b={{ name: t('thisRun'), bars: answer.steps.map(({ bar }) => bar) }}
            steps={answer.steps}
          />
        )
      ) : (
        <p className={classes.quiet}>{t('compareNone')}</p>
      )}
    </Card>
  );
}
