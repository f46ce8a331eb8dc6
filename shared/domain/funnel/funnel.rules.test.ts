import reference from '@shared/domain/statistics/statistics-reference.fixture.json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBottleneck, stepGains } from './bottleneck.rules';
import { computeFunnel, type FunnelInput } from './funnel.rules';

const steps = (counts: (number | 'skipped' | undefined)[], targets: (number | undefined)[] = []) =>
  counts.map<FunnelInput>((count, index) => ({
    position: index + 1,
    count: count === 'skipped' ? undefined : count,
    isSkipped: count === 'skipped',
    targetRate: targets[index],
  }));

describe('the funnel', () => {
  it('gives the rates and intervals of the reference', () => {
    const bars = computeFunnel(steps([10000, 2300, 410, 352, 61]));
    for (const [index, row] of reference.funnel.entries()) {
      const [n, k, rate, low, high, overall] = row;
      const bar = bars[index + 1];
      expect(bar).toMatchObject({ base: n, count: k });
      expect(bar?.rate).toBeCloseTo(rate ?? Number.NaN, 9);
      expect(bar?.rateFromTop).toBeCloseTo(overall ?? Number.NaN, 4);
      if (bar?.interval?.kind !== 'interval') throw new Error('no interval');
      expect(bar.interval.low).toBeCloseTo(low ?? Number.NaN, 9);
      expect(bar.interval.high).toBeCloseTo(high ?? Number.NaN, 9);
    }
  });

  it('starts at one, without an interval', () => {
    const [first] = computeFunnel(steps([500, 100]));
    expect(first).toMatchObject({ rate: 1, rateFromTop: 1, isSmall: false });
    expect(first?.interval).toBeUndefined();
  });

  it('compares the step after a skipped or waiting one with the last counted step', () => {
    const bars = computeFunnel(steps([1000, 400, 'skipped', undefined, 100]));
    expect(bars.map((bar) => bar.status)).toEqual([
      'counted',
      'counted',
      'skipped',
      'waiting',
      'counted',
    ]);
    expect(bars[4]).toMatchObject({ previousPosition: 2, base: 400, rate: 0.25, rateFromTop: 0.1 });
  });

  it('forgets the count of a step that was skipped afterwards', () => {
    const bars = computeFunnel([
      { position: 1, count: 100 },
      { position: 2, count: 90, isSkipped: true },
      { position: 3, count: 50 },
    ]);
    expect(bars[1]?.count).toBeUndefined();
    expect(bars[2]?.rate).toBe(0.5);
  });

  it('shows more people than before as it is, with its problem and no interval', () => {
    const [, second] = computeFunnel(steps([100, 130]));
    expect(second).toMatchObject({ rate: 1.3, problem: 'moreThanBefore' });
    expect(second?.interval).toEqual({ kind: 'none', reason: 'moreThanAll' });
  });

  it('has no rate after a step where nobody stood', () => {
    const bars = computeFunnel(steps([100, 0, 0, 5]));
    expect(bars[1]).toMatchObject({ rate: 0 });
    expect(bars[2]).toMatchObject({ problem: 'nobodyBefore' });
    expect(bars[2]?.rate).toBeUndefined();
    expect(bars[3]).toMatchObject({ problem: 'moreThanBefore' });
    expect(bars[3]?.rate).toBeUndefined();
  });

  it('marks a rate that rests on fewer than thirty people', () => {
    const bars = computeFunnel(steps([30, 29, 3]));
    expect(bars.map((bar) => bar.isSmall)).toEqual([false, false, true]);
  });

  it('never says NaN or Infinity, whatever was counted', () => {
    const count = fc.option(fc.integer({ min: -3, max: 500 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.tuple(count, fc.boolean()), { maxLength: 9 }), (rows) => {
        const bars = computeFunnel(
          rows.map(([n, isSkipped], index) => ({ position: index + 1, count: n, isSkipped })),
        );
        for (const bar of bars) {
          for (const figure of [bar.rate, bar.rateFromTop, bar.base]) {
            expect(figure === undefined || Number.isFinite(figure)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the bottleneck', () => {
  it('is not the lowest rate but the step whose reference brings most people in', () => {
    const bars = computeFunnel(steps([10000, 500, 400, 100], [undefined, 0.05, 0.8, 0.5]));
    const bottleneck = findBottleneck(bars);
    expect(bottleneck).toMatchObject({ kind: 'found', position: 4, targetRate: 0.5 });
    expect(bottleneck).toMatchObject({ gainedPeople: 100, isAssumed: false });
  });

  it('agrees with recomputing the whole flow with one step raised', () => {
    const rate = fc.double({ min: 0.02, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(rate, rate), { minLength: 2, maxLength: 7 }), (rows) => {
        let people = 1_000_000;
        const counts = [people, ...rows.map(([r]) => (people = Math.floor(people * r)))];
        const bars = computeFunnel(steps(counts, [undefined, ...rows.map(([, t]) => t)]));
        const end = (raised?: number) =>
          bars.slice(1).reduce((sum, bar) => {
            const target = bar.targetRate ?? 0;
            return sum * (bar.position === raised ? target : (bar.rate ?? target));
          }, counts[0] ?? 0);
        for (const gain of stepGains(bars)) {
          expect(gain.gainedPeople).toBeCloseTo(end(gain.position) - end(), 3);
        }
      }),
    );
  });

  it('lets references stand in for the steps that are still to come', () => {
    const bars = computeFunnel(steps([1000, 100, undefined], [undefined, 0.2, 0.5]));
    expect(findBottleneck(bars)).toMatchObject({ position: 2, gainedPeople: 50, isAssumed: true });
  });

  it('names why there is none', () => {
    const reason = (counts: (number | undefined)[], targets: (number | undefined)[]) =>
      findBottleneck(computeFunnel(steps(counts, targets)));
    expect(reason([100], [])).toEqual({ kind: 'none', reason: 'tooFewSteps' });
    expect(reason([100, 50], [])).toEqual({ kind: 'none', reason: 'noReference' });
    expect(reason([100, 50], [undefined, 0.5])).toEqual({ kind: 'none', reason: 'allReached' });
    expect(reason([0, 0], [undefined, 0.5])).toEqual({ kind: 'none', reason: 'nobody' });
  });
});
