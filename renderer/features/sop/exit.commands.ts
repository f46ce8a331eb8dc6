import { type ExitPeople, type PlannedExit, planExit } from '@shared/domain/sop/exit.rules';
import type { SopRun } from '@shared/domain/sop/sop.schema';
import { expiryOf, hasExpired } from '@shared/domain/tags/assignment.rules';
import type { TagAssignment } from '@shared/domain/tags/tag.schema';
import { tagIdsByName } from '@shared/domain/tags/tag-names.rules';
import { assertNever, ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { addRunEvent, createRun, FLOW_STORES } from '@/features/flow-runs/index';

/** From here on one pass over everybody costs less than looking each person up. */
const MANY = 500;

/**
 * Does what the flow says for its end, all in one change that one undo takes back. Actions whose
 * people the run never fixed are left out and counted in `leftOut`. `newTitle` names a flow that is
 * started by it.
 */
export const runExit = defineCommand({
  name: 'sop.runExit',
  input: z.object({ runId: idSchema, newTitle: z.string().trim().min(1).max(100).optional() }),
  entities: [
    ...FLOW_STORES,
    'sopTemplates',
    'segmentSnapshots',
    'audits',
    'memberships',
    'tags',
    'tagAssignments',
    'members',
  ],
  label: () => ({ zh: '做流程收尾的动作', en: 'Do what the flow says for its end' }),
  run: async (tx, { runId, newTitle }) => {
    const run = await tx.get('sopRuns', runId);
    if (!run) throw new ExpectedError('sop-not-found');
    const plan = planExit(run, await exitPeople(tx, run));
    if (plan.length === 0) throw new ExpectedError('sop-exit-nothing');
    const outcome = { done: 0, leftOut: 0, startedRunId: undefined as string | undefined };
    for (const planned of plan) {
      if (planned.kind !== 'startFlow' && planned.people === 'unknown') {
        outcome.leftOut += 1;
        continue;
      }
      outcome.startedRunId = (await doExit(tx, run, planned, newTitle)) ?? outcome.startedRunId;
      outcome.done += 1;
    }
    const by = tx.actor === undefined ? {} : { exitDoneBy: tx.actor };
    await tx.update('sopRuns', runId, { exitDoneAt: tx.now, ...by });
    return outcome;
  },
});

async function exitPeople(tx: Tx, run: SopRun): Promise<ExitPeople> {
  const snapshot = run.targetSnapshotId
    ? await tx.get('segmentSnapshots', run.targetSnapshotId)
    : undefined;
  const audits = await tx.findBy('audits', 'runId', run.id);
  const memberships = await tx.all('memberships');
  return {
    target: snapshot && unpackIds(snapshot.members),
    approved: audits.filter((it) => it.status === 'approved').map((it) => it.memberId),
    placed: memberships
      .filter((it) => it.runId === run.id && it.leftAt === undefined)
      .map((it) => it.memberId),
  };
}

/** Does one action; the id of the run that it started, if any. */
async function doExit(
  tx: Tx,
  run: SopRun,
  planned: PlannedExit,
  newTitle: string | undefined,
): Promise<string | undefined> {
  const tell = (detail: Record<string, string | number>) =>
    addRunEvent(tx, { runId: run.id, kind: 'exitAction', detail });
  switch (planned.kind) {
    case 'tag': {
      const people = await living(tx, asPeople(planned));
      await giveTag(tx, planned.tagName, people);
      await tell({ action: 'tag', name: planned.tagName, count: people.length });
      return undefined;
    }
    case 'snapshot': {
      const people = await living(tx, asPeople(planned));
      await tx.create('segmentSnapshots', {
        id: tx.newId(),
        name: `${planned.name} · ${run.title}`.slice(0, 100),
        at: tx.now,
        count: people.length,
        members: packIds(people),
      });
      await tell({ action: 'snapshot', name: planned.name, count: people.length });
      return undefined;
    }
    case 'startFlow': {
      const which = { key: planned.templateKey };
      const title = newTitle ?? run.title;
      const { ownerName, positioningId } = run;
      const details = { ...(ownerName && { ownerName }), ...(positioningId && { positioningId }) };
      const started = await createRun(tx, which, { title, details });
      await tell({ action: 'startFlow', name: title, runId: started });
      return started;
    }
    default:
      return assertNever(planned, 'doExit');
  }
}

const asPeople = ({ people }: { people: string[] | 'unknown' }): string[] =>
  people === 'unknown' ? [] : people;

/** Those who are still in the records, ascending; somebody may have been erased meanwhile. */
async function living(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length < MANY) {
    const found = await tx.getMany('members', ids);
    return ids.filter((_, index) => found[index] !== undefined);
  }
  const known = new Set<string>();
  await tx.scan('members', ['id'], ({ id }) => {
    known.add(id);
  });
  return ids.filter((id) => known.has(id));
}

/** The tag of a name, made when there is none, on everybody who does not carry it yet. */
async function giveTag(tx: Tx, name: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  const known = tagIdsByName(await tx.all('tags')).get(name);
  const tagId = known ?? tx.newId();
  if (known === undefined) await tx.create('tags', { id: tagId, name, kind: 'base' });
  const expiresAt = expiryOf(tx.now, (await tx.get('tags', tagId))?.validDays);
  const carried = new Set<string>();
  const renewed: { id: string; patch: Partial<TagAssignment> }[] = [];
  for (const row of await assignmentsOf(tx, tagId, people)) {
    if (!row) continue;
    carried.add(row.memberId);
    if (!hasExpired(row, tx.now)) continue;
    renewed.push({ id: row.id, patch: { source: 'flow', at: tx.now, expiresAt } });
  }
  const rows = people
    .filter((memberId) => !carried.has(memberId))
    .map(
      (memberId): TagAssignment => ({
        id: joinId(memberId, tagId),
        memberId,
        tagId,
        source: 'flow',
        at: tx.now,
        ...(expiresAt === undefined ? {} : { expiresAt }),
      }),
    );
  await tx.bulkCreate('tagAssignments', rows);
  if (renewed.length > 0) await tx.bulkUpdate('tagAssignments', renewed);
}

function assignmentsOf(tx: Tx, tagId: string, people: readonly string[]) {
  return tx.getMany(
    'tagAssignments',
    people.map((memberId) => joinId(memberId, tagId)),
  );
}
