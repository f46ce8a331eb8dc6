import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** Today shows a line of touches with the first window; the page comes when it is opened. */
export const TouchPage = deferred(
  async () => (await import('./touch-page')).TouchPage,
  <PageSkeleton />,
).Part;
