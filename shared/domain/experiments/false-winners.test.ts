import { seededRandom } from '@shared/domain/insights/ltv/seeded-draw';
import { visibleForClusters } from '@shared/domain/statistics/visible-difference.rules';
import { describe, expect, it } from 'vitest';
import { type Experiment, type ExperimentUnit, experimentSchema } from './experiment.schema';
import { drawLot } from './experiment-lot.rules';
import { judge } from './verdict.rules';

const DAY_MS = 86_400_000;
const HOURS = 72;
/** Under a second on a quiet machine. */
const BUSY_MACHINE_MS = 60_000;
const STARTED_AT = Date.UTC(2026, 4, 4, 12);

/** A chat platform in small: groups differ, people of one group are alike, and chance does the rest. */
type World = {
  groups: number;
  arms: number;
  correlation: number;
  baseline: number;
  /** Added to the conversion of every arm but the first. */
  rise: number;
};

function normalFrom(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function someOf(n: number, p: number, random: () => number): number {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) count += 1;
  return count;
}

function inGroup(p: number, correlation: number, random: () => number): number {
  const spread = Math.sqrt(correlation * p * (1 - p));
  return Math.min(1, Math.max(0, p + spread * normalFrom(random)));
}

function runOnce(world: World, seed: number): { experiment: Experiment; units: ExperimentUnit[] } {
  const random = seededRandom(seed);
  const keys = 'ABCDEFGH'.slice(0, world.arms).split('');
  const experiment = experimentSchema.parse({
    id: 'e',
    name: '标题',
    factor: 'title',
    arms: keys.map((key) => ({ key, label: key })),
    minPeople: 100,
    seed,
    state: 'running',
    startedAt: STARTED_AT,
    endsAt: STARTED_AT + HOURS * 3_600_000,
    round: 1,
  });
  const groups = Array.from({ length: world.groups }, (_, at) => ({
    id: `g${at}`,
    size: 60 + Math.floor(random() * 200),
    activity: random(),
  }));
  const units = drawLot(groups, keys, seed).map(({ groupId, armKey, size }): ExperimentUnit => {
    const exposed = Math.max(1, Math.round(size * (0.4 + 0.3 * random())));
    const p = world.baseline + (armKey === 'A' ? 0 : world.rise);
    const warmth = normalFrom(random);
    return {
      id: `e.1.${groupId}`,
      experimentId: 'e',
      round: 1,
      groupId,
      armKey,
      size,
      exposed,
      converted: someOf(exposed, inGroup(p, world.correlation, random), random),
      shared: someOf(exposed, inGroup(0.03, world.correlation, random), random),
      dwellSeconds: Math.max(0, 40 + 6 * warmth + (30 / Math.sqrt(exposed)) * normalFrom(random)),
    };
  });
  return { experiment, units };
}

/** Somebody looks every day, with what has come in so far, and stops at the first winner. */
function winnerOfImpatient(world: World, seed: number): string | undefined {
  const { experiment, units } = runOnce(world, seed);
  for (let day = 1; day <= 4; day += 1) {
    const now = STARTED_AT + day * DAY_MS - DAY_MS / 2;
    const soFar = Math.min(1, day / 3);
    const grown = units.map((unit) => ({
      ...unit,
      exposed: Math.ceil((unit.exposed ?? 0) * soFar),
      converted: Math.floor((unit.converted ?? 0) * soFar),
      shared: Math.floor((unit.shared ?? 0) * soFar),
    }));
    const judgement = judge(experiment, day < 4 ? grown : units, now);
    if (judgement.kind === 'winner') return judgement.armKey;
  }
  return undefined;
}

function shareOfWinners(world: World, times: number, from = 1) {
  let winners = 0;
  for (let run = 0; run < times; run += 1) {
    if (winnerOfImpatient(world, from + run * 7919) !== undefined) winners += 1;
  }
  return winners / times;
}

const nothing = { correlation: 0.02, baseline: 0.08, rise: 0 };

describe('with no true difference', () => {
  it.each([
    { groups: 12, arms: 2 },
    { groups: 8, arms: 2 },
    { groups: 15, arms: 3 },
  ])(
    'at most 5 % of 2 000 experiments find a winner, daily looks included: %o',
    { timeout: BUSY_MACHINE_MS },
    (shape) => {
      const found = shareOfWinners({ ...nothing, ...shape }, 2000);
      expect(found).toBeLessThanOrEqual(0.05);
      // A console that never finds anything would pass as well.
      expect(found).toBeGreaterThan(0.005);
    },
  );

  it('looking before the end never shows a winner, however large the difference', () => {
    const { experiment, units } = runOnce({ ...nothing, groups: 12, arms: 2, rise: 0.4 }, 5);
    const end = experiment.endsAt ?? 0;
    expect(judge(experiment, units, end - 1)).toMatchObject({ kind: 'tooEarly', endsAt: end });
    expect(judge(experiment, units, end)).toMatchObject({ kind: 'winner', armKey: 'B' });
  });
});

describe('with a true difference of the smallest visible size', () => {
  it.each([
    { sizes: Array.from({ length: 10 }, () => 120) },
    { sizes: [60, 70, 80, 90, 110, 120, 130, 150, 180, 210] },
  ])('conversion alone finds it about as often as promised: %o', ({ sizes }) => {
    const precision = { baseline: 0.1, alpha: 0.05, power: 0.8 };
    const plan = visibleForClusters(precision, [sizes, sizes], 0.02);
    if (plan.kind === 'none') throw new Error(plan.reason);
    let found = 0;
    const times = 1000;
    for (let run = 0; run < times; run += 1) {
      const random = seededRandom(run * 104_729 + 3);
      const units = Array.from({ length: 20 }, (_, at): ExperimentUnit => {
        const armKey = at % 2 === 0 ? 'A' : 'B';
        const size = sizes[Math.floor(at / 2)] ?? 0;
        const p = inGroup(0.1 + (armKey === 'B' ? plan.rise : 0), 0.02, random);
        return {
          id: `e.1.g${at}`,
          experimentId: 'e',
          round: 1,
          armKey,
          size,
          exposed: size,
          converted: someOf(size, p, random),
        };
      });
      const { experiment } = runOnce({ ...nothing, groups: 20, arms: 2 }, 1);
      if (judge(experiment, units, experiment.endsAt ?? 0).kind === 'winner') found += 1;
    }
    expect(found / times).toBeGreaterThan(0.75);
    expect(found / times).toBeLessThan(0.86);
  });
});
