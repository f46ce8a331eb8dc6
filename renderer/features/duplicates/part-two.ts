import type { Member } from '@shared/domain/members/member.schema';
import {
  type MemberMerge,
  MOVED_ENTITIES,
  type MovedEntity,
} from '@shared/domain/members/merge.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { partExceptions, partInTasks } from './merge-flows';
import { patchTo } from './merge-two';

export type Parted = {
  goneId: string;
  /** Fields of the kept record that were edited since the merge and stay as they are. */
  stayed: (keyof Member)[];
  /** Tags, places and audits that were changed since and stay. */
  records: number;
};

/** Takes a merge apart by the three-way rule: what still is as the merge left it goes back. */
export async function partTwo(tx: Tx, merge: MemberMerge): Promise<Parted> {
  const { keptId, goneId } = merge;
  const current = await tx.get('members', keptId);
  // The one who stayed went into somebody else since: that merge lies above this one.
  if (!current) throw new ExpectedError('merge-kept-gone');
  if (await tx.get('members', goneId)) throw new ExpectedError('merge-already-parted');
  const stayed = await giveFieldsBack(tx, merge, current);
  await tx.create('members', merge.gone);
  for (const entity of MOVED_ENTITIES) {
    const present = await idsOfKept(tx, entity, keptId);
    const back = (merge.moved[entity] ?? []).filter((id) => present.has(id));
    await tx.bulkUpdate(
      entity,
      back.map((id) => ({ id, patch: { memberId: goneId } })),
    );
  }
  const inTasks = await partInTasks(tx, merge.lists ?? [], { keptId, goneId });
  const inGroups = await partExceptions(tx, merge.exceptions ?? [], { keptId, goneId });
  const records = inTasks + inGroups + (await giveRowsBack(tx, merge));
  await tx.update('memberMerges', merge.id, { undoneAt: tx.now });
  return { goneId, stayed, records };
}

async function idsOfKept(tx: Tx, entity: MovedEntity, keptId: string): Promise<Set<string>> {
  if (entity === 'growthEntries' || entity === 'ruleEntries' || entity === 'kocIncentives') {
    return new Set((await tx.findBy(entity, 'memberId', keptId)).map((entry) => entry.id));
  }
  if (entity !== 'riskEntries' && entity !== 'scriptUses' && entity !== 'chatQuestions')
    return new Set((await tx.idsOf(entity, [keptId])).get(keptId));
  const entries = await tx.all(entity);
  return new Set(entries.filter((entry) => entry.memberId === keptId).map((entry) => entry.id));
}

async function giveFieldsBack(
  tx: Tx,
  { kept, result }: MemberMerge,
  current: Member,
): Promise<(keyof Member)[]> {
  const back = patchTo(result, kept);
  const fields = Object.keys(back) as (keyof Member)[];
  const stayed = fields.filter((field) => current[field] !== result[field]);
  for (const field of stayed) delete back[field];
  await tx.update('members', kept.id, back);
  return stayed;
}

async function giveRowsBack(tx: Tx, { rows }: MemberMerge): Promise<number> {
  let changed = 0;
  for (const { entity, id, before, after } of [...rows].reverse()) {
    const current = await tx.get(entity, id);
    if (!isSame(current, after)) {
      changed += 1;
      continue;
    }
    if (current) await tx.remove(entity, id);
    // The schema that wrote it reads it again: the copy is a row of this very store.
    if (before) await tx.create(entity, before as never);
  }
  return changed;
}

/** Flat rows, whatever the order of their fields. */
function isSame(a: object | undefined, b: object | undefined): boolean {
  if (!a || !b) return a === b;
  const text = (row: object) =>
    JSON.stringify(
      Object.entries(row)
        .filter(([, v]) => v !== undefined)
        .sort(),
    );
  return text(a) === text(b);
}
