import type { Group } from '@shared/domain/groups/group.schema';
import type { ContentItem } from './content.schema';
import type { ContentSend } from './send.schema';

/** The target of an item that names no groups: all of them at once. */
export const ALL_GROUPS = 'all';

/** What the sending day has to know of a group. */
export type SendGroup = Pick<Group, 'id' | 'phase' | 'openedAt'>;

/** Names the record of one item in one group. */
export function sendId(itemId: string, groupId: string): string {
  return `${itemId}.${groupId}`;
}

/** Records by the piece that they are of. */
export function sendsByItem(sends: readonly ContentSend[]): Map<string, ContentSend[]> {
  const byItem = new Map<string, ContentSend[]>();
  for (const send of sends) {
    const own = byItem.get(send.itemId);
    if (own) own.push(send);
    else byItem.set(send.itemId, [send]);
  }
  return byItem;
}

/**
 * The groups that a piece goes to, in the order of `groups`. A dissolved group is asked no more,
 * but what was sent to it stays. A piece that names no groups goes to every live one that was open
 * before its window ended at `untilMs` (UTC ms); where there is none, or where it went out to all at
 * once, `ALL_GROUPS` is its one target. Empty: every group that it names is gone.
 */
export function targetsOf(
  item: Pick<ContentItem, 'groupIds'>,
  groups: readonly SendGroup[],
  sends: readonly ContentSend[],
  untilMs: number,
): string[] {
  const recorded = sends.map(({ groupId }) => groupId);
  if (recorded.includes(ALL_GROUPS)) return [...new Set([ALL_GROUPS, ...recorded])];
  const live = groups.filter(({ phase }) => phase !== 'dissolved');
  const isForAll = item.groupIds.length === 0;
  const wanted = isForAll
    ? live.filter(({ openedAt }) => openedAt < untilMs)
    : live.filter(({ id }) => item.groupIds.includes(id));
  const known = new Set(wanted.map(({ id }) => id));
  const targets = [...known, ...recorded.filter((id) => !known.has(id))];
  // Groups that opened too late for an old piece leave it without a target: then it had all of none.
  return targets.length === 0 && isForAll && live.length === 0 ? [ALL_GROUPS] : targets;
}
