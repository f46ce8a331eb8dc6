import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantiles } from './quantile.rules';

describe('quantiles', () => {
  it('lie between the ranks as NumPy puts them', () => {
    expect(quantiles(Float64Array.of(4, 1, 3, 2), [0.5, 0.9])).toEqual([2.5, 3.7]);
    expect(quantiles(Float64Array.of(7), [0.5, 0.9])).toEqual([7, 7]);
    expect(quantiles(new Float64Array(), [0.5])).toEqual([undefined]);
  });

  it('are those of the sorted list', () => {
    const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(list, fc.double({ min: 0, max: 1, noNaN: true }), (values, p) => {
        const sorted = [...values].sort((a, b) => a - b);
        const rank = p * (values.length - 1);
        const low = sorted[Math.floor(rank)] ?? 0;
        const high = sorted[Math.ceil(rank)] ?? 0;
        const expected = low + (high - low) * (rank - Math.floor(rank));
        expect(quantiles(Float64Array.from(values), [p])[0]).toBeCloseTo(expected, 9);
      }),
    );
  });
});
