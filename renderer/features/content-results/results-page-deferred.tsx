import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

export const { Part: ResultsPage } = deferred(
  async () => (await import('./results-page')).ResultsPage,
  <PageSkeleton />,
);
