import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { encodeColumn } from '@/db/paged/columns';
import { IdTable } from './id-table';

describe('the table of ids', () => {
  it.each([1, 1000, 1024, 5000])(
    'numbers ids in their order and finds each again when made for %i',
    (capacity) => {
      const ids = Array.from({ length: 9000 }, () => v7());
      const table = new IdTable(capacity);
      const half = ids.length / 2;
      expect([...table.addColumn(encodeColumn('uuid', ids.slice(0, half)))]).toEqual(
        Array.from({ length: half }, (_, i) => i),
      );
      table.addColumn(encodeColumn('uuid', ids.slice(half)));
      // Known ones keep their numbers.
      expect(table.addColumn(encodeColumn('uuid', ids.slice(7, 8)))[0]).toBe(7);
      expect(table.size).toBe(ids.length);
      ids.forEach((id, i) => {
        expect(table.numberOf(id)).toBe(i);
        expect(table.idOf(i)).toBe(id);
      });
      expect(table.numberOf(v7())).toBe(-1);
    },
  );

  it('keeps ids that are no UUID, beside UUIDs in a column that holds both', () => {
    const ids = ['workspace', v7(), 'm.1', v7().toUpperCase()];
    const table = new IdTable(2);
    table.addColumn(encodeColumn('uuid', ids));
    expect(ids.map((id) => table.numberOf(id))).toEqual([0, 1, 2, 3]);
    expect(ids.map((_, i) => table.idOf(i))).toEqual(ids);
  });
});
