import type { Group } from '@shared/domain/groups/group.schema';
import type { Member } from '@shared/domain/members/member.schema';
import {
  type MergeChoices,
  mergedMember,
  mergedMembership,
} from '@shared/domain/members/merge.rules';
import {
  type MergedRow,
  MOVED_ENTITIES,
  type MovedIds,
  pairIdOf,
} from '@shared/domain/members/merge.schema';
import type { EntityName } from '@shared/domain/registry';
import type { RescueTask } from '@shared/domain/sop/run-record.schema';
import { ExpectedError } from '@shared/lib/errors';
import { joinId } from '@shared/lib/record-ids';
import type { Tx } from '@/db/command';
import {
  moveExceptions,
  moveInTasks,
  movePhotos,
  moveTouches,
  moveWaiting,
  scriptUsesOf,
} from './merge-flows';
import { type GroupLists, groupListsOf, moveInGroups, questionsOf } from './merge-groups';

export const MERGED_STORES = [
  'members',
  'orders',
  'interactions',
  'funnelEvents',
  'comments',
  'riskEntries',
  'growthEntries',
  'tagAssignments',
  'memberships',
  'audits',
  'auditPhotos',
  'touches',
  'waitingEntries',
  'scriptUses',
  'rescueTasks',
  'groups',
  'ruleEntries',
  'kocIncentives',
  'chatQuestions',
  'transferItems',
  'kocs',
  'rosterLists',
  'friendActions',
  'distinctPairs',
  'memberMerges',
] as const satisfies readonly EntityName[];

type Owned = Record<
  'orders' | 'interactions' | 'funnelEvents' | 'comments' | 'scriptUses',
  Map<string, string[]>
> & { tasks: RescueTask[]; groups: Group[]; lists: GroupLists; questions: Map<string, string[]> };

/** What belongs to each of these people, looked for once for all of them. */
export async function findOwnedByAll(tx: Tx, memberIds: readonly string[]): Promise<Owned> {
  return {
    orders: await tx.idsOf('orders', memberIds),
    interactions: await tx.idsOf('interactions', memberIds),
    funnelEvents: await tx.idsOf('funnelEvents', memberIds),
    comments: await tx.idsOf('comments', memberIds),
    scriptUses: await scriptUsesOf(tx),
    tasks: await tx.all('rescueTasks'),
    groups: await tx.all('groups'),
    lists: await groupListsOf(tx),
    questions: await questionsOf(tx),
  };
}

type Pair = { keptId: string; goneId: string; choices: MergeChoices };

/** Moves everything of the one who goes and removes the record; the id of the merge. */
export async function mergeTwo(tx: Tx, owned: Owned, pair: Pair): Promise<string> {
  const { keptId, goneId, choices } = pair;
  if (keptId === goneId) throw new Error('a record cannot be merged with itself');
  const kept = await tx.get('members', keptId);
  const gone = await tx.get('members', goneId);
  if (!kept || !gone) throw new ExpectedError('merge-member-gone');
  const moved = await moveNamed(tx, owned, pair);
  const rows = [
    ...(await moveSets(tx, pair)),
    ...(await moveAudits(tx, pair)),
    ...(await movePhotos(tx, pair)),
    ...(await moveTouches(tx, pair)),
    ...(await moveWaiting(tx, pair)),
    ...(await moveInGroups(tx, owned.lists, pair)),
    ...(await passOnDistinct(tx, pair)),
  ];
  const lists = await moveInTasks(tx, owned.tasks, pair);
  const exceptions = await moveExceptions(tx, owned.groups, pair);
  const result = mergedMember(kept, gone, choices);
  await tx.update('members', keptId, patchTo(kept, result));
  await tx.remove('members', goneId);
  const id = tx.newId();
  await tx.create('memberMerges', {
    id,
    keptId,
    goneId,
    kept,
    gone,
    result,
    moved,
    rows,
    ...(lists.length > 0 && { lists }),
    ...(exceptions.length > 0 && { exceptions }),
    at: tx.now,
  });
  return id;
}

/** What turns one state of a record into another; fields that go are undefined. */
export function patchTo(from: Member, to: Member): Partial<Member> {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])] as (keyof Member)[];
  return Object.fromEntries(
    fields.filter((field) => from[field] !== to[field]).map((field) => [field, to[field]]),
  );
}

async function moveNamed(tx: Tx, owned: Owned, { keptId, goneId }: Pair): Promise<MovedIds> {
  const risks = (await tx.all('riskEntries')).filter((entry) => entry.memberId === goneId);
  const points = await tx.findBy('growthEntries', 'memberId', goneId);
  const entries = await tx.findBy('ruleEntries', 'memberId', goneId);
  const incentives = await tx.findBy('kocIncentives', 'memberId', goneId);
  const moved = {
    orders: owned.orders.get(goneId) ?? [],
    interactions: owned.interactions.get(goneId) ?? [],
    funnelEvents: owned.funnelEvents.get(goneId) ?? [],
    comments: owned.comments.get(goneId) ?? [],
    riskEntries: risks.map((entry) => entry.id),
    growthEntries: points.map((entry) => entry.id),
    scriptUses: owned.scriptUses.get(goneId) ?? [],
    ruleEntries: entries.map((entry) => entry.id),
    kocIncentives: incentives.map((entry) => entry.id),
    chatQuestions: owned.questions.get(goneId) ?? [],
  };
  for (const entity of MOVED_ENTITIES) {
    const updates = [...moved[entity]].sort().map((id) => ({ id, patch: { memberId: keptId } }));
    await tx.bulkUpdate(entity, updates);
  }
  return moved;
}

/** Tags and places in groups: their ids begin with the person's, so they are made anew. */
async function moveSets(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const tag of await tx.findByIdPrefix('tagAssignments', `${goneId}.`)) {
    const id = joinId(keptId, tag.tagId);
    await tx.remove('tagAssignments', tag.id);
    rows.push({ entity: 'tagAssignments', id: tag.id, before: tag });
    if (await tx.get('tagAssignments', id)) continue;
    const after = { ...tag, id, memberId: keptId };
    await tx.create('tagAssignments', after);
    rows.push({ entity: 'tagAssignments', id, after });
  }
  for (const place of await tx.findByIdPrefix('memberships', `${goneId}.`)) {
    const id = joinId(keptId, place.groupId);
    await tx.remove('memberships', place.id);
    rows.push({ entity: 'memberships', id: place.id, before: place });
    const before = await tx.get('memberships', id);
    const after = before ? mergedMembership(before, place) : { ...place, id, memberId: keptId };
    if (before) {
      await tx.update('memberships', id, { ...after, leftAt: after.leftAt });
      rows.push({ entity: 'memberships', id, before, after });
    } else {
      await tx.create('memberships', after);
      rows.push({ entity: 'memberships', id, after });
    }
  }
  return rows;
}

/** Of two audits in one run the later word counts. */
async function moveAudits(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const audit of await tx.findByIdPrefix('audits', `${goneId}.`)) {
    const id = joinId(keptId, audit.runId);
    const before = await tx.get('audits', id);
    await tx.remove('audits', audit.id);
    rows.push({ entity: 'audits', id: audit.id, before: audit });
    if (before && before.at >= audit.at) continue;
    const after = { ...audit, id, memberId: keptId };
    if (before) await tx.remove('audits', id);
    await tx.create('audits', after);
    rows.push({ entity: 'audits', id, ...(before ? { before } : {}), after });
  }
  return rows;
}

/** Whoever was told apart from the one who goes is somebody else than the one who stays, too. */
async function passOnDistinct(tx: Tx, { keptId, goneId }: Pair): Promise<MergedRow[]> {
  const rows: MergedRow[] = [];
  for (const pair of await tx.all('distinctPairs')) {
    const others = pair.id.split('.').filter((id) => id !== goneId);
    const other = others.length === 1 ? others[0] : undefined;
    if (other === undefined || other === keptId) continue;
    const after = { id: pairIdOf(keptId, other), at: pair.at };
    if (await tx.get('distinctPairs', after.id)) continue;
    await tx.create('distinctPairs', after);
    rows.push({ entity: 'distinctPairs', id: after.id, after });
  }
  return rows;
}
