import {
  transferCountsSchema,
  transferPlanSchema,
} from '@shared/domain/group-life/transfer.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { joinId } from '@shared/lib/record-ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const MOST_AT_ONCE = 5000;
const { reasons, invitation, untilDay, note, weeks } = transferPlanSchema.shape;
const counts = transferCountsSchema.optional();
const placed = z.object({ memberId: idSchema, toGroupId: idSchema.optional(), counts });
const refused = z.object({ memberId: idSchema, reason: z.string().max(300), counts });
const people = {
  planned: z.array(placed).max(MOST_AT_ONCE),
  refused: z.array(refused).max(MOST_AT_ONCE).default([]),
};

/** A plan that is under way; one that is over takes no more steps. */
export async function openPlan(tx: Tx, planId: string) {
  const plan = await tx.get('transferPlans', planId);
  if (!plan) throw new ExpectedError('transfer-plan-not-found');
  if (plan.state === 'dissolved' || plan.state === 'dropped') {
    throw new ExpectedError('transfer-plan-over');
  }
  return plan;
}

type Newcomers = z.infer<z.ZodObject<typeof people>>;

/** Who is in the plan already is passed over. */
async function addPeople(tx: Tx, planId: string, newcomers: Newcomers): Promise<number> {
  const by = tx.actor && { by: tx.actor };
  let added = 0;
  const add = async (
    state: 'planned' | 'refused',
    { counts: done, ...it }: Newcomers['planned'][number] & { reason?: string },
  ) => {
    const id = joinId(planId, it.memberId);
    if (await tx.get('transferItems', id)) return;
    const more = { ...(done && { counts: done }), ...by };
    await tx.create('transferItems', { id, planId, at: tx.now, state, ...it, ...more });
    added += 1;
  };
  for (const it of newcomers.planned) await add('planned', it);
  for (const it of newcomers.refused) await add('refused', it);
  return added;
}

/**
 * Writes down the decision about a group and who is to go where. Whoever has no group to go to is in
 * the plan as well, refused with the reason, so that nobody is forgotten.
 */
export const makeTransferPlan = defineCommand({
  name: 'groupTransfer.make',
  input: z.object({
    groupId: idSchema,
    ...people,
    reasons: reasons.unwrap().default([]),
    invitation,
    untilDay,
    note,
    weeks,
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
      ...(input.weeks && { weeks: input.weeks }),
    });
    const added = await addPeople(tx, planId, input);
    const event = { id: tx.newId(), groupId, kind: 'plan' as const, at: tx.now, refId: planId };
    await tx.create('groupEvents', { ...event, evidence: { people: added }, ...by });
    return { planId };
  },
});

/** Brings more people of the group into a plan that is under way. */
export const addToTransferPlan = defineCommand({
  name: 'groupTransfer.add',
  input: z.object({ planId: idSchema, ...people }),
  entities: ['transferPlans', 'transferItems'],
  label: ({ planned, refused: others }) => ({
    zh: `转移计划加 ${planned.length + others.length} 人`,
    en: `Add ${planned.length + others.length} people to a transfer plan`,
  }),
  run: async (tx, { planId, ...newcomers }) => {
    await openPlan(tx, planId);
    return { added: await addPeople(tx, planId, newcomers) };
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
  input: z.object({
    planId: idSchema,
    key: z.string().min(1).max(60),
    isTicked: z.boolean(),
    reason: z.string().trim().max(300).optional(),
  }),
  entities: ['transferPlans'],
  label: ({ isTicked }) =>
    isTicked
      ? { zh: '勾选解散清单的一项', en: 'Tick a line of the checklist' }
      : { zh: '取消勾选解散清单的一项', en: 'Untick a line of the checklist' },
  run: async (tx, { planId, key, isTicked, reason }) => {
    const { ticks } = await openPlan(tx, planId);
    const { [key]: _, ...rest } = ticks;
    const tick = { at: tx.now, ...(tx.actor && { by: tx.actor }), ...(reason && { reason }) };
    await tx.update('transferPlans', planId, { ticks: isTicked ? { ...rest, [key]: tick } : rest });
  },
});
