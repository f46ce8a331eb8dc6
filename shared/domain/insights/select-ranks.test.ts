import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectRanks } from './select-ranks';

it('finds what sorting would find at each rank, whatever is equal and however it lay', () => {
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }));
  const asIs = fc.constantFrom('as is', 'sorted', 'turned');
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 200 }),
      asIs,
      fc.array(fc.nat(220)),
      (all, lies, at) => {
        const sorted = Float64Array.from(all).sort();
        const given = lies === 'as is' ? Float64Array.from(all) : sorted.slice();
        if (lies === 'turned') given.reverse();
        const ranks = [...at].sort((a, b) => a - b);
        const wanted = ranks.map((rank) => (sorted[rank] ?? 0) + 0);
        expect(selectRanks(given, ranks).map((found) => found + 0)).toEqual(wanted);
      },
    ),
    { numRuns: 500 },
  );
});
