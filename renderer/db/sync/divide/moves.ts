import type { Op } from '@shared/sync/op';
import { INTAKE } from '@shared/sync/scopes';
import { columnValue } from '../../paged/columns';
import { hotPages } from '../../tables';
import { textsOf } from '../../write/stamp-changes';
import type { WriteTx } from '../../write/write-tx';

export type Moves = NonNullable<Op['moves']>;

/** A stay that a command touched: whether it lasted before, where that differs from now. */
type Touched = Map<string, Map<string, boolean>>;

/**
 * Who saw the people whom a command placed, moved or took out of a group, and who sees them now.
 * Comes at the end of the command, before its pages are flushed.
 */
export async function movesOf(tx: WriteTx): Promise<Moves | undefined> {
  const touched = await touchedStays(tx);
  const moves: Moves = {};
  for (const [memberId, before] of touched) {
    const stays = await tx.findByIdPrefix('memberships', `${memberId}.`);
    const is = stays.filter((stay) => stay.leftAt === undefined).map(({ groupId }) => groupId);
    const was = new Set(is);
    for (const [groupId, lasted] of before) {
      if (lasted) was.add(groupId);
      else was.delete(groupId);
    }
    const [from, to] = [orIntake([...was]), orIntake(is)];
    if (from.join() !== to.join()) moves[memberId] = { was: from, is: to };
  }
  return Object.keys(moves).length > 0 ? moves : undefined;
}

/** People whose stays a transaction touched. */
export const movedPeople = async (tx: WriteTx): Promise<string[]> => [
  ...(await touchedStays(tx)).keys(),
];

const orIntake = (groups: readonly string[]): string[] =>
  groups.length > 0 ? [...new Set(groups)].sort() : [INTAKE];

async function touchedStays(tx: WriteTx): Promise<Touched> {
  const touched: Touched = new Map();
  const note = (memberId: string, groupId: string, lasted: boolean) => {
    const known = touched.get(memberId) ?? new Map<string, boolean>();
    touched.set(memberId, known.set(groupId, lasted));
  };
  for (const { entity, keys } of [...tx.notes.created]) {
    if (entity !== 'memberships') continue;
    for (const lo of keys) {
      const hot = tx.originalOf(entity, lo)?.hot ?? (await hotPages(tx.db, entity).get(lo));
      const { id } = hot?.c ?? {};
      for (let i = 0; id && hot && i < hot.n; i += 1) note(...namesOf(columnValue(id, i)), false);
    }
  }
  for (const { entity, ids } of tx.notes.removed) {
    if (entity !== 'memberships') continue;
    for (const id of textsOf(ids)) note(...namesOf(id), true);
  }
  for (const { entity, id, before, after } of tx.notes.touchedRows()) {
    if (entity !== 'memberships') continue;
    const [memberId, groupId] = namesOf(id);
    if (!before || !after) note(memberId, groupId, before !== undefined && !before.leftAt);
    // Of a stay that was there both times only what differs is noted.
    else if ('leftAt' in before) note(memberId, groupId, false);
    else if ('leftAt' in after) note(memberId, groupId, true);
  }
  return touched;
}

/** A stay's id is made of the person's and the group's. */
function namesOf(id: unknown): [memberId: string, groupId: string] {
  const text = String(id);
  const dot = text.indexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}
