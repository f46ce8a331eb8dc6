import { type Column, columnValue } from '@/db/paged/columns';

/** Sets `bit` for every row of a page whose field holds something. */
export function markFilled(column: Column | undefined, bit: number, filled: Uint32Array): void {
  if (!column) return;
  const mask = 1 << bit;
  for (let i = 0; i < filled.length; i += 1) {
    if (isFilled(column, i)) filled[i] = (filled[i] ?? 0) | mask;
  }
}

function isFilled(column: Column, i: number): boolean {
  if (column.t === 'text') return (column.o[i + 1] ?? 0) > (column.o[i] ?? 0);
  if (column.t === 'code') return column.x[i] !== 0 && column.d[(column.x[i] ?? 0) - 1] !== '';
  const value = columnValue(column, i);
  return value !== undefined && value !== '';
}
