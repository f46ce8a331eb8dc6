import { useLocation } from 'wouter';

const ROUTE = /^\/members\/(?:tag\/([^/]+)|([^/]+))$/;
/** Second words of the address that are no member's id. */
const PARTS = ['tag', 'duplicates', 'segments', 'insights', 'growth', 'feelings'];

/** `#/members/<id>` opens a member, `#/members/tag/<id>` lists those who carry a tag. */
export function useMemberRoute(): { memberId?: string; tagId?: string } {
  const [location] = useLocation();
  const [, tagId, memberId] = ROUTE.exec(location) ?? [];
  if (tagId !== undefined) return { tagId };
  return memberId === undefined || PARTS.includes(memberId) ? {} : { memberId };
}
