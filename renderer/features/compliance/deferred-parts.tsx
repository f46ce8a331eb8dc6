import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** The page of the check, fetched when it is opened. */
export const { Part: CheckPage } = deferred(
  async () => (await import('./page/check-page')).CheckPage,
  <PageSkeleton />,
);
