import { computeFunnel } from '@shared/domain/funnel/funnel.rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunnelGroup } from '@/workers/funnel/funnel-types';
import { breakdownRows } from './breakdown-rows';

const group = (value: string | undefined, counts: number[]): FunnelGroup => ({
  ...(value === undefined ? {} : { value }),
  people: counts[0] ?? 0,
  steps: computeFunnel(counts.map((count, index) => ({ position: index + 1, count }))).map(
    (bar) => ({ position: bar.position, bar }),
  ),
});

describe('the rows of a breakdown', () => {
  it('come by people at the end, those without a value last', () => {
    const rows = breakdownRows(
      [group(undefined, [900, 300]), group('a', [100, 40]), group('b', [80, 60])],
      'whole',
    );
    expect(rows.map(({ kind, value, end }) => [kind, value, end])).toEqual([
      ['value', 'b', 60],
      ['value', 'a', 40],
      ['unknown', undefined, 300],
    ]);
  });

  it('say which value differs from all others, and of few people nothing', () => {
    const rows = breakdownRows(
      [group('good', [400, 200]), group('plain', [400, 100]), group('few', [10, 1])],
      2,
    );
    expect(rows.map(({ value, verdict }) => [value, verdict])).toEqual([
      ['good', 'likelyReal'],
      ['plain', 'likelyReal'],
      ['few', 'tooFew'],
    ]);
  });

  it('do not call the luckiest of many real', () => {
    const counts = [60, 50, 50, 50, 50, 50, 50, 35];
    const rows = breakdownRows(
      counts.map((count, index) => group(`v${index}`, [500, count])),
      2,
    );
    // Its own p is below 0.05; among eight tests it is not.
    expect(rows[7]?.verdict).toBe('maybeNoise');
    expect(rows[7]?.adjustedP).toBeGreaterThan(0.05);
  });

  it('are at most eight values and lose nobody', () => {
    const one = fc.record({
      value: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      counts: fc.array(fc.nat(1000), { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { maxLength: 20, selector: (it) => it.value }), (all) => {
        const groups = all.map(({ value, counts }) => group(value, counts));
        const rows = breakdownRows(groups, 2);
        const total = (pick: (n: { count: number; total: number }) => number) =>
          rows.reduce((sum, { share }) => sum + (share ? pick(share) : 0), 0);
        expect(rows.filter(({ kind }) => kind !== 'unknown').length).toBeLessThanOrEqual(8);
        expect(rows.reduce((sum, { values }) => sum + values, 0)).toBe(groups.length);
        expect(total(({ count }) => count)).toBe(
          all.reduce((sum, { counts }) => sum + (counts[1] ?? 0), 0),
        );
        expect(total((share) => share.total)).toBe(
          all.reduce((sum, { counts }) => sum + (counts[0] ?? 0), 0),
        );
      }),
    );
  });
});
