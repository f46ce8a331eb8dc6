import { useLocation } from 'wouter';
import { deferred } from '@/ui/deferred';
import { PageSkeleton } from '@/ui/page-skeleton';
import { MemberListPage } from './members-page';

const DuplicatesPage = deferred(
  async () => (await import('@/features/duplicates')).DuplicatesPage,
  <PageSkeleton />,
).Part;

/** The members, or those among them who may be there twice. */
export function MembersPage() {
  const [location] = useLocation();
  return location === '/members/duplicates' ? <DuplicatesPage /> : <MemberListPage />;
}
