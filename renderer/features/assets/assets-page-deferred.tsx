import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

export const { Part: AssetsPage } = deferred(
  async () => (await import('./page/assets-page')).AssetsPage,
  <PageSkeleton />,
);
