import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** The page of columns and templates, fetched when it is first opened. */
export const ColumnsTab = deferred(
  async () => (await import('./columns-page')).ColumnsPage,
  <PageSkeleton />,
).Part;
