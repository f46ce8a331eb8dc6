import { exceptionsMerged, exceptionsParted } from '@shared/domain/groups/exceptions.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { ExceptionMove, ListMove, MergedRow } from '@shared/domain/members/merge.schema';
import { listsMerged, listsParted } from '@shared/domain/members/people-lists.rules';
import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import type { Touch } from '@shared/domain/touch/touch.schema';
import { joinId } from '@shared/lib/record-ids';
import type { Tx } from '@/db/command';

/** What the flows hold of a person, through merging and parting. */
type Pair = { keptId: string; goneId: string };

/** Copies of texts by the member they were for. */
export async function scriptUsesOf(tx: Tx): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const { id, memberId } of await tx.all('scriptUses')) {
    if (memberId === undefined) continue;
    const own = found.get(memberId);
    if (own) own.push(id);
    else found.set(memberId, [id]);
  }
  return found;
}

/** The pictures go with the audit that is the person's now; their own ids stay, the files lie under them. */
export async function movePhotos(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const photo of await tx.findBy('auditPhotos', 'memberId', goneId)) {
    const after = { ...photo, memberId: keptId, auditId: joinId(keptId, photo.runId) };
    await tx.update('auditPhotos', photo.id, { memberId: keptId, auditId: after.auditId });
    rows.push({ entity: 'auditPhotos', id: photo.id, before: photo, after });
  }
  return rows;
}

/** Touched under either record is touched; done goes before left out, then the earlier one counts. */
function fuller(kept: Touch, gone: Touch): Touch {
  if (kept.status !== gone.status) return kept.status === 'done' ? kept : gone;
  return kept.at <= gone.at ? kept : gone;
}

export async function moveTouches(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const touch of await tx.findByIdPrefix('touches', `${goneId}.`)) {
    const id = joinId(keptId, joinId(touch.planId, touch.stage));
    const before = await tx.get('touches', id);
    await tx.remove('touches', touch.id);
    rows.push({ entity: 'touches', id: touch.id, before: touch });
    const after = { ...touch, id, memberId: keptId };
    if (!before) await tx.create('touches', after);
    else if (fuller(before, touch) === before) continue;
    else await tx.update('touches', id, { at: after.at, status: after.status, by: after.by });
    rows.push({ entity: 'touches', id, ...(before && { before }), after });
  }
  return rows;
}

/** In one class's line the person stands where the earlier of the two stood. */
export async function moveWaiting(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const entry of await tx.findByIdPrefix('waitingEntries', `${goneId}.`)) {
    const id = joinId(keptId, entry.classId);
    const before = await tx.get('waitingEntries', id);
    await tx.remove('waitingEntries', entry.id);
    rows.push({ entity: 'waitingEntries', id: entry.id, before: entry });
    if (before && before.at <= entry.at) continue;
    const after = { ...entry, id, memberId: keptId };
    if (before) await tx.remove('waitingEntries', id);
    await tx.create('waitingEntries', after);
    rows.push({ entity: 'waitingEntries', id, ...(before && { before }), after });
  }
  return rows;
}

/** `tasks` are brought along: a batch of merges reads them once. */
export async function moveInTasks(
  tx: Tx,
  tasks: RescueTask[],
  { keptId, goneId }: Pair,
): Promise<ListMove[]> {
  const moves: ListMove[] = [];
  for (const [at, task] of tasks.entries()) {
    const merged = listsMerged(task, keptId, goneId);
    if (!merged) continue;
    await tx.update('rescueTasks', task.id, merged.lists);
    tasks[at] = { ...task, ...merged.lists };
    moves.push({ id: task.id, ...merged.move });
  }
  return moves;
}

/** Puts both into the tasks again; how many had changed too much for that. */
export async function partInTasks(
  tx: Tx,
  moves: readonly ListMove[],
  { keptId, goneId }: Pair,
): Promise<number> {
  let stayed = 0;
  for (const move of moves) {
    const task = await tx.get('rescueTasks', move.id);
    const lists = task && listsParted(task, keptId, goneId, move);
    if (lists) await tx.update('rescueTasks', move.id, lists);
    else stayed += 1;
  }
  return stayed;
}

/** Who was let into a group by hand; `groups` are brought along like the tasks above. */
export async function moveExceptions(
  tx: Tx,
  groups: Group[],
  { keptId, goneId }: Pair,
): Promise<ExceptionMove[]> {
  const moves: ExceptionMove[] = [];
  for (const [at, group] of groups.entries()) {
    const merged = exceptionsMerged(group.exceptions, keptId, goneId);
    if (!merged) continue;
    await tx.update('groups', group.id, { exceptions: merged.exceptions });
    groups[at] = { ...group, exceptions: merged.exceptions };
    moves.push({ id: group.id, ...merged.move });
  }
  return moves;
}

/** How many were changed too much since to be put back. */
export async function partExceptions(
  tx: Tx,
  moves: readonly ExceptionMove[],
  { keptId }: Pair,
): Promise<number> {
  let stayed = 0;
  for (const move of moves) {
    const group = await tx.get('groups', move.id);
    const exceptions = group && exceptionsParted(group.exceptions, keptId, move);
    if (exceptions) await tx.update('groups', move.id, { exceptions });
    else stayed += 1;
  }
  return stayed;
}
