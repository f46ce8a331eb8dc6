import { useLocation } from 'wouter';

const ROUTE = /^\/members\/(?:tag\/([^/]+)|([^/]+))$/;

/** `#/members/<id>` opens a member, `#/members/tag/<id>` lists those who carry a tag. */
export function useMemberRoute(): { memberId?: string; tagId?: string } {
  const [location] = useLocation();
  const [, tagId, memberId] = ROUTE.exec(location) ?? [];
  if (tagId !== undefined) return { tagId };
  return memberId === undefined || memberId === 'tag' || memberId === 'duplicates'
    ? {}
    : { memberId };
}
