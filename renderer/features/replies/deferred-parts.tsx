import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** The shell holds the door of the palette; everything else of the library comes when shown. */
export const LibraryPage = deferred(
  async () => (await import('./library/library-page')).LibraryPage,
  <PageSkeleton />,
).Part;

export const ReplyForm = deferred(
  async () => (await import('./library/reply-form')).ReplyForm,
).Part;

export const RepliesSwitch = deferred(
  async () => (await import('./replies-switch')).RepliesSwitch,
).Part;
