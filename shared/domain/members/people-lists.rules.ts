import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import type { ListMove } from './merge.schema';

type Lists = Pick<RescueTask, 'members' | 'doneMembers' | 'memberCount'>;

const listsOf = ({ members, doneMembers = '' }: Partial<Lists>) => ({
  all: new Set(unpackIds(members ?? '')),
  done: new Set(unpackIds(doneMembers)),
});

function packed(all: ReadonlySet<string>, done: ReadonlySet<string>, had: Partial<Lists>): Lists {
  const seen = [...done].sort();
  return {
    members: packIds([...all].sort()),
    memberCount: all.size,
    ...((seen.length > 0 || had.doneMembers !== undefined) && {
      doneMembers: seen.length === 0 ? '' : packIds(seen),
    }),
  };
}

/** A task's people without these; undefined when none of them is in it. */
export function listsWithout(task: Partial<Lists>, ids: ReadonlySet<string>): Lists | undefined {
  const { all, done } = listsOf(task);
  const before = all.size + done.size;
  for (const id of ids) {
    all.delete(id);
    done.delete(id);
  }
  return all.size + done.size === before ? undefined : packed(all, done, task);
}

/** Puts the one who stays in the place of the one who goes; undefined when that one is not in it. */
export function listsMerged(
  task: Lists,
  keptId: string,
  goneId: string,
): { lists: Lists; move: Omit<ListMove, 'id'> } | undefined {
  const { all, done } = listsOf(task);
  if (!all.delete(goneId)) return undefined;
  const move = {
    hadKept: all.has(keptId),
    wasDone: done.delete(goneId),
    keptDone: done.has(keptId),
  };
  all.add(keptId);
  // One person: written to under either record is written to.
  if (move.wasDone) done.add(keptId);
  return { lists: packed(all, done, task), move };
}

/**
 * Puts both back as they were. When it was noted since whether the one person was seen to, that
 * holds for both. Undefined when the one who stayed is not in the task any more.
 */
export function listsParted(
  task: Lists,
  keptId: string,
  goneId: string,
  { hadKept, wasDone, keptDone }: ListMove,
): Lists | undefined {
  const { all, done } = listsOf(task);
  if (!all.has(keptId)) return undefined;
  const isDone = done.has(keptId);
  const isAsLeft = isDone === (wasDone || keptDone);
  all.add(goneId);
  if (isAsLeft ? wasDone : isDone) done.add(goneId);
  if (!hadKept) all.delete(keptId);
  if (!hadKept || (isAsLeft && !keptDone)) done.delete(keptId);
  return packed(all, done, task);
}
