import { daySchema } from '@shared/domain/calendar/content.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { readMetric } from '@shared/domain/sop/sop-step.rules';
import { sumDaily } from '@shared/domain/step-tools/daily-counts.rules';
import { placesStep } from '@shared/domain/step-tools/ready-items';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { FLOW_STORES, loadFlow, momentOf, saveChange } from '@/features/flow-runs';
import { openStep, type StepPlace, seededItems } from './step-items-store';

const COUNT_STORES = [...FLOW_STORES, 'stepItems', 'funnelCounts'] as const;
const place = { runId: idSchema, position: z.number().int().positive() };

/** The one typed figure of a step's day and place, on whichever laptop it was typed. */
const typedId = ({ runId, position }: StepPlace, day: string, key: string) =>
  `${runId}.${position}.${day}.${key}`;

/**
 * Writes down how many came on one day, at one of the step's places or on the whole day; without a
 * count the figure is taken away. The step's number follows unless the leader typed it.
 */
export const saveDayCount = defineCommand({
  name: 'flow-tools.saveDayCount',
  input: z.object({
    ...place,
    day: daySchema,
    /** A place's key; '' for the whole day. */
    key: z.string().max(60),
    count: z.number().int().nonnegative().optional(),
    language: z.enum(['zh', 'en']),
  }),
  entities: COUNT_STORES,
  label: ({ position, day, count }) =>
    count === undefined
      ? {
          zh: `清除第 ${position} 步 ${day} 的数`,
          en: `Clear a figure of step ${position}, ${day}`,
        }
      : {
          zh: `第 ${position} 步 ${day} 记下 ${count}`,
          en: `Write down ${count} for step ${position} on ${day}`,
        },
  run: async (tx, { day, key, count, language, ...at }) => {
    const { step, steps } = await openStep(tx, at);
    if (step.state === 'skipped') throw new ExpectedError('sop-step-closed', at);
    const placement =
      key === '' ? undefined : await placeName(tx, placesStep(steps, at.position), key, language);
    const id = typedId(at, day, key);
    const before = await tx.get('funnelCounts', id);
    if (count === undefined) {
      if (before) await tx.remove('funnelCounts', id);
    } else if (before) {
      await tx.update('funnelCounts', id, { count });
    } else {
      const { runId, position } = at;
      const row = { id, runId, day, step: position, count };
      await tx.create('funnelCounts', placement === undefined ? row : { ...row, placement });
    }
    await followSum(tx, at);
  },
});

/** Makes the sum of the step's figures its number again, in place of what was typed. */
export const takeDailySum = defineCommand({
  name: 'flow-tools.takeDailySum',
  input: z.object(place),
  entities: COUNT_STORES,
  label: ({ position }) => ({
    zh: `第 ${position} 步改用每天相加的数`,
    en: `Use the daily sum for step ${position}`,
  }),
  run: async (tx, at) => {
    await openStep(tx, at);
    await followSum(tx, at, true);
  },
});

async function placeName(
  tx: Tx,
  step: SopStep | undefined,
  key: string,
  language: 'zh' | 'en',
): Promise<string> {
  const items = step ? await seededItems(tx, step, 'placement', language) : [];
  const item = items.find((candidate) => candidate.key === key);
  if (!item) throw new ExpectedError('step-item-not-found');
  return item.label;
}

async function followSum(tx: Tx, { runId, position }: StepPlace, isAsked = false): Promise<void> {
  const flow = await loadFlow(tx, runId);
  const step = flow.steps.find((candidate) => candidate.position === position);
  if (!step) return;
  const isTyped = step.metricSource === 'typed' && step.metricCount !== undefined;
  if (isTyped && !isAsked) return;
  const all = await tx.findBy('funnelCounts', 'runId', runId);
  const rows = all.filter((row) => row.step === position);
  const { total } = sumDaily(rows);
  const isSame = step.metricCount === total && step.metricSource === 'records';
  if (isSame && rows.length > 0) return;
  if (rows.length === 0 && step.state === 'done') return;
  const reading = rows.length === 0 ? undefined : { count: total, source: 'records' as const };
  const change = readMetric(flow, position, reading, await momentOf(tx));
  // A figure typed for a day is no event of the run; only a sum that somebody asked for is.
  await saveChange(tx, runId, isAsked ? change : { ...change, story: [] });
}
