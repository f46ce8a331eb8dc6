import { type Column, columnValue } from '@/db/paged/columns';

/** Sets `bit` for every row of a page whose field holds something. */
export function markFilled(column: Column | undefined, bit: number, filled: Uint32Array): void {
  if (!column) return;
  const mask = 1 << bit;
  if (column.t === 'text') {
    const { o } = column;
    let from = o[0] ?? 0;
    for (let i = 0; i < filled.length; i += 1) {
      const to = o[i + 1] ?? from;
      if (to > from) filled[i] = (filled[i] ?? 0) | mask;
      from = to;
    }
  } else if (column.t === 'code') {
    const { x } = column;
    const isEmpty = column.d.indexOf('') + 1;
    for (let i = 0; i < filled.length; i += 1) {
      const code = x[i] ?? 0;
      if (code !== 0 && code !== isEmpty) filled[i] = (filled[i] ?? 0) | mask;
    }
  } else {
    for (let i = 0; i < filled.length; i += 1) {
      const value = columnValue(column, i);
      if (value !== undefined && value !== '') filled[i] = (filled[i] ?? 0) | mask;
    }
  }
}
