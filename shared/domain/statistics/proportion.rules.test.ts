import { describe, expect, it } from 'vitest';
import { normalQuantile, normalUpperTail } from './normal.rules';
import { judgeChange, twoProportions, wilsonInterval } from './proportion.rules';
import reference from './statistics-reference.fixture.json';

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance);

const share = ([count = Number.NaN, total = Number.NaN]: number[]) => ({ count, total });

describe('the normal distribution', () => {
  it.each(reference.normalUpperTail)('leaves %f above it with probability %f', (z, tail) => {
    near(normalUpperTail(z ?? Number.NaN) / (tail ?? Number.NaN), 1, 1e-12);
  });

  it.each(reference.normalQuantile)('finds the value for probability %f', (p, z) => {
    near(normalQuantile(p ?? Number.NaN), z ?? Number.NaN, 1e-7);
  });

  it('refuses what is no probability', () => {
    expect(() => normalQuantile(0)).toThrow();
    expect(() => normalUpperTail(Number.NaN)).toThrow();
  });
});

describe('the interval of a share', () => {
  it.each(reference.wilson)('%d of %d at alpha %f is what statsmodels gives', (k, n, a, lo, hi) => {
    const interval = wilsonInterval(share([k ?? -1, n ?? -1]), a);
    if (interval.kind === 'none') throw new Error(interval.reason);
    near(interval.low, lo ?? Number.NaN);
    near(interval.high, hi ?? Number.NaN);
  });

  it('ends exactly at nothing for nobody and exactly at all for everybody', () => {
    expect(wilsonInterval({ count: 0, total: 10 })).toMatchObject({ low: 0 });
    expect(wilsonInterval({ count: 10, total: 10 })).toMatchObject({ high: 1 });
  });

  it.each([
    [{ count: 0, total: 0 }, 'nobody'],
    [{ count: 11, total: 10 }, 'moreThanAll'],
    [{ count: -1, total: 10 }, 'notACount'],
    [{ count: 1.5, total: 10 }, 'notACount'],
    [{ count: Number.NaN, total: 10 }, 'notACount'],
  ])('names why %o has none', (bad, reason) => {
    expect(wilsonInterval(bad)).toEqual({ kind: 'none', reason });
  });
});

describe('two shares', () => {
  it.each(reference.twoProportions)('$a against $b', ({ a, b, z, p, newcombe }) => {
    const test = twoProportions(share(a), share(b));
    if (z === null) return expect(test).toEqual({ kind: 'none', reason: 'noVariation' });
    if (test.kind === 'none') throw new Error(test.reason);
    near(test.z, z);
    near(test.pValue, p ?? Number.NaN);
    near(test.low, newcombe[0] ?? Number.NaN);
    near(test.high, newcombe[1] ?? Number.NaN);
  });

  it('are put into words', () => {
    const before = { count: 120, total: 2400 };
    expect(judgeChange(before, { count: 156, total: 2400 })).toBe('likelyReal');
    expect(judgeChange(before, { count: 130, total: 2400 })).toBe('maybeNoise');
    expect(judgeChange(before, { count: 20, total: 29 })).toBe('tooFew');
    expect(judgeChange({ count: 0, total: 50 }, { count: 0, total: 50 })).toBe('noVariation');
    expect(judgeChange(before, { count: 31, total: 30 })).toBe('notComparable');
    expect(judgeChange(before, { count: 0, total: 0 })).toBe('notComparable');
  });
});
