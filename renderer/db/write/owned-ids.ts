import type { PageSet } from '../paged/page-set';

/** Entities too large to be scanned each time somebody's records are wanted. */
export type OwnedEntity = 'orders' | 'interactions' | 'funnelEvents' | 'comments';

/**
 * Ids of what belongs to members, from an index that is in step with the last commit; undefined when
 * there is none in memory now. Not asynchronous: nothing foreign may be awaited in a transaction.
 */
export type OwnedIdsFinder = (
  entity: OwnedEntity,
  memberIds: readonly string[],
) => Map<string, string[]> | undefined;

export async function scanForOwned(
  pages: PageSet,
  memberIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>(memberIds.map((id) => [id, []]));
  await pages.scan(['id', 'memberId'], (row) => {
    found.get(String(row.memberId))?.push(row.id);
  });
  return found;
}
