import { answerItem as answered } from '@shared/domain/sop/checklist.rules';
import * as moves from '@shared/domain/sop/sop-step.rules';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { FLOW_STORES, loadFlow, momentOf, saveChange } from '@/features/flow-runs/index';

const entities = FLOW_STORES;
const stepInput = z.object({ runId: idSchema, position: z.number().int().positive() });
const readingSchema = z.object({
  count: z.number().int().nonnegative(),
  source: z.enum(['typed', 'imported', 'records']),
});
const answerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('tick') }),
  z.object({ result: z.literal('pass') }),
  z.object({ result: z.literal('fail'), note: z.string().max(500) }),
  z.object({ result: z.literal('value'), value: z.string().max(500) }),
]);

/** One item of a checklist in its own kind; without an answer the one that is there goes. */
export const answerItem = defineCommand({
  name: 'sop.answerItem',
  input: stepInput.extend({ key: z.string(), answer: answerSchema.optional() }),
  entities,
  label: ({ position, answer }) =>
    answer
      ? { zh: `填第 ${position} 步清单的一项`, en: `Answer an item of step ${position}` }
      : { zh: `清除第 ${position} 步清单的一项`, en: `Clear an item of step ${position}` },
  run: async (tx, { runId, position, key, answer }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, answered(flow, position, key, answer, await momentOf(tx)));
  },
});

export const readMetric = defineCommand({
  name: 'sop.readMetric',
  input: stepInput.extend({ reading: readingSchema.optional() }),
  entities,
  label: ({ position, reading }) => ({
    zh: reading ? `记下第 ${position} 步的读数` : `清除第 ${position} 步的读数`,
    en: reading
      ? `Write down the number of step ${position}`
      : `Clear the number of step ${position}`,
  }),
  run: async (tx, { runId, position, reading }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.readMetric(flow, position, reading, await momentOf(tx)));
  },
});

export const completeStep = defineCommand({
  name: 'sop.completeStep',
  input: stepInput.extend({
    reading: readingSchema.optional(),
    overrideReason: z.string().max(500).optional(),
  }),
  entities,
  label: ({ position }) => ({ zh: `完成第 ${position} 步`, en: `Complete step ${position}` }),
  run: async (tx, { runId, position, reading, overrideReason }) => {
    const flow = await loadFlow(tx, runId);
    const given = { reading, overrideReason };
    const change = moves.completeStep(flow, position, given, await momentOf(tx));
    await saveChange(tx, runId, change);
    return {
      overriddenCount: change.overriddenKeys.length,
      isRunFinished: change.run.status === 'finished',
    };
  },
});

/** Why a step was completed with open items, when it was not said at once. */
export const explainOverride = defineCommand({
  name: 'sop.explainOverride',
  input: stepInput.extend({ reason: z.string().trim().min(1).max(500) }),
  entities,
  label: ({ position }) => ({
    zh: `补写第 ${position} 步先完成的理由`,
    en: `Give the reason for step ${position}`,
  }),
  run: async (tx, { runId, position, reason }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.explainOverride(flow, position, reason, await momentOf(tx)));
  },
});

export const skipStep = defineCommand({
  name: 'sop.skipStep',
  input: stepInput.extend({ reason: z.string().max(500) }),
  entities,
  label: ({ position }) => ({ zh: `跳过第 ${position} 步`, en: `Skip step ${position}` }),
  run: async (tx, { runId, position, reason }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.skipStep(flow, position, reason, await momentOf(tx)));
  },
});

export const reopenStep = defineCommand({
  name: 'sop.reopenStep',
  input: stepInput,
  entities,
  label: ({ position }) => ({ zh: `重新打开第 ${position} 步`, en: `Reopen step ${position}` }),
  run: async (tx, { runId, position }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.reopenStep(flow, position, await momentOf(tx)));
  },
});

export const endRun = defineCommand({
  name: 'sop.endRun',
  input: z.object({ runId: idSchema, reason: z.string().max(500).default('') }),
  entities,
  label: () => ({ zh: '提前结束流程', en: 'End the run early' }),
  run: async (tx, { runId, reason }) => {
    await saveChange(
      tx,
      runId,
      moves.endRun(await loadFlow(tx, runId), reason, await momentOf(tx)),
    );
  },
});
