import { runTargetSchema } from '@shared/domain/sop/sop.schema';
import { planRun } from '@shared/domain/sop/sop-run.rules';
import * as moves from '@shared/domain/sop/sop-step.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { loadFlow, loadTemplate, saveChange, workspaceZone } from './sop-flow';

const FLOW = ['sopRuns', 'sopSteps'] as const;
const stepInput = z.object({ runId: idSchema, position: z.number().int().positive() });
const titleSchema = z.string().trim().min(1).max(100);
const readingSchema = z.object({
  count: z.number().int().nonnegative(),
  source: z.enum(['typed', 'imported', 'records']),
});

export const startRun = defineCommand({
  name: 'sop.startRun',
  input: z.object({ title: titleSchema, templateKey: z.string() }),
  entities: [...FLOW, 'sopTemplates', 'workspace'],
  label: ({ title }) => ({ zh: `开始流程「${title}」`, en: `Start the run “${title}”` }),
  run: async (tx, { title, templateKey }) => {
    const template = await loadTemplate(tx, templateKey);
    const timeZone = await workspaceZone(tx);
    const plan = planRun(template, { runId: tx.newId(), title, now: tx.now, timeZone });
    await tx.create('sopRuns', plan.run);
    for (const step of plan.steps) await tx.create('sopSteps', step);
    return { runId: plan.run.id };
  },
});

export const renameRun = defineCommand({
  name: 'sop.renameRun',
  input: z.object({ runId: idSchema, title: titleSchema }),
  entities: ['sopRuns'],
  label: ({ title }) => ({ zh: `改名为「${title}」`, en: `Rename the run to “${title}”` }),
  run: async (tx, { runId, title }) => {
    if (!(await tx.get('sopRuns', runId))) throw new ExpectedError('sop-not-found');
    await tx.update('sopRuns', runId, { title });
  },
});

export const chooseTarget = defineCommand({
  name: 'sop.chooseTarget',
  input: z.object({ runId: idSchema, target: runTargetSchema, count: readingSchema.shape.count }),
  entities: FLOW,
  label: ({ count }) => ({
    zh: `选定目标用户 ${count} 人`,
    en: `Choose ${count} people as the target`,
  }),
  run: async (tx, { runId, target, count }) => {
    const flow = await loadFlow(tx, runId);
    const first = flow.steps.find((step) => step.definition.tool === 'segment');
    await tx.update('sopRuns', runId, { target });
    if (!first) return;
    const reading = { count, source: 'records' as const };
    await saveChange(tx, runId, moves.readMetric(flow, first.position, reading, tx.now));
  },
});

export const tickItem = defineCommand({
  name: 'sop.tickItem',
  input: stepInput.extend({ key: z.string(), isTicked: z.boolean() }),
  entities: FLOW,
  label: ({ position, isTicked }) =>
    isTicked
      ? { zh: `勾选第 ${position} 步的一项`, en: `Tick an item of step ${position}` }
      : { zh: `取消勾选第 ${position} 步的一项`, en: `Untick an item of step ${position}` },
  run: async (tx, { runId, position, key, isTicked }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.tickItem(flow, position, key, isTicked, tx.now));
  },
});

export const readMetric = defineCommand({
  name: 'sop.readMetric',
  input: stepInput.extend({ reading: readingSchema.optional() }),
  entities: FLOW,
  label: ({ position, reading }) => ({
    zh: reading ? `第 ${position} 步读数记为 ${reading.count}` : `清除第 ${position} 步的读数`,
    en: reading
      ? `Write down ${reading.count} for step ${position}`
      : `Clear the number of step ${position}`,
  }),
  run: async (tx, { runId, position, reading }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.readMetric(flow, position, reading, tx.now));
  },
});

export const setTargetRate = defineCommand({
  name: 'sop.setTargetRate',
  input: stepInput.extend({ targetRate: z.number().min(0).max(1).optional() }),
  entities: FLOW,
  label: ({ position }) => ({
    zh: `修改第 ${position} 步的目标`,
    en: `Change the target of step ${position}`,
  }),
  run: async (tx, { runId, position, targetRate }) => {
    const { run, steps } = await loadFlow(tx, runId);
    const step = steps.find((candidate) => candidate.position === position);
    if (!step) throw new ExpectedError('sop-not-found');
    if (run.status === 'ended') throw new ExpectedError('sop-run-ended');
    const metric = { ...step.definition.metric, targetRate };
    await tx.update('sopSteps', step.id, { definition: { ...step.definition, metric } });
  },
});

export const completeStep = defineCommand({
  name: 'sop.completeStep',
  input: stepInput.extend({ reading: readingSchema.optional() }),
  entities: FLOW,
  label: ({ position }) => ({ zh: `完成第 ${position} 步`, en: `Complete step ${position}` }),
  run: async (tx, { runId, position, reading }) => {
    const flow = await loadFlow(tx, runId);
    const change = moves.completeStep(flow, position, reading, tx.now);
    await saveChange(tx, runId, change);
    return {
      overriddenCount: change.overriddenKeys.length,
      isRunFinished: change.run.status === 'finished',
    };
  },
});

export const skipStep = defineCommand({
  name: 'sop.skipStep',
  input: stepInput.extend({ reason: z.string().max(500) }),
  entities: FLOW,
  label: ({ position }) => ({ zh: `跳过第 ${position} 步`, en: `Skip step ${position}` }),
  run: async (tx, { runId, position, reason }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.skipStep(flow, position, reason, tx.now));
  },
});

export const reopenStep = defineCommand({
  name: 'sop.reopenStep',
  input: stepInput,
  entities: FLOW,
  label: ({ position }) => ({ zh: `重新打开第 ${position} 步`, en: `Reopen step ${position}` }),
  run: async (tx, { runId, position }) => {
    const flow = await loadFlow(tx, runId);
    await saveChange(tx, runId, moves.reopenStep(flow, position, tx.now));
  },
});

export const endRun = defineCommand({
  name: 'sop.endRun',
  input: z.object({ runId: idSchema }),
  entities: FLOW,
  label: () => ({ zh: '提前结束流程', en: 'End the run early' }),
  run: async (tx, { runId }) => {
    await saveChange(tx, runId, moves.endRun(await loadFlow(tx, runId), tx.now));
  },
});
