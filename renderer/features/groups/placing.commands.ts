import { insideTotal } from '@shared/domain/groups/entry.rules';
import {
  entryRefusal,
  type GroupRoom,
  type HandPlan,
  type PlacementCandidate,
  planByHand,
  type Refused,
  withOneMore,
} from '@shared/domain/groups/placement.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { addRunEvent } from '@/features/flow-runs/index';
import { candidatesOf, FULL_STORES, noteIfFull, placingWorld } from '@/features/group-rooms/index';

const MOST_AT_ONCE = 5000;
const overrideReason = z.string().trim().max(300).optional();
/** What the flows that start with a full group are called in. */
const language = z.enum(['zh', 'en']).optional();

/**
 * Puts approved people of a run into one group chosen by hand; who may not enter comes back with the
 * reason. A reason for the exception lets in those whose channel or region differs.
 */
export const placeMembers = defineCommand({
  name: 'sop.placeMembers',
  input: z.object({
    runId: idSchema,
    groupId: idSchema,
    memberIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
    overrideReason,
    language,
  }),
  entities: [...FULL_STORES, 'memberships', 'members', 'audits', 'memberClasses', 'waitingEntries'],
  label: ({ memberIds }) => ({
    zh: `把 ${memberIds.length} 人放入社群`,
    en: `Place ${memberIds.length} people into a group`,
  }),
  run: async (tx, { runId, groupId, memberIds, overrideReason: why, language: words }) => {
    if (!(await tx.get('sopRuns', runId))) throw new ExpectedError('sop-not-found');
    const isApproved = async (memberId: string) =>
      (await tx.get('audits', joinId(memberId, runId)))?.status === 'approved';
    const { plan, inside } = await intoGroup(tx, groupId, [...new Set(memberIds)], why, isApproved);
    for (const { memberId } of plan.placed) await enter(tx, memberId, groupId, runId);
    if (plan.placed.length > 0) await noteIfFull(tx, groupId, inside, { language: words });
    await forgetWaiting(tx, new Set(plan.placed.map(({ memberId }) => memberId)));
    await tellStory(tx, runId, { count: plan.placed.length, ...(why && { reason: why }) });
    return plan;
  },
});

/** From one group to another: refused like an entry, and who is refused stays where they are. */
export const moveMembers = defineCommand({
  name: 'groups.moveMembers',
  input: z.object({
    fromGroupId: idSchema,
    groupId: idSchema,
    memberIds: z.array(idSchema).min(1).max(MOST_AT_ONCE),
    overrideReason,
    language,
  }),
  entities: [...FULL_STORES, 'memberships', 'members', 'memberClasses'],
  label: ({ memberIds }) => ({
    zh: `把 ${memberIds.length} 人移到另一个群`,
    en: `Move ${memberIds.length} people to another group`,
  }),
  run: async (tx, { fromGroupId, groupId, memberIds, overrideReason: why, language: words }) => {
    const isApproved = async () => true;
    const { plan, inside } = await intoGroup(tx, groupId, [...new Set(memberIds)], why, isApproved);
    for (const { memberId } of plan.placed) {
      const from = await tx.get('memberships', joinId(memberId, fromGroupId));
      if (from && from.leftAt === undefined) {
        await tx.update('memberships', from.id, { leftAt: tx.now });
      }
      await enter(tx, memberId, groupId, from?.runId);
    }
    if (plan.placed.length > 0) await noteIfFull(tx, groupId, inside, { language: words });
    return plan;
  },
});

const item = z.object({ memberId: idSchema, groupId: idSchema, runId: idSchema.optional() });
const waiting = z.object({
  memberId: idSchema,
  classId: idSchema,
  reason: z.enum(['full', 'noGroup']),
  runId: idSchema.optional(),
});

/**
 * Exactly the plan that was shown: each person into the group that the plan names, the others onto
 * the waiting list. What is no longer as it was when the plan was made is refused, with the reason.
 */
export const placeByPlan = defineCommand({
  name: 'groups.placeByPlan',
  input: z.object({
    items: z.array(item).max(MOST_AT_ONCE),
    waiting: z.array(waiting).max(MOST_AT_ONCE).default([]),
    language,
  }),
  entities: [...FULL_STORES, 'memberships', 'members', 'audits', 'memberClasses', 'waitingEntries'],
  label: ({ items, waiting: later }) => ({
    zh: items.length > 0 ? `按分类放入 ${items.length} 人` : `${later.length} 人进入等待名单`,
    en:
      items.length > 0
        ? `Place ${items.length} people by class`
        : `Put ${later.length} people on the waiting list`,
  }),
  run: async (tx, { items, waiting: later, language: words }) => {
    const world = await placingWorld(tx, new Set(items.map(({ groupId }) => groupId)));
    const listed = await tx.all('waitingEntries');
    const waitingIds = new Set(listed.map(({ memberId }) => memberId));
    const runOf = new Map([...items, ...later].map(({ memberId, runId }) => [memberId, runId]));
    const isApproved = async (memberId: string) => {
      const runId = runOf.get(memberId);
      if (runId === undefined) return waitingIds.has(memberId);
      return (await tx.get('audits', joinId(memberId, runId)))?.status === 'approved';
    };
    const people = await candidatesOf(tx, [...runOf.keys()], world.groupsOf, isApproved);
    const refused: Refused[] = [];
    const placed = new Set<string>();
    const entered = new Set<GroupRoom>();
    for (const { memberId, groupId, runId } of items) {
      const person = people.get(memberId);
      const room = world.rooms.get(groupId);
      if (!person || placed.has(memberId)) continue;
      const refusal = room
        ? entryRefusal(person, room, world.classes, world.rules)
        : { reason: 'groupDissolved' as const };
      if (refusal || !room) {
        refused.push({ memberId, ...(refusal ?? { reason: 'groupDissolved' as const }) });
        continue;
      }
      room.inside = withOneMore(room.inside, person.identity);
      placed.add(memberId);
      entered.add(room);
      await enter(tx, memberId, groupId, runId);
    }
    for (const { group, inside } of entered) {
      await noteIfFull(tx, group.id, insideTotal(inside), { language: words });
    }
    await forgetWaiting(tx, placed, listed);
    const listedNow = await waitWith(tx, later, people, refused);
    for (const runId of new Set(runOf.values())) {
      if (runId === undefined) continue;
      const ofRun = (ids: Iterable<string>) => [...ids].filter((id) => runOf.get(id) === runId);
      const [count, waits] = [ofRun(placed).length, ofRun(listedNow).length];
      await tellStory(tx, runId, { count, waiting: waits });
    }
    return { placed: [...placed], refused, waiting: listedNow.length };
  },
});

/** Takes people off the waiting list without placing them. */
export const leaveWaitingList = defineCommand({
  name: 'groups.leaveWaitingList',
  input: z.object({ entryIds: z.array(idSchema).min(1).max(MOST_AT_ONCE) }),
  entities: ['waitingEntries'],
  label: ({ entryIds }) => ({
    zh: `把 ${entryIds.length} 人移出等待名单`,
    en: `Take ${entryIds.length} people off the waiting list`,
  }),
  run: async (tx, { entryIds }) => {
    let removed = 0;
    for (const id of new Set(entryIds)) {
      if (!(await tx.get('waitingEntries', id))) continue;
      await tx.remove('waitingEntries', id);
      removed += 1;
    }
    return { removed };
  },
});

/**
 * The rules' answer for one group, with exceptions written down, and how many will be inside; nobody
 * has entered yet.
 */
async function intoGroup(
  tx: Tx,
  groupId: string,
  memberIds: string[],
  why: string | undefined,
  isApproved: (memberId: string) => Promise<boolean>,
): Promise<{ plan: HandPlan; inside: number }> {
  const { rooms, classes, rules, groupsOf } = await placingWorld(tx, new Set([groupId]));
  const room = rooms.get(groupId);
  if (!room) throw new ExpectedError('group-not-found');
  const people = [...(await candidatesOf(tx, memberIds, groupsOf, isApproved)).values()];
  const plan = planByHand(people, room, classes, rules, Boolean(why));
  if (why)
    await noteExceptions(tx, groupId, why, plan, people, (person) =>
      Boolean(entryRefusal(person, room, classes, rules)?.reason.endsWith('Differs')),
    );
  return { plan, inside: insideTotal(room.inside) + plan.placed.length };
}

async function noteExceptions(
  tx: Tx,
  groupId: string,
  reason: string,
  plan: HandPlan,
  people: readonly PlacementCandidate[],
  isException: (person: PlacementCandidate) => boolean,
): Promise<void> {
  const placed = new Set(plan.placed.map(({ memberId }) => memberId));
  const group = await tx.get('groups', groupId);
  const fresh = people
    .filter((person) => placed.has(person.memberId) && isException(person))
    .map(({ memberId }) => ({ memberId, reason, at: tx.now, ...(tx.actor && { by: tx.actor }) }));
  if (!group || fresh.length === 0) return;
  const kept = (group.exceptions ?? []).filter(({ memberId }) => !placed.has(memberId));
  await tx.update('groups', groupId, { exceptions: [...kept, ...fresh].slice(-1000) });
}

async function enter(
  tx: Tx,
  memberId: string,
  groupId: string,
  runId: string | undefined,
): Promise<void> {
  const id = joinId(memberId, groupId);
  if (await tx.get('memberships', id)) {
    await tx.update('memberships', id, { joinedAt: tx.now, leftAt: undefined, runId });
  } else {
    const row = { id, memberId, groupId, joinedAt: tx.now };
    await tx.create('memberships', runId === undefined ? row : { ...row, runId });
  }
}

/** A line of the run's story, where something happened. */
async function tellStory(
  tx: Tx,
  runId: string,
  detail: { count: number; waiting?: number; reason?: string },
): Promise<void> {
  if (detail.count === 0 && !detail.waiting) return;
  await addRunEvent(tx, { runId, kind: 'placed', detail });
}

type WaitingRow = { id: string; memberId: string };

async function forgetWaiting(
  tx: Tx,
  memberIds: ReadonlySet<string>,
  listed?: readonly WaitingRow[],
): Promise<void> {
  for (const { id, memberId } of listed ?? (await tx.all('waitingEntries'))) {
    if (memberIds.has(memberId)) await tx.remove('waitingEntries', id);
  }
}

type Later = z.output<typeof waiting>;

/** Whoever is listed already keeps their place; answers who came. */
async function waitWith(
  tx: Tx,
  later: readonly Later[],
  people: ReadonlyMap<string, PlacementCandidate>,
  refused: Refused[],
): Promise<string[]> {
  const added: string[] = [];
  for (const { memberId, classId, reason, runId } of later) {
    const person = people.get(memberId);
    if (!person) continue;
    if (!person.isApproved) {
      refused.push({ memberId, reason: 'notApproved' });
      continue;
    }
    const id = joinId(memberId, classId);
    const before = await tx.get('waitingEntries', id);
    if (before) {
      if (before.reason !== reason) await tx.update('waitingEntries', id, { reason });
      continue;
    }
    const row = { id, memberId, classId, reason, at: tx.now };
    await tx.create('waitingEntries', runId === undefined ? row : { ...row, runId });
    added.push(memberId);
  }
  return added;
}
