import { Button, SegmentedControl } from '@mantine/core';
import { assertNever } from '@shared/lib/errors';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { RescueTasks } from '@/features/rescue';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import type { FunnelAnswer } from '@/workers/funnel/funnel-types';
import { BreakdownView } from '../breakdown/breakdown-view';
import { CompareView } from '../compare/compare-view';
import { type FunnelRun, findFunnelRun } from '../funnel.queries';
import { StepPeople } from '../people/step-people';
import { StepTimes } from '../people/step-times';
import { useFunnel } from '../use-funnel';
import { detailMessages } from './detail.messages';
import classes from './detail.module.css';
import { StepsView } from './steps-view';

const VIEWS = ['steps', 'compare', 'breakdown', 'people'] as const;
type View = (typeof VIEWS)[number];

/** The funnel of a run, with everything that it can be asked. */
export function FunnelPage({ runId }: { runId: string }) {
  const t = useMessages(detailMessages);
  const format = useFormat();
  const open = useLive(() => findFunnelRun(runId), [runId]);
  const answer = useFunnel({ scope: { of: 'runs', runIds: [runId] } });
  const [view, setView] = useState<View>('steps');
  if (open === null) {
    return (
      <Page testId="page-sop" title={t('missing')} ready>
        <EmptyState
          title={t('missing')}
          text={t('missingText')}
          action={
            <Button component={Link} href="/sop" variant="light">
              {t('allRuns')}
            </Button>
          }
        />
      </Page>
    );
  }
  const isThere = open !== undefined && answer !== undefined;
  return (
    <Page
      testId="page-sop"
      ready={isThere}
      title={open ? t('title', { run: open.run.title }) : ' '}
      subtitle={
        answer &&
        (answer.events > 0
          ? t('subtitlePeople', {
              people: format.count(answer.people),
              events: format.count(answer.events),
            })
          : t('subtitleCounts'))
      }
      actions={
        <Button component={Link} href={`/sop/${runId}`} variant="default">
          {t('back')}
        </Button>
      }
      filters={
        <SegmentedControl
          data-testid="funnel-views"
          aria-label={t('view')}
          value={view}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={(value) => setView(VIEWS.find((it) => it === value) ?? view)}
        />
      }
    >
      {isThere &&
        (answer.steps.length === 0 ? (
          <EmptyState title={t('noFunnelTitle')} text={t('noFunnelText')} />
        ) : (
          <FunnelView view={view} open={open} answer={answer} />
        ))}
    </Page>
  );
}

type FunnelViewProps = { view: View; open: FunnelRun; answer: FunnelAnswer };

function FunnelView({ view, open, answer }: FunnelViewProps) {
  switch (view) {
    case 'steps':
      return <StepsView open={open} answer={answer} />;
    case 'compare':
      return <CompareView open={open} answer={answer} />;
    case 'breakdown':
      return <BreakdownView open={open} answer={answer} />;
    case 'people':
      return (
        <div className={classes.stack}>
          <StepTimes times={answer.times} />
          <StepPeople open={open} answer={answer} />
          <RescueTasks runId={open.run.id} />
        </div>
      );
    default:
      return assertNever(view, 'FunnelView');
  }
}
