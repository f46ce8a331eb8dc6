import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** Today shows the state of its slots with the first window; everything else comes when opened. */
export const SendPage = deferred(
  async () => (await import('./send-page')).SendPage,
  <PageSkeleton />,
).Part;

export const SendLog = deferred(async () => (await import('./card/send-log')).SendLog).Part;
