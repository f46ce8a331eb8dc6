import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatHlc } from '../clock';
import type { RowChange } from '../op';
import { mergeChange } from './merge-change';
import type { Held, StoredRow } from './record-state';
import { stampChange } from './stamp-change';

const stamp = (n: number) => formatHlc(1_700_000_000_000 + n, 0, 'own');
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 }));
const own = fc.oneof(
  fields.map((set): Partial<RowChange> => ({ set })),
  fc.constantFrom('a', 'b').map((field): Partial<RowChange> => ({ unset: [field] })),
  fc.constant<Partial<RowChange>>({ gone: true }),
);

/** As the write door applies it: a new record where there is none, otherwise as it says. */
function write(
  row: StoredRow | undefined,
  change: Partial<RowChange>,
): [StoredRow | undefined, RowChange] {
  const whole: RowChange = { entity: 'groups', id: 'r', ...change };
  if (!row) {
    const { gone: _, unset: __, ...rest } = whole;
    return [
      { id: 'r', ...rest.set },
      { ...rest, isNew: true },
    ];
  }
  if (change.gone) return [undefined, whole];
  const next: Record<string, unknown> & { id: string } = { ...row, ...change.set };
  for (const field of change.unset ?? []) delete next[field];
  return [next, whole];
}

it('keeps for own changes what merging them would keep', () => {
  fc.assert(
    fc.property(fc.array(own, { maxLength: 8 }), (changes) => {
      let mine: Held = {};
      let merged: Held = {};
      for (const [n, partial] of changes.entries()) {
        const [row, change] = write(mine.row, partial);
        mine = { row, clocks: stampChange(mine.clocks, change, stamp(n), true) };
        const { row: other, clocks } = mergeChange(merged, change, stamp(n), () => true);
        merged = { row: other, clocks };
        expect(mine).toEqual(merged);
      }
    }),
  );
});
