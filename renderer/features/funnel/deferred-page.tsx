import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

export const { Part: FunnelPage } = deferred(
  async () => (await import('./detail/funnel-page')).FunnelPage,
  <PageSkeleton />,
);
