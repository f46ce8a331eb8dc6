import { useLocation } from 'wouter';
import { CandidatesPage } from './candidates/candidates-page';
import { FriendsPage } from './friends/friends-page';
import { PoolPage } from './pool/pool-page';

/** The core members, who could become one, and how members get acquainted, by the address. */
export function KocsPage() {
  const [location] = useLocation();
  const [, , , view, memberId] = location.split('/');
  if (view === 'candidates') return <CandidatesPage memberId={memberId} />;
  if (view === 'friends') return <FriendsPage />;
  return <PoolPage memberId={memberId} />;
}
