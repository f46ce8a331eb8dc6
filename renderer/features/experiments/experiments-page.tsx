import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useMessages } from '@/app/i18n/messages';
import { useLive } from '@/db/use-live';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { DraftPage } from './draft/draft-page';
import { experimentsMessages } from './experiments.messages';
import { findExperiment } from './experiments.queries';
import { ExperimentList } from './list/experiment-list';
import { RunPage } from './run/run-page';

/** The register, a new experiment, or one of them, by the address. */
export function ExperimentsPage() {
  const [location] = useLocation();
  const [, , , id = ''] = location.split('/');
  if (id === '') return <ExperimentList />;
  return id === 'new' ? <DraftPage /> : <OpenExperimentPage key={id} id={id} />;
}

function OpenExperimentPage({ id }: { id: string }) {
  const t = useMessages(experimentsMessages);
  const open = useLive(() => findExperiment(id), [id]);
  if (open?.experiment.state === 'draft') return <DraftPage experiment={open.experiment} />;
  if (open) return <RunPage open={open} />;
  const isMissing = open === null;
  return (
    <Page
      testId="page-calendar-experiments"
      title={t(isMissing ? 'missing' : 'title')}
      ready={isMissing}
    >
      {isMissing && (
        <EmptyState
          title={t('missing')}
          text={t('missingText')}
          action={
            <Button component={Link} href="/calendar/experiments" variant="light">
              {t('back')}
            </Button>
          }
        />
      )}
    </Page>
  );
}
