import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaBelow } from './beta.rules';
import { chanceOfMore } from './chance-of-more.rules';
import { welchTest } from './means.rules';
import { twoProportions, wilsonInterval } from './proportion.rules';
import { sampleRatio } from './sample-ratio.rules';
import { powerOf, SIZE_METHODS, sampleSize } from './sample-size.rules';
import { holm, holmOf } from './several-tests.rules';
import reference from './statistics-reference.fixture.json';
import { chiSquareTail, studentQuantile, studentTwoSided } from './student.rules';

const near = (actual: number, expected: number | undefined, tolerance = 1e-9) =>
  expect(Math.abs(actual - (expected ?? Number.NaN))).toBeLessThanOrEqual(tolerance);

const share = ([count = -1, total = -1]: number[]) => ({ count, total });

describe('distributions', () => {
  it.each(reference.studentTwoSided)('P(|t| > %f) with %f degrees is %f', (t, df, p) => {
    near(studentTwoSided(t ?? -1, df ?? -1) / (p ?? 0), 1, 1e-11);
    near(studentQuantile(p ?? 0, df ?? -1), t, 1e-10);
  });

  it.each(reference.chiSquareTail)('P(χ² > %f) with %f degrees is %f', (x, df, p) => {
    near(chiSquareTail(x ?? -1, df ?? -1) / (p ?? 0), 1, 1e-11);
  });

  it('of beta are those of the binomial, and the two sides make one', () => {
    const whole = fc.integer({ min: 1, max: 25 });
    const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(whole, whole, inside, (a, b, x) => {
        const n = a + b - 1;
        let sum = 0;
        for (let k = a; k <= n; k += 1) {
          let ways = 1;
          for (let i = 1; i <= k; i += 1) ways = (ways * (n - k + i)) / i;
          sum += ways * x ** k * (1 - x) ** (n - k);
        }
        near(betaBelow(x, a, b), sum, 1e-11);
        near(betaBelow(x, a, b) + betaBelow(1 - x, b, a), 1, 1e-12);
      }),
    );
  });

  it('stay themselves for millions', () => {
    near(betaBelow(0.5, 5e6, 5e6), 0.5, 1e-10);
    near(studentTwoSided(1.959963984540054, 1e9), 0.05, 1e-9);
    near(studentTwoSided(1.959963984540054, 9.9e7), 0.05, 1e-8);
  });
});

describe('the chance that B is better', () => {
  it.each(reference.twoProportions)('$a against $b', ({ a, b, pBGreater }) => {
    const chance = chanceOfMore(share(a), share(b));
    if (chance.kind === 'none') throw new Error(chance.reason);
    near(chance.pBGreater, pBGreater, 1e-9);
  });

  it('is exact for few: the sum over all ways of B', () => {
    const some = fc
      .integer({ min: 1, max: 30 })
      .chain((total) =>
        fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }),
      );
    const lnFactorial = (n: number) => {
      let sum = 0;
      for (let i = 2; i <= n; i += 1) sum += Math.log(i);
      return sum;
    };
    const lnBeta = (x: number, y: number) =>
      lnFactorial(x - 1) + lnFactorial(y - 1) - lnFactorial(x + y - 1);
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [aA, bA] = [a.count + 1, a.total - a.count + 1];
        const [aB, bB] = [b.count + 1, b.total - b.count + 1];
        let exact = 0;
        for (let i = 0; i < aB; i += 1) {
          exact += Math.exp(
            lnBeta(aA + i, bB + bA) - Math.log(bB + i) - lnBeta(1 + i, bB) - lnBeta(aA, bA),
          );
        }
        const chance = chanceOfMore(a, b);
        near(chance.kind === 'chance' ? chance.pBGreater : -1, exact, 1e-9);
      }),
    );
  });

  it('stays a probability for ten million, alike or not, against ten too', () => {
    const chance = (a: number[], b: number[]) => {
      const answer = chanceOfMore(share(a), share(b));
      return answer.kind === 'chance' ? answer.pBGreater : Number.NaN;
    };
    near(chance([5e6, 1e7], [5e6, 1e7]), 0.5, 1e-9);
    near(chance([0, 1e7], [1e7, 1e7]), 1, 1e-12);
    near(chance([1e7, 1e7], [0, 1e7]), 0, 1e-12);
    near(chance([0, 0 + 1], [0, 1e7]), 1 / 5e6, 1e-6);
    near(chance([5e6, 1e7], [5, 10]), 0.5, 1e-6);
    near(chance([1e6, 1e7], [1_001_342, 1e7]), 0.8413, 1e-3);
  });
});

describe('the size of a test', () => {
  it.each(reference.sampleSize)('%f → %f, α %f, power %f', (p1, p2, alpha, power, ...sizes) => {
    const plan = { p1: p1 ?? 0, p2: p2 ?? 0, alpha: alpha ?? 0, power: power ?? 0 };
    const [arcsine, pooled, unpooled] = sizes;
    for (const [method, exact] of Object.entries({ arcsine, pooled, unpooled })) {
      const size = sampleSize(plan, method as 'pooled');
      if (size.kind === 'none') throw new Error(size.reason);
      near(size.exact / (exact ?? 0), 1, 1e-6);
      expect(size).toMatchObject({ method, perArm: Math.ceil(exact ?? 0) });
    }
  });

  it.each(reference.power)('%f against %f finds it with %f each at %f', (p1, p2, n, power) => {
    const answer = powerOf(p1 ?? 0, p2 ?? 0, n ?? 0);
    near(answer.kind === 'power' ? answer.power : -1, power, 1e-9);
  });

  it('is none where nothing differs or nothing is a probability', () => {
    const reason = (p1: number, p2: number, more = {}) => {
      for (const method of SIZE_METHODS) {
        const size = sampleSize({ p1, p2, ...more }, method);
        if (size.kind === 'size') return size.perArm;
      }
      const size = sampleSize({ p1, p2, ...more });
      return size.kind === 'none' ? size.reason : undefined;
    };
    expect(reason(0.1, 0.1)).toBe('noDifference');
    expect(reason(-0.1, 0.1)).toBe('notAProbability');
    expect(reason(Number.NaN, 0.1)).toBe('notAProbability');
    expect(reason('0.1' as never, 0.2)).toBe('notAProbability');
    expect(reason(0.1, 0.2, { alpha: 0 })).toBe('notAProbability');
    expect(reason(0.1, 0.2, { power: 1 })).toBe('notAProbability');
    expect(reason(0, 1)).toBeGreaterThan(0);
    expect(powerOf(0.1, 0.2, 0)).toEqual({ kind: 'none', reason: 'notACount' });
    near((powerOf(0.1, 0.1, 500) as { power: number }).power, 0.05, 1e-12);
  });
});

describe('two means', () => {
  it('are compared as SciPy does', () => {
    const { a, b, t, p, df, diff, ci95 } = reference.welch;
    const test = welchTest(a, b);
    if (test.kind === 'none') throw new Error(test.reason);
    near(test.t, t);
    near(test.df, df);
    near(test.pValue, p);
    near(test.diff, diff);
    near(test.low, ci95[0]);
    near(test.high, ci95[1]);
  });

  it.each([
    [[], [1, 2], 'nobody'],
    [[1], [1, 2], 'oneObservation'],
    [[0.1, 0.1, 0.1], [0.3, 0.3, 0.3], 'noVariation'],
    [[1, Number.NaN], [1, 2], 'notANumber'],
    [[1, Number.POSITIVE_INFINITY], [1, 2], 'notANumber'],
    [['1', '2'] as never, [1, 2], 'notANumber'],
    [[1e308, -1e308], [1, 2], 'notANumber'],
  ])('%o against %o: %s', (a, b, reason) => {
    expect(welchTest(a, b)).toEqual({ kind: 'none', reason });
  });

  it('are compared where only one of them varies', () => {
    expect(welchTest([5, 5, 5], [5, 6, 7])).toMatchObject({ kind: 'test', df: 2 });
    expect(welchTest([1, 2, 3], [1, 2, 3])).toMatchObject({ t: 0, pValue: 1 });
  });
});

describe('several tests together', () => {
  it('are raised as Holm says', () => {
    const adjusted = holm(reference.holm.p);
    for (const [at, p] of reference.holm.adjusted.entries()) near(adjusted[at] ?? -1, p);
  });

  it('keep their places, and leave out what was no test', () => {
    expect(holm([0.04, undefined, 0.01])).toEqual([0.04, undefined, 0.02]);
    expect(holmOf([])).toEqual({ kind: 'none', reason: 'empty' });
    for (const bad of [1.2, -0.1, Number.NaN, '0.1' as never]) {
      expect(holmOf([0.1, bad])).toEqual({ kind: 'none', reason: 'notAProbability' });
    }
  });
});

describe('the ratio of groups', () => {
  it('is tested as SciPy does', () => {
    for (const [counts, chi2, p] of reference.sampleRatio) {
      const test = sampleRatio(counts as number[]);
      if (test.kind === 'none') throw new Error(test.reason);
      near(test.chi2, chi2 as number, 1e-9);
      near(test.pValue, p as number, 1e-12);
    }
    expect(sampleRatio([300, 100], [3, 1])).toMatchObject({ chi2: 0, pValue: 1 });
  });

  it('names why there is none', () => {
    const reason = (counts: number[], shares?: number[]) => {
      const test = sampleRatio(counts, shares);
      return test.kind === 'none' ? test.reason : 'test';
    };
    expect(reason([5])).toBe('tooFewGroups');
    expect(reason([0, 0])).toBe('nobody');
    expect(reason([1.5, 2])).toBe('notACount');
    expect(reason([1, 2], [1, 0])).toBe('notAShare');
    expect(reason([1, 2], [1])).toBe('notAShare');
    expect(reason([1, 2], [1, Number.NaN])).toBe('notAShare');
  });
});

describe('whatever comes in', () => {
  it('never makes a share’s figures NaN', () => {
    const anything = fc.oneof(
      fc.integer({ min: -3, max: 40 }),
      fc.double(),
      fc.constantFrom<never>('3' as never, null as never, undefined as never, [] as never),
    );
    fc.assert(
      fc.property(anything, anything, anything, anything, anything, (k, n, k2, n2, alpha) => {
        const [a, b] = [share([k, n]), share([k2, n2])];
        const bad = (value: unknown) => typeof value === 'number' && !Number.isFinite(value);
        for (const answer of [
          wilsonInterval(a, alpha),
          twoProportions(a, b, alpha),
          chanceOfMore(a, b),
        ]) {
          expect(Object.values(answer).some(bad)).toBe(false);
        }
      }),
    );
  });
});
