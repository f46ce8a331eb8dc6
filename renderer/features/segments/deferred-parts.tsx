import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';

/** The list of members takes the choice of people from here; builder and page come when shown. */
export const RuleBuilder = deferred(
  async () => (await import('./builder/rule-builder')).RuleBuilder,
).Part;

export const SegmentsPage = deferred(
  async () => (await import('./page/segments-area')).SegmentsArea,
  <PageSkeleton />,
).Part;
