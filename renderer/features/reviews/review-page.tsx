import { Button } from '@mantine/core';
import { reviewFacts } from '@shared/domain/sop/review-facts.rules';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useBilingual } from '@/app/i18n/use-bilingual';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { useFunnel } from '@/features/funnel';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { ChangesCard } from './changes/changes-card';
import { GoalTable } from './facts/goal-table';
import { RunComparison } from './facts/run-comparison';
import { RunStory } from './facts/run-story';
import { reviewsMessages } from './reviews.messages';
import classes from './reviews.module.css';
import { findReview, type OpenReview } from './reviews.queries';
import { ThoughtsCard } from './thoughts-card';

/** One run's review: the numbers are there, people say why and choose what changes. */
export function ReviewPage({ runId }: { runId: string }) {
  const t = useMessages(reviewsMessages);
  const open = useLive(() => findReview(runId), [runId]);
  if (open) return <OpenReviewPage open={open} />;
  const isMissing = open === null;
  return (
    <Page testId="page-sop" title={t(isMissing ? 'missing' : 'title')} ready={isMissing}>
      {isMissing && (
        <EmptyState
          title={t('missing')}
          text={t('missingText')}
          action={
            <Button component={Link} href="/sop/reviews" variant="light">
              {t('back')}
            </Button>
          }
        />
      )}
    </Page>
  );
}

function OpenReviewPage({ open }: { open: OpenReview }) {
  const t = useMessages(reviewsMessages);
  const format = useFormat();
  const say = useBilingual();
  const { run, steps, template, newest } = open;
  const answer = useFunnel({ scope: { of: 'runs', runIds: [run.id] } });
  const flow = template ?? newest;
  const isOver = run.status !== 'running';
  const facts =
    answer &&
    reviewFacts(
      steps,
      answer.steps.map(({ bar }) => bar),
    );
  return (
    <Page
      testId="page-sop"
      ready={answer !== undefined}
      title={t('reviewTitle', { run: run.title })}
      subtitle={t('reviewSubtitle', {
        flow: flow ? say(flow.name) : t('noName'),
        version: run.templateVersion,
        from: format.date(run.startedAt),
        to: format.date(run.endedAt ?? run.startedAt),
      })}
      actions={
        <>
          <Button component={Link} href={`/sop/${run.id}/funnel`} variant="subtle">
            {t('toFunnel')}
          </Button>
          <Button component={Link} href={`/sop/${run.id}`} variant="subtle">
            {t('toRun')}
          </Button>
          <Button component={Link} href="/sop/reviews" variant="default">
            {t('back')}
          </Button>
        </>
      }
    >
      {facts && answer && (
        <div className={classes.columns} data-testid="review">
          <div className={classes.stack}>
            <GoalTable steps={steps} facts={facts} />
            <RunStory run={run} steps={steps} facts={facts} />
            <RunComparison open={open} answer={answer} />
          </div>
          <div className={classes.stack}>
            {isOver ? (
              <>
                <ThoughtsCard key={open.review?.id ?? 'new'} open={open} />
                <ChangesCard open={open} worst={facts.worst?.position} />
              </>
            ) : (
              <p className={classes.quiet}>{t('running')}</p>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
