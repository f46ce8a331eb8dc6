import { transferPlanSchema } from '@shared/domain/group-life/transfer.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_AT_ONCE = 5000;
const { reasons, invitation, untilDay, note } = transferPlanSchema.shape;
const placed = z.object({ memberId: idSchema, toGroupId: idSchema.optional() });

/** A plan that is under way; one that is over takes no more steps. */
export async function openPlan(tx: Tx, planId: string) {
  const plan = await tx.get('transferPlans', planId);
  if (!plan) throw new ExpectedError('transfer-plan-not-found');
  if (plan.state === 'dissolved' || plan.state === 'dropped') {
    throw new ExpectedError('transfer-plan-over');
  }
  return plan;
}

/**
 * Writes down the decision about a group and who is to go where. Whoever has no group to go to is in
 * the plan as well, refused with the reason, so that nobody is forgotten.
 */
export const makeTransferPlan = defineCommand({
  name: 'groupTransfer.make',
  input: z.object({
    groupId: idSchema,
    planned: z.array(placed).max(MOST_AT_ONCE),
    refused: z
      .array(z.object({ memberId: idSchema, reason: z.string().max(300) }))
      .max(MOST_AT_ONCE)
      .default([]),
    reasons: reasons.unwrap().default([]),
    invitation,
    untilDay,
    note,
  }),
  entities: ['transferPlans', 'transferItems', 'groups', 'groupEvents'],
  label: ({ planned }) => ({
    zh: `做转移计划（${planned.length} 人）`,
    en: `Plan the transfer of ${planned.length} people`,
  }),
  run: async (tx, input) => {
    const { groupId } = input;
    const group = await tx.get('groups', groupId);
    if (!group) throw new ExpectedError('group-not-found');
    if (group.phase === 'dissolved') throw new ExpectedError('group-dissolved');
    for (const plan of await tx.findBy('transferPlans', 'fromGroupId', groupId)) {
      if (plan.state !== 'dropped' && plan.state !== 'dissolved') {
        throw new ExpectedError('transfer-plan-exists', { name: group.name });
      }
    }
    const planId = tx.newId();
    const by = tx.actor && { by: tx.actor };
    await tx.create('transferPlans', {
      id: planId,
      fromGroupId: groupId,
      createdAt: tx.now,
      ...(tx.actor && { createdBy: tx.actor }),
      reasons: input.reasons,
      ...(input.invitation && { invitation: input.invitation }),
      ...(input.untilDay && { untilDay: input.untilDay }),
      ...(input.note && { note: input.note }),
    });
    const seen = new Set<string>();
    const add = async (memberId: string, more: { toGroupId?: string; reason?: string }) => {
      if (seen.has(memberId)) return;
      seen.add(memberId);
      const state = more.reason === undefined ? ('planned' as const) : ('refused' as const);
      const id = joinId(planId, memberId);
      await tx.create('transferItems', { id, planId, memberId, state, at: tx.now, ...more, ...by });
    };
    for (const { memberId, toGroupId } of input.planned) {
      await add(memberId, toGroupId === undefined ? {} : { toGroupId });
    }
    for (const { memberId, reason } of input.refused) await add(memberId, { reason });
    const event = { id: tx.newId(), groupId, kind: 'plan' as const, at: tx.now, refId: planId };
    await tx.create('groupEvents', { ...event, evidence: { people: seen.size }, ...by });
    return { planId };
  },
});

/** Changes words and last day of a plan, not its people. */
export const editTransferPlan = defineCommand({
  name: 'groupTransfer.edit',
  input: z.object({ planId: idSchema, invitation, untilDay, note }),
  entities: ['transferPlans'],
  label: () => ({ zh: '修改转移计划', en: 'Edit a transfer plan' }),
  run: async (tx, { planId, ...words }) => {
    await openPlan(tx, planId);
    await tx.update('transferPlans', planId, {
      invitation: words.invitation || undefined,
      untilDay: words.untilDay,
      note: words.note || undefined,
    });
  },
});

/** The group stays after all. People who were moved stay where they are. */
export const dropTransferPlan = defineCommand({
  name: 'groupTransfer.drop',
  input: z.object({ planId: idSchema }),
  entities: ['transferPlans'],
  label: () => ({ zh: '放弃转移计划', en: 'Drop a transfer plan' }),
  run: async (tx, { planId }) => {
    await openPlan(tx, planId);
    await tx.update('transferPlans', planId, { state: 'dropped' });
  },
});

/** "Looked at, may go": ticks a line of the checklist, or takes the tick off. */
export const tickDissolveCheck = defineCommand({
  name: 'groupTransfer.tick',
  input: z.object({ planId: idSchema, key: z.string().min(1).max(60), isTicked: z.boolean() }),
  entities: ['transferPlans'],
  label: ({ isTicked }) =>
    isTicked
      ? { zh: '勾选解散清单的一项', en: 'Tick a line of the checklist' }
      : { zh: '取消勾选解散清单的一项', en: 'Untick a line of the checklist' },
  run: async (tx, { planId, key, isTicked }) => {
    const { ticks } = await openPlan(tx, planId);
    const { [key]: _, ...rest } = ticks;
    const tick = { at: tx.now, ...(tx.actor && { by: tx.actor }) };
    await tx.update('transferPlans', planId, { ticks: isTicked ? { ...rest, [key]: tick } : rest });
  },
});
