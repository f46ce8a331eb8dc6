import {
  type MoveOutcome,
  mayStep,
  settleMoves,
  type TransferStep,
} from '@shared/domain/group-life/transfer.rules';
import type { TransferItem } from '@shared/domain/group-life/transfer.schema';
import { insideTotal } from '@shared/domain/groups/entry.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { candidatesOf, FULL_STORES, noteIfFull, placingWorld } from '@/features/group-rooms/index';
import { openPlan } from './transfer-plan.commands';

const MOST_AT_ONCE = 5000;
const memberIds = z.array(idSchema).min(1).max(MOST_AT_ONCE);

/** The people of the plan that may take this step; the others are passed over. */
async function itemsFor(
  tx: Tx,
  planId: string,
  ids: readonly string[],
  step: TransferStep,
): Promise<TransferItem[]> {
  const wanted = [...new Set(ids)].map((memberId) => joinId(planId, memberId));
  const items = await tx.getMany('transferItems', wanted);
  return items.flatMap((it) => (it && mayStep(it.state, step) ? [it] : []));
}

const stamp = (tx: Tx) => ({ at: tx.now, by: tx.actor });

/** Notes that people were invited; asking again those who said no is allowed. */
export const inviteToMove = defineCommand({
  name: 'groupTransfer.invite',
  input: z.object({ planId: idSchema, memberIds }),
  entities: ['transferPlans', 'transferItems'],
  label: ({ memberIds: ids }) => ({
    zh: `邀请 ${ids.length} 人换群`,
    en: `Invite ${ids.length} people to the other group`,
  }),
  run: async (tx, { planId, memberIds: ids }) => {
    const plan = await openPlan(tx, planId);
    const items = await itemsFor(tx, planId, ids, 'invite');
    const able = items.filter(({ toGroupId }) => toGroupId !== undefined);
    for (const { id } of able) {
      await tx.update('transferItems', id, { state: 'invited', reason: undefined, ...stamp(tx) });
    }
    if (able.length > 0 && plan.state === 'draft') {
      await tx.update('transferPlans', planId, { state: 'inviting' });
    }
    return { invited: able.map(({ memberId }) => memberId) };
  },
});

/**
 * They came: into the new group and out of the old one at once, if the rules of entry let them in as
 * the groups are now. Whoever is refused stays in the old group, with the reason.
 */
export const moveByPlan = defineCommand({
  name: 'groupTransfer.move',
  input: z.object({ planId: idSchema, memberIds, language: z.enum(['zh', 'en']).optional() }),
  entities: [
    ...FULL_STORES,
    'transferPlans',
    'transferItems',
    'memberships',
    'members',
    'memberClasses',
  ],
  label: ({ memberIds: ids }) => ({
    zh: `${ids.length} 人换到新群`,
    en: `Move ${ids.length} people to the other group`,
  }),
  run: async (tx, { planId, memberIds: ids, language }): Promise<{ outcomes: MoveOutcome[] }> => {
    const plan = await openPlan(tx, planId);
    const items = await itemsFor(tx, planId, ids, 'move');
    const targets = new Set(items.flatMap(({ toGroupId }) => toGroupId ?? []));
    targets.delete(plan.fromGroupId);
    const { rooms, classes, rules, groupsOf } = await placingWorld(tx, targets);
    const wishes = items.map(({ memberId, toGroupId }) => ({ memberId, toGroupId }));
    const everybody = wishes.map(({ memberId }) => memberId);
    const people = await candidatesOf(tx, everybody, groupsOf, async () => true);
    const settled = settleMoves(wishes, people, rooms, { classes, rules });
    const { outcomes } = settled;
    for (const outcome of outcomes) {
      const { memberId } = outcome;
      const isMoved = outcome.state === 'moved';
      if (isMoved) await changeGroup(tx, memberId, plan.fromGroupId, outcome.toGroupId);
      await tx.update('transferItems', joinId(planId, memberId), {
        state: outcome.state,
        reason: isMoved ? undefined : outcome.reason,
        ...stamp(tx),
      });
    }
    for (const { group, inside } of settled.rooms.values()) {
      if (rooms.get(group.id)?.inside === inside) continue;
      await noteIfFull(tx, group.id, insideTotal(inside), { language });
    }
    return { outcomes };
  },
});

/** The name inside the old group goes along: it is how the next list finds them. */
async function changeGroup(
  tx: Tx,
  memberId: string,
  fromGroupId: string,
  toGroupId: string,
): Promise<void> {
  const old = await tx.get('memberships', joinId(memberId, fromGroupId));
  if (old && old.leftAt === undefined) await tx.update('memberships', old.id, { leftAt: tx.now });
  const id = joinId(memberId, toGroupId);
  const role = old?.role === 'koc' ? ('koc' as const) : ('ordinary' as const);
  const nickname = old?.nickname && { nickname: old.nickname };
  const joinedAt = tx.now;
  if (await tx.get('memberships', id)) {
    await tx.update('memberships', id, { joinedAt, leftAt: undefined, role, ...nickname });
    return;
  }
  await tx.create('memberships', { id, memberId, groupId: toGroupId, joinedAt, role, ...nickname });
}

/** They would rather not; why, if they said so. */
export const declineMove = defineCommand({
  name: 'groupTransfer.decline',
  input: z.object({ planId: idSchema, memberIds, reason: z.string().trim().max(300).optional() }),
  entities: ['transferPlans', 'transferItems'],
  label: ({ memberIds: ids }) => ({
    zh: `${ids.length} 人谢绝换群`,
    en: `${ids.length} people decline the other group`,
  }),
  run: async (tx, { planId, memberIds: ids, reason }) => {
    await openPlan(tx, planId);
    const items = await itemsFor(tx, planId, ids, 'decline');
    for (const { id } of items) {
      const patch = { state: 'declined' as const, reason: reason || undefined, ...stamp(tx) };
      await tx.update('transferItems', id, patch);
    }
    return { declined: items.map(({ memberId }) => memberId) };
  },
});

/** Another group for somebody of the plan, who has to be asked (again) then. */
export const redirectMove = defineCommand({
  name: 'groupTransfer.redirect',
  input: z.object({ planId: idSchema, memberIds, toGroupId: idSchema }),
  entities: ['transferPlans', 'transferItems', 'groups'],
  label: () => ({ zh: '改转移去向', en: 'Change where people are to go' }),
  run: async (tx, { planId, memberIds: ids, toGroupId }) => {
    const plan = await openPlan(tx, planId);
    const group = await tx.get('groups', toGroupId);
    if (!group || toGroupId === plan.fromGroupId) throw new ExpectedError('group-not-found');
    if (group.phase === 'dissolved') throw new ExpectedError('group-dissolved');
    const wanted = [...new Set(ids)].map((memberId) => joinId(planId, memberId));
    let changed = 0;
    for (const item of await tx.getMany('transferItems', wanted)) {
      if (!item || item.state === 'moved') continue;
      const patch = { toGroupId, state: 'planned' as const, reason: undefined, ...stamp(tx) };
      await tx.update('transferItems', item.id, patch);
      changed += 1;
    }
    return { changed };
  },
});
