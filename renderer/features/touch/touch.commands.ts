import { type TouchStage, touchPlanSchema, touchSchema } from '@shared/domain/touch/touch.schema';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { unpackIds } from '@shared/lib/pack-ids';
import { dayOf } from '@shared/lib/time';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';

const { name, stages, startDay, segmentId, holdOut, quietHours } = touchPlanSchema.shape;

function checkStages(list: readonly TouchStage[]): void {
  if (list.length === 0) throw new ExpectedError('touch-no-stages');
  const keys = new Set(list.map(({ key }) => key));
  if (keys.size !== list.length) throw new ExpectedError('touch-same-stage');
}

async function planOf(tx: Tx, planId: string) {
  const plan = await tx.get('touchPlans', planId);
  if (!plan) throw new ExpectedError('touch-plan-gone');
  return plan;
}

export const createTouchPlan = defineCommand({
  name: 'touch.createPlan',
  input: z.object({
    name,
    // Without a stage is said in words, not as a broken row.
    stages: z.array(stages.element).max(20),
    startDay,
    segmentId,
    holdOut,
    quietHours,
  }),
  entities: ['touchPlans'],
  label: (input) => ({ zh: `新建触达计划「${input.name}」`, en: `Plan touches “${input.name}”` }),
  run: async (tx, input) => {
    checkStages(input.stages);
    const id = tx.newId();
    await tx.create('touchPlans', { ...input, id, createdAt: tx.now });
    return { planId: id };
  },
});

/**
 * Changes a plan. Another share for the hold-out begins with the first orders of tomorrow: whoever
 * is on the plan keeps the lot they drew.
 */
export const changeTouchPlan = defineCommand({
  name: 'touch.changePlan',
  input: z.object({
    planId: idSchema,
    name: name.optional(),
    stages: z.array(stages.element).max(20).optional(),
    quietHours: quietHours.or(z.null()),
    holdOutShare: z.number().min(0).max(0.5).optional(),
    isClosed: z.boolean().optional(),
  }),
  entities: ['touchPlans'],
  label: ({ isClosed }) => {
    if (isClosed === true) return { zh: '结束触达计划', en: 'End a plan of touches' };
    return { zh: '修改触达计划', en: 'Change a plan of touches' };
  },
  run: async (tx, { planId, holdOutShare, isClosed, ...change }) => {
    const plan = await planOf(tx, planId);
    if (change.stages) checkStages(change.stages);
    await tx.update('touchPlans', planId, {
      ...(change.name !== undefined && { name: change.name }),
      ...(change.stages && { stages: change.stages }),
      ...(change.quietHours !== undefined && { quietHours: change.quietHours ?? undefined }),
      ...(isClosed !== undefined && { closedAt: isClosed ? tx.now : undefined }),
    });
    if (holdOutShare === undefined) return;
    const seed = plan.laterHoldOuts?.at(-1)?.seed ?? plan.holdOut?.seed ?? tx.now % 2_147_483_647;
    const fromDay = dayOf(tx.now + 86_400_000, DEFAULT_TIME_ZONE);
    const kept = (plan.laterHoldOuts ?? []).filter((lot) => lot.fromDay < fromDay);
    const lot = { fromDay, share: holdOutShare, seed };
    await tx.update('touchPlans', planId, { laterHoldOuts: [...kept, lot] });
  },
});

/**
 * Notes that people were touched at a stage, or left out on purpose: one person, a selection or
 * everybody of a list, as one change. Who was noted already stays as they are, whichever plan it was
 * for; who is not there any more is left out.
 */
export const markTouched = defineCommand({
  name: 'touch.mark',
  input: z.object({
    planId: idSchema,
    stage: touchSchema.shape.stage,
    /** Ids packed by `packIds`. */
    members: z.string().min(1),
    status: z.enum(['done', 'left']).default('done'),
    stageName: z.string().max(100).default(''),
  }),
  entities: ['touchPlans', 'touches', 'members'],
  label: ({ members, status, stageName }) => {
    const n = unpackIds(members).length;
    return status === 'done'
      ? { zh: `${stageName}触达 ${n} 人`, en: `${stageName}: touch ${n}` }
      : { zh: `${stageName}不触达 ${n} 人`, en: `${stageName}: leave out ${n}` };
  },
  run: async (tx, { planId, stage, members, status }) => {
    const plan = await planOf(tx, planId);
    if (!plan.stages.some(({ key }) => key === stage)) throw new ExpectedError('touch-stage-gone');
    const wanted = [...new Set(unpackIds(members))].sort();
    const people = await tx.getMany('members', wanted);
    const here = wanted.filter((_, at) => people[at] !== undefined);
    const plans = await tx.all('touchPlans');
    const others = plans.filter((it) => it.stages.some(({ key }) => key === stage));
    const known = new Set<string>();
    for (const { id } of others) {
      const ids = here.map((memberId) => touchId(memberId, id, stage));
      for (const touch of await tx.getMany('touches', ids)) if (touch) known.add(touch.memberId);
    }
    const fresh = here.filter((memberId) => !known.has(memberId));
    if (fresh.length === 0) throw new ExpectedError('touch-nobody');
    await tx.bulkCreate(
      'touches',
      fresh.map((memberId) => ({
        id: touchId(memberId, planId, stage),
        memberId,
        planId,
        stage,
        at: tx.now,
        status,
        ...(tx.actor !== undefined && { by: tx.actor }),
      })),
    );
    return { marked: fresh.length, skipped: wanted.length - fresh.length };
  },
});

const touchId = (memberId: string, planId: string, stage: string) =>
  `${memberId}.${planId}.${stage}`;
