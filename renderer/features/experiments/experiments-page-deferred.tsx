import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

export const { Part: ExperimentsPage } = deferred(
  async () => (await import('./experiments-page')).ExperimentsPage,
  <PageSkeleton />,
);
