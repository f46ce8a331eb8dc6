import { experimentUnitSchema } from '@shared/domain/experiments/experiment.schema';
import { armsInPlay, judge } from '@shared/domain/experiments/verdict.rules';
import { ExpectedError } from '@shared/lib/errors';
import { idSchema } from '@shared/lib/ids';
import { z } from 'zod';
import { defineCommand, type Tx } from '@/db/command';
import { loadExperiment } from './experiment-rows';

const STORES = ['experiments', 'experimentUnits'] as const;
const fields = experimentUnitSchema.shape;

async function loadRunning(tx: Tx, id: string) {
  const experiment = await loadExperiment(tx, id);
  if (experiment.state !== 'running') throw new ExpectedError('experiment-decided');
  return experiment;
}

export const writeReadings = defineCommand({
  name: 'experiments.writeReadings',
  /** Null clears a figure; one left out stays. */
  input: z.object({
    id: idSchema,
    readings: z
      .array(
        z.object({
          unitId: idSchema,
          exposed: fields.exposed.nullable(),
          converted: fields.converted.nullable(),
          shared: fields.shared.nullable(),
          dwellSeconds: fields.dwellSeconds.nullable(),
          dwellSd: fields.dwellSd.nullable(),
        }),
      )
      .min(1),
  }),
  entities: STORES,
  label: ({ readings: { length: n } }) => ({
    zh: n === 1 ? '填写实验读数' : `填写 ${n} 个群的实验读数`,
    en: n === 1 ? 'Enter a reading' : `Enter readings of ${n} groups`,
  }),
  run: async (tx, { id, readings }) => {
    await loadRunning(tx, id);
    for (const { unitId, ...figures } of readings) {
      const unit = await tx.get('experimentUnits', unitId);
      if (unit?.experimentId !== id) throw new ExpectedError('experiment-unit-gone');
      const patch = Object.fromEntries(
        Object.entries(figures).flatMap(([field, value]) =>
          value === undefined ? [] : [[field, value ?? undefined]],
        ),
      );
      await tx.update('experimentUnits', unitId, { ...patch, readAt: tx.now });
    }
  },
});

export const leaveOutUnit = defineCommand({
  name: 'experiments.leaveOut',
  /** Without a reason the unit counts again. */
  input: z.object({ id: idSchema, unitId: idSchema, why: z.string().trim().max(300) }),
  entities: STORES,
  label: ({ why }) =>
    why === ''
      ? { zh: '重新计入一个群', en: 'Count a group again' }
      : { zh: '不计入一个群', en: 'Leave a group out' },
  run: async (tx, { id, unitId, why }) => {
    const { leftOut = [] } = await loadRunning(tx, id);
    const others = leftOut.filter((it) => it.unitId !== unitId);
    await tx.update('experiments', id, {
      leftOut: why === '' ? others : [...others, { unitId, why }],
    });
  },
});

/** The verdict, by the readings as they are; refused before the end that was fixed at the start. */
export const decideExperiment = defineCommand({
  name: 'experiments.decide',
  input: z.object({ id: idSchema }),
  entities: STORES,
  label: () => ({ zh: '判定实验', en: 'Decide the experiment' }),
  run: async (tx, { id }) => {
    const experiment = await loadRunning(tx, id);
    if (experiment.design === 'halving' && armsInPlay(experiment).length > 2) {
      throw new ExpectedError('experiment-rounds-left');
    }
    const units = await tx.findBy('experimentUnits', 'experimentId', id);
    const judgement = judge(experiment, units, tx.now);
    if (judgement.kind === 'tooEarly') throw new ExpectedError('experiment-too-early');
    await tx.update('experiments', id, {
      state: 'decided',
      verdict: {
        kind: judgement.kind,
        ...(judgement.kind === 'winner' && { armKey: judgement.armKey }),
        at: tx.now,
        ...(tx.actor !== undefined && { by: tx.actor }),
      },
    });
    return { kind: judgement.kind };
  },
});

export const stopExperiment = defineCommand({
  name: 'experiments.stop',
  input: z.object({ id: idSchema, note: z.string().trim().min(1).max(1000) }),
  entities: STORES,
  label: () => ({ zh: '提前结束实验', en: 'Stop the experiment early' }),
  run: async (tx, { id, note }) => {
    await loadRunning(tx, id);
    await tx.update('experiments', id, {
      state: 'stopped',
      verdict: {
        kind: 'stoppedEarly',
        at: tx.now,
        note,
        ...(tx.actor !== undefined && { by: tx.actor }),
      },
    });
  },
});

/** Only after readings that could not be compared: no difference was shown, so nothing was peeked at. */
export const reopenExperiment = defineCommand({
  name: 'experiments.reopen',
  input: z.object({ id: idSchema }),
  entities: STORES,
  label: () => ({ zh: '重新打开实验', en: 'Open the experiment again' }),
  run: async (tx, { id }) => {
    const { verdict } = await loadExperiment(tx, id);
    if (verdict?.kind !== 'invalid') throw new ExpectedError('experiment-stays-decided');
    await tx.update('experiments', id, { state: 'running', verdict: undefined });
  },
});
