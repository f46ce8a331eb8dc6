import { type Column, columnLength, columnValue } from '@/db/paged/columns';

/** A field of few values over all pages: `values[code - 1]`, 0 for absent. */
export class Codes {
  readonly values: string[] = [];
  private readonly codes = new Map<string, number>();
  readonly of: Uint32Array;

  constructor(n: number) {
    this.of = new Uint32Array(n);
  }

  /** 0 for a value that no row has. */
  codeOf(value: string): number {
    return this.codes.get(value) ?? 0;
  }

  textOf(row: number): string | undefined {
    return this.values[(this.of[row] ?? 0) - 1];
  }

  /** Takes a page's column in, beginning at row `start`. */
  fill(column: Column | undefined, start: number): void {
    if (!column) return;
    if (column.t !== 'code') {
      const n = columnLength(column);
      for (let i = 0; i < n; i += 1) this.of[start + i] = this.codeFor(columnValue(column, i));
      return;
    }
    const own = column.d.map((value) => this.codeFor(value));
    for (let i = 0; i < column.x.length; i += 1) {
      this.of[start + i] = own[(column.x[i] ?? 0) - 1] ?? 0;
    }
  }

  codeFor(value: unknown): number {
    if (typeof value !== 'string' || value === '') return 0;
    let code = this.codes.get(value);
    if (code === undefined) {
      this.values.push(value);
      code = this.values.length;
      this.codes.set(value, code);
    }
    return code;
  }
}

/** Puts a page's numbers into a column over all pages; absent ones become NaN. */
export function fillNumbers(into: Float64Array, column: Column | undefined, start: number): void {
  if (!column) return;
  if (column.t === 'i32' || column.t === 'f64') {
    into.set(column.v, start);
    return;
  }
  const n = columnLength(column);
  for (let i = 0; i < n; i += 1) into[start + i] = Number(columnValue(column, i) ?? Number.NaN);
}
