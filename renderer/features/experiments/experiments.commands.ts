import { experimentSchema } from '@shared/domain/experiments/experiment.schema';
import { standingOf } from '@shared/domain/experiments/standing.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand } from '@/db/command';
import { armTexts, loadExperiment, shortName, wholeStart } from './experiment-rows';

const EXPERIMENTS = ['experiments'] as const;

/** What is written before the start; everything else comes with it. */
export const experimentDraftSchema = experimentSchema.pick({
  name: true,
  hypothesis: true,
  factor: true,
  design: true,
  unit: true,
  arms: true,
  columnId: true,
  weights: true,
  alpha: true,
  power: true,
  baseline: true,
  smallestEffect: true,
  clusterCorrelation: true,
  expectedReach: true,
  hours: true,
  minPeople: true,
  dayPlanned: true,
  slotPlanned: true,
  groupIds: true,
  groupSizes: true,
  commonTitle: true,
  commonText: true,
});

export const saveExperiment = defineCommand({
  name: 'experiments.save',
  /** Without an id it is a new one; `seed` is what its lot begins with. */
  input: z.object({
    id: idSchema.optional(),
    seed: experimentSchema.shape.seed,
    draft: experimentDraftSchema,
  }),
  entities: EXPERIMENTS,
  label: ({ draft }) => ({
    zh: `保存实验「${shortName(draft.name)}」`,
    en: `Save the experiment “${shortName(draft.name)}”`,
  }),
  run: async (tx, { id, seed, draft }) => {
    if (id === undefined) {
      const made = tx.newId();
      await tx.create('experiments', {
        ...draft,
        id: made,
        seed,
        ...(tx.actor !== undefined && { createdBy: tx.actor }),
      });
      return { id: made };
    }
    const { state } = await loadExperiment(tx, id);
    if (state !== 'draft') throw new ExpectedError('experiment-started');
    // What the form left empty is cleared.
    const none = Object.fromEntries(
      Object.keys(experimentDraftSchema.shape).map((field) => [field, undefined]),
    );
    await tx.update('experiments', id, { ...none, ...draft });
    return { id };
  },
});

export const removeExperiment = defineCommand({
  name: 'experiments.remove',
  input: z.object({ id: idSchema, name: z.string() }),
  entities: EXPERIMENTS,
  label: ({ name }) => ({
    zh: `删除实验草稿「${shortName(name)}」`,
    en: `Delete the draft “${shortName(name)}”`,
  }),
  run: async (tx, { id }) => {
    const { state } = await loadExperiment(tx, id);
    if (state !== 'draft') throw new ExpectedError('experiment-started');
    await tx.remove('experiments', id);
  },
});

export const duplicateExperiment = defineCommand({
  name: 'experiments.duplicate',
  input: z.object({ id: idSchema, name: experimentSchema.shape.name, seed: z.number().int() }),
  entities: EXPERIMENTS,
  label: ({ name }) => ({
    zh: `复制为实验「${shortName(name)}」`,
    en: `Copy as the experiment “${shortName(name)}”`,
  }),
  run: async (tx, { id, name, seed }) => {
    const source = await loadExperiment(tx, id);
    const { dayPlanned: _day, ...draft } = experimentDraftSchema.parse(source);
    const made = tx.newId();
    await tx.create('experiments', { ...draft, name, id: made, seed });
    return { id: made };
  },
});

const lotInput = z.object({
  id: idSchema,
  /** The groups that take part, with the people inside now and their actions per person lately. */
  groups: z.array(
    z.object({
      id: idSchema,
      size: z.number().int().nonnegative(),
      activity: z.number().nonnegative().optional(),
    }),
  ),
  /** Lots of people: everybody inside those groups. */
  memberIds: z.array(idSchema).optional(),
});

const LOT_STORES = [
  'experiments',
  'experimentUnits',
  'contentItems',
  'groups',
  'segmentSnapshots',
  'workspace',
  'modelSettings',
] as const;

/** Draws the lot, fixes the end and plans one item for each arm: one change. */
export const startExperiment = defineCommand({
  name: 'experiments.start',
  input: lotInput,
  entities: LOT_STORES,
  label: () => ({ zh: '抽签并开始实验', en: 'Draw the lot and start the experiment' }),
  run: async (tx, input) => {
    const experiment = await loadExperiment(tx, input.id);
    if (experiment.state !== 'draft') throw new ExpectedError('experiment-started');
    if (armTexts(experiment).some((text) => text === '')) {
      throw new ExpectedError('experiment-arm-empty');
    }
    const armKeys = experiment.arms.map(({ key }) => key);
    const when = { day: experiment.dayPlanned, slot: experiment.slotPlanned };
    return wholeStart(tx, experiment, { ...input, armKeys, round: 1, ...when });
  },
});

export const startNextRound = defineCommand({
  name: 'experiments.nextRound',
  input: lotInput.extend({
    dayPlanned: experimentSchema.shape.dayPlanned.unwrap(),
    slotPlanned: experimentSchema.shape.slotPlanned.unwrap(),
  }),
  entities: LOT_STORES,
  label: () => ({ zh: '开始下一轮', en: 'Start the next round' }),
  run: async (tx, { dayPlanned: day, slotPlanned: slot, ...input }) => {
    const experiment = await loadExperiment(tx, input.id);
    const { state, endsAt, round = 1, arms } = experiment;
    if (state !== 'running') throw new ExpectedError('experiment-decided');
    if (endsAt === undefined || tx.now < endsAt) throw new ExpectedError('experiment-too-early');
    const units = await tx.findBy('experimentUnits', 'experimentId', input.id);
    const standing = standingOf(experiment, units);
    const stay = new Set(standing.filter((arm) => arm.stays).map(({ armKey }) => armKey));
    if (stay.size === standing.length) throw new ExpectedError('experiment-last-round');
    // The arms keep the order in which they were written: the first stays the one compared with.
    const armKeys = arms.map(({ key }) => key).filter((key) => stay.has(key));
    return wholeStart(tx, experiment, { ...input, armKeys, round: round + 1, day, slot });
  },
});
