import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterCorrelation, designEffect, yesNoCluster } from './cluster-correlation.rules';
import { type Cluster, clusterDifference, clusterMean } from './clusters.rules';
import { fisherTail } from './f-distribution.rules';
import { welchOfSummaries, welchTest } from './means.rules';
import { sampleSize } from './sample-size.rules';
import reference from './statistics-reference.fixture.json';
import { studentTwoSided } from './student.rules';
import { clustersNeeded, visibleForClusters, visibleForPeople } from './visible-difference.rules';

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);

const ones = (values: readonly number[]): Cluster[] => values.map((sum) => ({ sum, size: 1 }));
const tested = (a: Cluster[], b: Cluster[]) => {
  const test = clusterDifference(a, b);
  if (test.kind === 'none') throw new Error(test.reason);
  return test;
};
const some = fc.array(
  fc.record({
    size: fc.integer({ min: 5, max: 400 }),
    rate: fc.double({ min: 0.01, max: 0.9, noNaN: true }),
  }),
  { minLength: 3, maxLength: 10 },
);
const groupsOf = (list: { size: number; rate: number }[]): Cluster[] =>
  list.map(({ size, rate }) => ({ sum: Math.round(size * rate), size }));

describe('two arms of whole groups', () => {
  it('are, with groups of one size, the t-test of the groups’ own rates', () => {
    const { a, b } = reference.welch;
    const expected = welchTest(a, b);
    if (expected.kind === 'none') throw new Error(expected.reason);
    const test = tested(ones(a), ones(b));
    near(test.diff, expected.diff, 1e-9);
    near(test.t, -expected.t, 1e-9);
    near(test.df, expected.df, 1e-6);
    near(test.low, expected.low, 1e-6);
    near(test.high, expected.high, 1e-6);
  });

  it('follow the hand: groups of 100 and 50 with 10, 20 and 5, 15 yeses', () => {
    const arm = [
      { sum: 10, size: 100 },
      { sum: 20, size: 100 },
      { sum: 5, size: 50 },
    ];
    // 35 of 250 = 0.14; residuals −4, 6, −2 of 250, shares 0.4, 0.4, 0.2.
    const variance = (16 / 0.6 + 36 / 0.6 + 4 / 0.8) / 250 ** 2;
    const test = tested(arm, [
      { sum: 30, size: 100 },
      { sum: 30, size: 100 },
    ]);
    near(test.meanA, 0.14);
    near(test.diff, 0.16);
    near(test.error, Math.sqrt(variance));
    // The second arm has no spread, so the first alone gives the freedom: 0.36² / 0.0528 − 1.
    near(test.df, 0.36 ** 2 / 0.0528 - 1);
  });

  it('turn about with their signs, and never claim more freedom than groups − 2', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [groupsOf(one), groupsOf(other)];
        const there = clusterDifference(a, b);
        const back = clusterDifference(b, a);
        if (there.kind === 'none' || back.kind === 'none') return there.kind === back.kind;
        near(there.diff, -back.diff);
        near(there.low, -back.high);
        near(there.pValue, back.pValue);
        expect(there.df).toBeLessThanOrEqual(a.length + b.length - 2);
        return there.low <= there.diff && there.diff <= there.high;
      }),
    );
  });

  it('do not care how the same groups are counted: in thousands or in ones', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        const [a, b] = [groupsOf(one), groupsOf(other)];
        const larger = (list: Cluster[]) =>
          list.map(({ sum, size }) => ({ sum: sum * 1000, size: size * 1000 }));
        const small = clusterDifference(a, b);
        const large = clusterDifference(larger(a), larger(b));
        if (small.kind === 'none' || large.kind === 'none') return small.kind === large.kind;
        near(small.pValue, large.pValue, 1e-9);
        return true;
      }),
    );
  });

  it('say why there is no answer', () => {
    const many = ones([1, 2, 3]);
    const none = (a: Cluster[], b: Cluster[]) => clusterDifference(a, b);
    expect(none([], many)).toEqual({ kind: 'none', reason: 'nobody' });
    expect(none(ones([1]), many)).toEqual({ kind: 'none', reason: 'tooFewClusters' });
    expect(none(ones([2, 2]), ones([3, 3]))).toEqual({ kind: 'none', reason: 'noVariation' });
    expect(none([{ sum: Number.NaN, size: 3 }], many)).toMatchObject({ reason: 'notANumber' });
    expect(clusterMean([{ sum: 4, size: 10 }])).toMatchObject({ mean: 0.4, clusters: 1 });
  });
});

describe('how alike people of one group are', () => {
  it('follows the hand: three groups of ten with 1, 5 and 9 yeses', () => {
    const arm = [1, 5, 9].map((sum) => yesNoCluster({ sum, size: 10 }));
    // MSB = 10·(0.16 + 0 + 0.16)/2 = 1.6; MSW = (0.9 + 2.5 + 0.9)/27.
    const within = 4.3 / 27;
    near(clusterCorrelation([arm]) ?? 0, (1.6 - within) / (1.6 + 9 * within));
  });

  it('is one where groups are of one mind, at most zero where groups are alike', () => {
    const minds = [0, 10, 0, 10].map((sum) => yesNoCluster({ sum, size: 10 }));
    near(clusterCorrelation([minds]) ?? 0, 1);
    const alike = [5, 5, 5].map((sum) => yesNoCluster({ sum, size: 10 }));
    expect(clusterCorrelation([alike])).toBeLessThan(0);
    expect(clusterCorrelation([[yesNoCluster({ sum: 1, size: 9 })]])).toBeUndefined();
  });

  it('makes groups of 100 with 0.05 count as if there were six times fewer people', () => {
    near(designEffect([100, 100], 0.05), 1 + 99 * 0.05);
    near(designEffect([50, 150], 0.05), 1 + 124 * 0.05);
    near(designEffect([100], 0), 1);
  });
});

describe('what can be seen before the start', () => {
  it.each([
    [0.05, 0.06],
    [0.1, 0.129],
    [0.3, 0.35],
  ])('people: the sample size of %f and %f, read backwards', (p1, p2) => {
    const size = sampleSize({ p1, p2 }, 'unpooled');
    if (size.kind === 'none') throw new Error(size.reason);
    const seen = visibleForPeople({ baseline: p1, alpha: 0.05, power: 0.8 }, size.exact);
    if (seen.kind === 'none') throw new Error(seen.reason);
    near(seen.rise, p2 - p1, 1e-9);
  });

  it('3 480 people in two arms show 2.9 points over one in ten, one by one', () => {
    const seen = visibleForPeople({ baseline: 0.1, alpha: 0.05, power: 0.8 }, 1740);
    expect(seen).toMatchObject({ kind: 'visible', designEffect: 1 });
    if (seen.kind === 'visible') expect((seen.rise * 100).toFixed(1)).toBe('3.0');
    if (seen.kind === 'visible') expect(((seen.fall ?? 0) * 100).toFixed(1)).toBe('2.7');
  });

  it('whole groups show less, and the less the more they are alike', () => {
    const precision = { baseline: 0.1, alpha: 0.05, power: 0.8 };
    const arm = Array.from({ length: 6 }, () => 290);
    const rises = [0, 0.01, 0.05].map((correlation) => {
      const seen = visibleForClusters(precision, [arm, arm], correlation);
      return seen.kind === 'visible' ? seen.rise : Number.NaN;
    });
    const alone = visibleForPeople(precision, 1740);
    expect(rises[0]).toBeGreaterThan(alone.kind === 'visible' ? alone.rise : 1);
    expect(rises[1]).toBeGreaterThan(rises[0] ?? 1);
    expect(rises[2]).toBeGreaterThan(rises[1] ?? 1);
  });

  it('the groups needed for a rise are the first that show it', () => {
    const precision = { baseline: 0.1, alpha: 0.05, power: 0.8 };
    const needed = clustersNeeded(precision, 0.05, 200, 0.02);
    if (needed.kind === 'none') throw new Error(needed.reason);
    const riseOf = (groups: number) => {
      const arm = Array.from({ length: groups }, () => 200);
      const seen = visibleForClusters(precision, [arm, arm], 0.02);
      return seen.kind === 'visible' ? seen.rise : 1;
    };
    expect(riseOf(needed.clustersPerArm)).toBeLessThanOrEqual(0.05);
    expect(riseOf(needed.clustersPerArm - 1)).toBeGreaterThan(0.05);
  });

  it('refuses what no plan can mean', () => {
    const precision = { baseline: 0.1, alpha: 0.05, power: 0.8 };
    expect(visibleForPeople(precision, 0)).toEqual({ kind: 'none', reason: 'nobody' });
    expect(visibleForPeople({ ...precision, baseline: 0.95 }, 50)).toEqual({
      kind: 'none',
      reason: 'nothingVisible',
    });
    expect(visibleForClusters(precision, [[10], [10, 20]], 0.01)).toEqual({
      kind: 'none',
      reason: 'tooFewClusters',
    });
    expect(visibleForPeople({ ...precision, power: 1 }, 100)).toMatchObject({ kind: 'none' });
  });
});

describe('side doors', () => {
  it('F with one degree above is t squared', () => {
    for (const [t, df] of [
      [2, 5],
      [0.3, 12],
      [4.5, 8],
    ] as const) {
      near(fisherTail(t * t, 1, df), studentTwoSided(t, df), 1e-12);
    }
    near(fisherTail(0, 3, 4), 1);
  });

  it('Welch from summaries is Welch from lists', () => {
    const { a, b } = reference.welch;
    const summary = (list: readonly number[]) => {
      const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
      const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (list.length - 1);
      return { mean, variance, n: list.length };
    };
    const [whole, short] = [welchTest(a, b), welchOfSummaries(summary(a), summary(b))];
    if (whole.kind === 'none' || short.kind === 'none') throw new Error('no test');
    near(short.pValue, whole.pValue, 1e-12);
    near(short.low, whole.low, 1e-9);
  });
});
