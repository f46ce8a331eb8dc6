import { describe, expect, it } from 'vitest';
import { type ExperimentUnit, experimentSchema } from './experiment.schema';
import { cellsOf, correlationOf, planExperiment } from './experiment-plan.rules';
import { assignmentRatio, exposureRatio } from './ratio-check.rules';
import { readingProblems } from './readings.rules';
import { judge, leastGroupsPerArm, unitsInPlay } from './verdict.rules';

const START = Date.UTC(2026, 4, 4);
const END = START + 72 * 3_600_000;
const experiment = experimentSchema.parse({
  id: 'e',
  name: '标题',
  factor: 'title',
  arms: [
    { key: 'A', label: '今日到货' },
    { key: 'B', label: '今天摘的番茄到了' },
  ],
  minPeople: 1000,
  seed: 1,
  state: 'running',
  startedAt: START,
  endsAt: END,
  round: 1,
});

type Reading = Partial<ExperimentUnit>;
const unit = (armKey: string, at: number, reading: Reading = {}): ExperimentUnit => ({
  id: `e.1.${armKey}${at}`,
  experimentId: 'e',
  round: 1,
  groupId: `${armKey}${at}`,
  armKey,
  size: 300,
  exposed: 200,
  ...reading,
});
const arm = (key: string, converted: number[], more: (at: number) => Reading = () => ({})) =>
  converted.map((count, at) => unit(key, at, { converted: count, ...more(at) }));

const low = [10, 12, 9, 11, 10, 13];
const high = [31, 28, 33, 30, 29, 34];

describe('the verdict', () => {
  it('names the arm that is ahead, with its interval, once the end has come', () => {
    const answer = judge(experiment, [...arm('A', low), ...arm('B', high)], END);
    expect(answer).toMatchObject({ kind: 'winner', armKey: 'B' });
    if (answer.kind !== 'winner') return;
    const [test] = answer.comparison.tests;
    // 65 of 1200 against 185 of 1200.
    expect(test?.diff).toBeCloseTo(120 / 1200, 10);
    expect(test?.low).toBeGreaterThan(0.08);
    expect(answer.comparison.weights).toEqual({ conversion: 1 });
    expect(answer.comparison.scores[0]?.low).toBeGreaterThan(0);
  });

  it('lets the first arm win where the others are behind', () => {
    const answer = judge(experiment, [...arm('A', high), ...arm('B', low)], END);
    expect(answer).toMatchObject({ kind: 'winner', armKey: 'A' });
  });

  it('is the same for the arms exchanged, and says so where nothing differs', () => {
    const answer = judge(experiment, [...arm('A', low), ...arm('B', [...low].reverse())], END);
    expect(answer.kind).toBe('noDifference');
  });

  it('holds a winner back that is worse by a metric', () => {
    const shares = (count: number) => (at: number) => ({ shared: count + (at % 3) });
    const units = [...arm('A', low, shares(30)), ...arm('B', high, shares(20))];
    const weighed = { ...experiment, weights: { conversion: 0.9, dwell: 0, share: 0.1 } };
    expect(judge(weighed, units, END)).toMatchObject({
      kind: 'noDifference',
      heldBack: { armKey: 'B', metrics: ['share'] },
    });
  });

  it('does not count a metric that was not read everywhere', () => {
    const seconds = (at: number) => (at === 3 ? {} : { dwellSeconds: 40 + at });
    const units = [
      ...arm('A', low, seconds),
      ...arm('B', high, (at) => ({ dwellSeconds: 39 + at })),
    ];
    const answer = judge(experiment, units, END);
    expect(answer.kind === 'winner' && answer.comparison.weights).toEqual({ conversion: 1 });
  });

  it('compares people one by one where people were drawn', () => {
    const people = { ...experiment, unit: 'person' as const };
    const one = (armKey: string, converted: number): ExperimentUnit => ({
      ...unit(armKey, 0, { converted, exposed: 2400, size: 2400 }),
    });
    const answer = judge(people, [one('A', 120), one('B', 156)], END);
    if (answer.kind !== 'winner') throw new Error(answer.kind);
    const [test] = answer.comparison.tests;
    // statsmodels' proportions_ztest of 120 and 156 of 2400.
    expect(test?.pValue).toBeCloseTo(0.025610516874263592, 10);
    expect(answer.armKey).toBe('B');
  });

  it('raises p-values over arms and metrics', () => {
    const three = {
      ...experiment,
      arms: [...experiment.arms, { key: 'C', label: '三' }],
    };
    const units = [...arm('A', low), ...arm('B', high), ...arm('C', low)];
    const answer = judge(three, units, END);
    if (answer.kind !== 'winner') throw new Error(answer.kind);
    const test = answer.comparison.tests.find(({ armKey }) => armKey === 'B');
    expect(test?.adjusted).toBeCloseTo(2 * (test?.pValue ?? 1), 12);
  });
});

describe('what is no verdict', () => {
  const good = [...arm('A', low), ...arm('B', high)];

  it('before the end, and with a clock set back', () => {
    expect(judge(experiment, good, END - 1)).toMatchObject({ isClockBack: false });
    expect(judge(experiment, good, START - 1)).toEqual({
      kind: 'tooEarly',
      endsAt: END,
      isClockBack: true,
    });
  });

  it('an arm without readings, and more conversions than people', () => {
    const silent = [...arm('A', low), unit('B', 0, { exposed: undefined })];
    expect(judge(experiment, silent, END)).toMatchObject({
      kind: 'invalid',
      faults: [{ why: 'armWithoutReadings', armKey: 'B' }, { why: 'assignmentRatio' }].slice(0, 1),
    });
    const odd = [...arm('A', low), ...arm('B', [...high.slice(1), 900])];
    expect(judge(experiment, odd, END)).toMatchObject({
      kind: 'invalid',
      faults: [{ why: 'impossibleReadings', unitIds: ['e.1.B5'] }],
    });
    expect(readingProblems(unit('A', 0, { exposed: 301, converted: 0 }))).toEqual([
      'exposedAboveSize',
    ]);
  });

  it('arms that were not shown alike', () => {
    const seen = (n: number) => (at: number) => ({ exposed: n + at });
    const units = [...arm('A', low, seen(220)), ...arm('B', high, seen(120))];
    expect(judge(experiment, units, END)).toMatchObject({
      kind: 'invalid',
      faults: [{ why: 'exposureRatio' }],
    });
    // Groups differ anyway: the same sums with wide spread within the arms are no proof.
    const wide = (n: number) => (at: number) => ({ exposed: n + (at % 2 === 0 ? 90 : -90) });
    const spread = [...arm('A', low, wide(180)), ...arm('B', high, wide(150))];
    expect(exposureRatio(spread, ['A', 'B'], 'group').kind).toBe('fits');
  });

  it('lots that did not fall as drawn', () => {
    const people = ['A', 'B'].map((key) => unit(key, 0, { size: key === 'A' ? 2600 : 2200 }));
    expect(assignmentRatio(people, ['A', 'B'], 'person').kind).toBe('broken');
    expect(assignmentRatio(good, ['A', 'B'], 'group').kind).toBe('fits');
  });

  it('too few groups for any lot to prove it, or too few people', () => {
    expect([0.1, 0.05, 0.01].map(leastGroupsPerArm)).toEqual([3, 4, 5]);
    const few = [...arm('A', low.slice(3)), ...arm('B', high.slice(3))];
    expect(judge(experiment, few, END)).toMatchObject({
      kind: 'notEnough',
      lacks: [
        { why: 'tooFewGroups', least: 4, groups: 3 },
        { why: 'tooFewGroups', least: 4, groups: 3 },
      ],
    });
    const strict = { ...experiment, minPeople: 5000 };
    expect(judge(strict, good, END)).toMatchObject({
      kind: 'notEnough',
      lacks: [{ why: 'tooFewPeople', exposed: 2400, wanted: 5000 }],
    });
  });

  it('leaves out what somebody left out with a reason', () => {
    const leftOut = [{ unitId: 'e.1.A0', why: '群已解散' }];
    expect(unitsInPlay({ round: 1, leftOut }, good)).toHaveLength(11);
  });
});

describe('the plan', () => {
  const input = {
    unit: 'group',
    design: 'parallel',
    alpha: 0.05,
    power: 0.8,
    minPeople: 5000,
    baseline: 0.1,
    clusterCorrelation: 0.01,
    arms: 2,
    groupSizes: Array.from({ length: 12 }, () => 290),
  } as const;

  it('says what twelve groups of 3 480 people can show, by groups and one by one', () => {
    const plan = planExperiment(input);
    expect(plan).toMatchObject({ people: 3480, groups: 12, perArm: 1740 });
    expect(plan.remarks).toContainEqual({ kind: 'belowMinPeople', people: 3480, wanted: 5000 });
    const single = planExperiment({ ...input, unit: 'person' });
    if (plan.visible.kind === 'none' || single.visible.kind === 'none') throw new Error('blind');
    expect(single.visible.rise).toBeCloseTo(0.0303, 4);
    expect(plan.visible.rise).toBeGreaterThan(1.8 * single.visible.rise);
  });

  it('sees less when only some of the people look', () => {
    const half = planExperiment({ ...input, expectedReach: 0.5 });
    const all = planExperiment(input);
    if (half.visible.kind === 'none' || all.visible.kind === 'none') throw new Error('blind');
    expect(half.visible.rise).toBeGreaterThan(all.visible.rise);
    expect(half.perArm).toBe(870);
  });

  it('warns of one group, of more arms than groups and of too few groups an arm', () => {
    const kinds = (groups: number, arms: number) =>
      planExperiment({
        ...input,
        arms,
        minPeople: 1,
        groupSizes: Array(groups).fill(200),
      }).remarks.map(({ kind }) => kind);
    expect(kinds(1, 2)).toEqual(['oneGroup']);
    expect(kinds(3, 4)).toEqual(['moreArmsThanUnits']);
    expect(kinds(6, 2)).toEqual(['tooFewGroups']);
    expect(kinds(8, 2)).toEqual([]);
  });

  it('tells the groups that a smallest difference needs', () => {
    const plan = planExperiment({ ...input, smallestEffect: 0.05 });
    expect(plan.needed?.groupsPerArm).toBeGreaterThan(6);
    expect(planExperiment({ ...input, unit: 'person', smallestEffect: 0.01 }).needed).toEqual({
      // statsmodels, pooled, 0.10 against 0.11.
      peoplePerArm: 14751,
    });
  });

  it('shows that 28 × 15 × 9 combinations leave one person and a bit for each of 5 000', () => {
    const { cells, perCell } = cellsOf([28, 15, 9], 5000);
    expect(cells).toBe(3780);
    expect(perCell).toBeCloseTo(1.32, 2);
  });

  it('learns how alike groups are from what was read', () => {
    const units = [...arm('A', [2, 40, 5, 60]), ...arm('B', [3, 50, 8, 70])];
    expect(correlationOf(units, ['A', 'B'])).toBeGreaterThan(0.05);
    expect(correlationOf([], ['A', 'B'])).toBeUndefined();
  });
});
