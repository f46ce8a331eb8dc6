import type { FriendAction } from '@shared/domain/group-life/group-day.schema';
import type { RosterList } from '@shared/domain/group-life/roster-list.schema';
import type { TransferItem } from '@shared/domain/group-life/transfer.schema';
import type { Koc } from '@shared/domain/koc/koc.schema';
import { groupListMerged } from '@shared/domain/members/group-lists.rules';
import type { MergedRow } from '@shared/domain/members/merge.schema';
import { joinId } from '@shared/lib/record-ids';
import type { Tx } from '@/db/command';

/** What the life of groups holds of a person, through merging; parting puts the rows back. */
type Pair = { keptId: string; goneId: string };

/** Lists of many people are brought along: a batch of merges reads them once. */
export type GroupLists = { rosterLists: RosterList[]; friendActions: FriendAction[] };

export async function groupListsOf(tx: Tx): Promise<GroupLists> {
  return {
    rosterLists: await tx.all('rosterLists'),
    friendActions: await tx.all('friendActions'),
  };
}

/** Questions by who asked them. */
export async function questionsOf(tx: Tx): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, memberId } of await tx.all('chatQuestions')) {
    if (memberId !== undefined) found.set(memberId, [...(found.get(memberId) ?? []), id]);
  }
  return found;
}

export async function moveInGroups(tx: Tx, lists: GroupLists, pair: Pair): Promise<MergedRow[]> {
  return [
    ...(await moveTransfers(tx, pair)),
    ...(await moveKoc(tx, pair)),
    ...(await moveInLists(tx, 'rosterLists', lists.rosterLists, pair)),
    ...(await moveInLists(tx, 'friendActions', lists.friendActions, pair)),
  ];
}

/** Who was moved under either record was moved; else the later step counts. */
function further(kept: TransferItem, gone: TransferItem): TransferItem {
  if ((kept.state === 'moved') !== (gone.state === 'moved')) {
    return kept.state === 'moved' ? kept : gone;
  }
  return kept.at >= gone.at ? kept : gone;
}

async function moveTransfers(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const item of await tx.findBy('transferItems', 'memberId', goneId)) {
    const id = joinId(item.planId, keptId);
    const before = await tx.get('transferItems', id);
    await tx.remove('transferItems', item.id);
    rows.push({ entity: 'transferItems', id: item.id, before: item });
    if (before && further(before, item) === before) continue;
    const after = { ...item, id, memberId: keptId };
    if (before) await tx.remove('transferItems', id);
    await tx.create('transferItems', after);
    rows.push({ entity: 'transferItems', id, ...(before && { before }), after });
  }
  return rows;
}

/** One cultivation of two: the state of the later one, every step that was done in either. */
function mergedKoc(kept: Koc, gone: Koc): Koc {
  const [earlier, later] = kept.since <= gone.since ? [kept, gone] : [gone, kept];
  return { ...earlier, ...later, id: kept.id, steps: { ...gone.steps, ...kept.steps } };
}

async function moveKoc(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const gone = await tx.get('kocs', goneId);
  if (!gone) return [];
  const before = await tx.get('kocs', keptId);
  const after = before ? mergedKoc(before, gone) : { ...gone, id: keptId };
  await tx.remove('kocs', goneId);
  if (before) await tx.remove('kocs', keptId);
  await tx.create('kocs', after);
  return [
    { entity: 'kocs', id: goneId, before: gone },
    { entity: 'kocs', id: keptId, ...(before && { before }), after },
  ];
}

async function moveInLists<E extends 'rosterLists' | 'friendActions'>(
  tx: Tx,
  entity: E,
  lists: GroupLists[E],
  { keptId, goneId }: Pair,
): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const [at, before] of lists.entries()) {
    const patch = groupListMerged(entity, before, keptId, goneId);
    if (!patch) continue;
    const after = { ...before, ...patch };
    await tx.update(entity, before.id, patch as never);
    lists[at] = after;
    rows.push({ entity, id: before.id, before, after });
  }
  return rows;
}
