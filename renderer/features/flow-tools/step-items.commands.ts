import {
  STEP_ITEM_KINDS,
  type StepItem,
  stepItemSchema,
} from '@shared/domain/sop/run-record.schema';
import { stepItemId } from '@shared/domain/step-tools/ready-items';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { FLOW_STORES } from '@/features/flow-runs';
import { openStep, seededItems } from './step-items-store';

const ITEM_STORES = [...FLOW_STORES, 'stepItems', 'funnelCounts'] as const;

const place = z.object({
  runId: idSchema,
  position: z.number().int().positive(),
  kind: z.enum(STEP_ITEM_KINDS),
  /** In which the items that the step came with are written down at the first edit. */
  language: z.enum(['zh', 'en']),
});

/** As long as a place may be called among the figures. */
const label = z.string().trim().min(1).max(100);
const { state, asset, url, fromDay, toDay, ownerName, seenCount, passedCount, note } =
  stepItemSchema.shape;
const patchSchema = z
  .object({ label, state, asset, url, fromDay, toDay, ownerName, seenCount, passedCount, note })
  .partial();
const CLEARABLE = [
  'asset',
  'url',
  'fromDay',
  'toDay',
  'ownerName',
  'seenCount',
  'passedCount',
  'note',
] as const;

const refuseTaken = (items: readonly StepItem[], name: string, exceptKey?: string) => {
  const isTaken = items.some((item) => item.key !== exceptKey && item.label === name.trim());
  if (isTaken) throw new ExpectedError('step-item-name-taken', { name: name.trim() });
};

/** Changes one of a step's places, ways over or reasons; figures kept under its name go along. */
export const editStepItem = defineCommand({
  name: 'flow-tools.editStepItem',
  input: place.extend({
    key: z.string(),
    patch: patchSchema,
    /** Fields that are to be empty. */
    clear: z.array(z.enum(CLEARABLE)).default([]),
  }),
  entities: ITEM_STORES,
  label: ({ position }) => ({
    zh: `修改第 ${position} 步的明细`,
    en: `Edit the details of step ${position}`,
  }),
  run: async (tx, { key, patch, clear, kind, language, ...at }) => {
    const { step } = await openStep(tx, at);
    const items = await seededItems(tx, step, kind, language);
    const before = items.find((item) => item.key === key);
    if (!before) throw new ExpectedError('step-item-not-found');
    const cleared = Object.fromEntries(clear.map((field) => [field, undefined]));
    const after: StepItem = { ...before, ...patch, ...cleared };
    if (after.fromDay && after.toDay && after.toDay < after.fromDay) {
      throw new ExpectedError('step-item-days-reversed', { name: after.label });
    }
    if (patch.label !== undefined) refuseTaken(items, patch.label, key);
    await tx.update('stepItems', before.id, { ...patch, ...cleared });
    if (kind === 'placement' && after.label !== before.label) {
      await renameCounts(tx, at.runId, before.label, after.label);
    }
  },
});

/** Later steps are told apart by the same places. */
async function renameCounts(tx: Tx, runId: string, from: string, to: string): Promise<void> {
  for (const row of await tx.findBy('funnelCounts', 'runId', runId)) {
    if (row.placement?.trim() !== from) continue;
    await tx.update('funnelCounts', row.id, { placement: to });
  }
}

/** One more place, way over or reason, after those that are there. */
export const addStepItem = defineCommand({
  name: 'flow-tools.addStepItem',
  input: place.extend({ label }),
  entities: ITEM_STORES,
  label: (input) => ({ zh: `添加「${input.label}」`, en: `Add “${input.label}”` }),
  run: async (tx, { kind, language, label: name, ...at }) => {
    const { step } = await openStep(tx, at);
    const items = await seededItems(tx, step, kind, language);
    refuseTaken(items, name);
    const key = tx.newId();
    const rank = Math.max(-1, ...items.map((item) => item.rank)) + 1;
    const first = kind === 'placement' ? { state: 'planned' as const } : {};
    const id = stepItemId(at, key);
    await tx.create('stepItems', { id, ...at, kind, key, label: name, rank, ...first });
    return { key };
  },
});

/** Takes one away; a place that has figures stays, or they would belong to nothing. */
export const removeStepItem = defineCommand({
  name: 'flow-tools.removeStepItem',
  input: place.extend({ key: z.string(), label: z.string() }),
  entities: ITEM_STORES,
  label: (input) => ({ zh: `删除「${input.label}」`, en: `Remove “${input.label}”` }),
  run: async (tx, { kind, language, key, label: name, ...at }) => {
    const { step } = await openStep(tx, at);
    const items = await seededItems(tx, step, kind, language);
    const item = items.find((candidate) => candidate.key === key);
    if (!item) throw new ExpectedError('step-item-not-found');
    if (kind === 'placement') {
      const rows = await tx.findBy('funnelCounts', 'runId', at.runId);
      if (rows.some((row) => row.placement?.trim() === item.label))
        throw new ExpectedError('step-item-has-figures', { name });
    }
    await tx.remove('stepItems', item.id);
  },
});
