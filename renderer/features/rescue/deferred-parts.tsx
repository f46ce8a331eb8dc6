import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** What only those need who work on a task; the card on Today is there from the start. */
export const { Part: RescueDialog } = deferred(
  async () => (await import('./rescue-dialog')).RescueDialog,
);
export const { Part: RescuePage } = deferred(
  async () => (await import('./rescue-page')).RescuePage,
  <PageSkeleton />,
);
