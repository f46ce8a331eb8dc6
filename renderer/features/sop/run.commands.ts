import { daySchema } from '@shared/domain/calendar/content.schema';
import { moveStartDay } from '@shared/domain/sop/flow-change.rules';
import { sopRunSchema } from '@shared/domain/sop/sop.schema';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import {
  addRunEvent,
  FLOW_STORES,
  loadFlow,
  momentOf,
  saveChange,
} from '@/features/flow-runs/index';

const titleSchema = sopRunSchema.shape.title;
const personSchema = z.string().trim().max(60);
const runInput = z.object({ runId: idSchema });
export const renameRun = defineCommand({
  name: 'sop.renameRun',
  input: runInput.extend({ title: titleSchema }),
  entities: ['sopRuns', 'runEvents'],
  label: ({ title }) => ({ zh: `改名为「${title}」`, en: `Rename the run to “${title}”` }),
  run: async (tx, { runId, title }) => {
    await needRun(tx, runId);
    await tx.update('sopRuns', runId, { title });
    await addRunEvent(tx, { runId, kind: 'renamed', detail: { title } });
  },
});

/** Who answers for the run; an empty name leaves nobody. */
export const assignRun = defineCommand({
  name: 'sop.assignRun',
  input: runInput.extend({ ownerName: personSchema }),
  entities: ['sopRuns', 'runEvents'],
  label: ({ ownerName }) => ({
    zh: ownerName ? `负责人改为「${ownerName}」` : '清除负责人',
    en: ownerName ? `Make “${ownerName}” the owner` : 'Clear the owner',
  }),
  run: async (tx, { runId, ownerName }) => {
    await needRun(tx, runId);
    await tx.update('sopRuns', runId, { ownerName: ownerName || undefined });
    await addRunEvent(tx, { runId, kind: 'ownerChanged', detail: { name: ownerName } });
  },
});

/** The day from which due days count: every open step is due anew. */
export const setStartDay = defineCommand({
  name: 'sop.setStartDay',
  input: runInput.extend({ startDay: daySchema }),
  entities: FLOW_STORES,
  label: ({ startDay }) => ({
    zh: `开始日改为 ${startDay}`,
    en: `Count from ${startDay}`,
  }),
  run: async (tx, { runId, startDay }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moveStartDay(flow, startDay, await momentOf(tx)));
  },
});

/** The positioning card that the run serves; without one it serves none. */
export const choosePositioning = defineCommand({
  name: 'sop.choosePositioning',
  input: runInput.extend({ positioningId: idSchema.optional() }),
  entities: ['sopRuns', 'positionings', 'runEvents'],
  label: () => ({ zh: '选择定位卡', en: 'Choose the positioning card' }),
  run: async (tx, { runId, positioningId }) => {
    await needRun(tx, runId);
    const card = positioningId ? await tx.get('positionings', positioningId) : undefined;
    if (positioningId && !card) throw new ExpectedError('sop-not-found');
    await tx.update('sopRuns', runId, { positioningId });
    const detail = { name: card?.name ?? '' };
    await addRunEvent(tx, { runId, kind: 'positioningChosen', detail });
  },
});

/** Values of the scripts' variables for the whole run; an empty value clears one. */
export const fillVariables = defineCommand({
  name: 'sop.fillVariables',
  input: runInput.extend({ values: z.record(z.string().max(60), z.string().max(500)) }),
  entities: ['sopRuns', 'runEvents'],
  label: () => ({ zh: '填写话术变量', en: 'Fill in the scripts’ variables' }),
  run: async (tx, { runId, values }) => {
    const run = await needRun(tx, runId);
    const filled = Object.entries({ ...run.variables, ...values }).filter(([, text]) => text);
    await tx.update('sopRuns', runId, { variables: Object.fromEntries(filled) });
    const detail = { names: Object.keys(values).join(' · ').slice(0, 200) };
    await addRunEvent(tx, { runId, kind: 'variablesFilled', detail });
  },
});

/** The same people are in another running flow, and that is meant to be so. */
export const acceptOverlap = defineCommand({
  name: 'sop.acceptOverlap',
  input: runInput.extend({
    otherRunId: idSchema,
    title: z.string().max(100),
    count: z.number().int().positive(),
  }),
  entities: ['sopRuns', 'runEvents'],
  label: ({ title }) => ({
    zh: `接受和「${title}」的重叠`,
    en: `Accept the overlap with “${title}”`,
  }),
  run: async (tx, { runId, otherRunId, title, count }) => {
    await needRun(tx, runId);
    const detail = { otherRunId, title, count };
    await addRunEvent(tx, { runId, kind: 'overlapAccepted', detail });
  },
});

async function needRun(tx: Tx, runId: string) {
  const run = await tx.get('sopRuns', runId);
  if (!run) throw new ExpectedError('sop-not-found');
  return run;
}
