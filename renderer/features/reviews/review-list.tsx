import { Button } from '@mantine/core';
import { IconReportAnalytics } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { useLive } from '@/db/use-live';
import { Chip } from '@/ui/chip';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { reviewsMessages } from './reviews.messages';
import classes from './reviews.module.css';
import { listReviews, type ReviewLine } from './reviews.queries';

/** Every finished run, with what was made of it. */
export function ReviewList() {
  const t = useMessages(reviewsMessages);
  const lines = useLive(listReviews, []);
  const written = lines?.filter(({ review }) => review !== undefined).length ?? 0;
  const total = lines?.length ?? 0;
  return (
    <Page
      testId="page-sop"
      ready={lines !== undefined}
      title={t('title')}
      subtitle={total > 0 ? t('subtitle', { written, total }) : t('subtitleEmpty')}
    >
      {lines?.length === 0 && (
        <EmptyState
          icon={IconReportAnalytics}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={
            <Button component={Link} href="/sop" variant="light">
              {t('toRuns')}
            </Button>
          }
        />
      )}
      {lines && lines.length > 0 && (
        <ul className={classes.list} data-testid="review-list">
          {lines.map((line) => (
            <Line key={line.run.id} line={line} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Line({ line: { run, review, newVersion } }: { line: ReviewLine }) {
  const t = useMessages(reviewsMessages);
  const format = useFormat();
  const isAccepted = review?.acceptedAt !== undefined;
  const state = isAccepted ? 'accepted' : review ? 'begun' : 'none';
  return (
    <li className={classes.line}>
      <span className={classes.main}>
        <b>{run.title}</b>
        <small>
          {t('endedOn', {
            day: format.date(run.endedAt ?? run.startedAt),
            version: run.templateVersion,
          })}
        </small>
      </span>
      <Chip tone={isAccepted ? 'green' : 'plain'}>
        {t(`state.${state}`, { version: newVersion ?? '' })}
      </Chip>
      <Button
        component={Link}
        href={`/sop/reviews/versions/${encodeURIComponent(run.templateKey)}`}
        size="xs"
        variant="subtle"
      >
        {t('versions')}
      </Button>
      <Button
        component={Link}
        href={`/sop/reviews/${run.id}`}
        size="xs"
        variant={isAccepted ? 'default' : 'light'}
      >
        {t(isAccepted ? 'look' : 'write')}
      </Button>
    </li>
  );
}
