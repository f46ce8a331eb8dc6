import type { Merge, Sheet, SheetColumn, TextTable } from '@shared/domain/import/sheet';
import { LIMITS } from './limits';
import { Refusal } from './refusals';

const FIRST_ROWS = 32;
const BYTES_PER_CELL = 9;

/** What all sheets of a workbook may take together. */
export type PackedBudget = { bytes: number };

/**
 * A sheet's cells in typed columns, in any order of rows. A column takes memory with its first cell, so
 * that a lone cell far out costs its own column and no more.
 */
export class PackedColumns {
  private readonly columns: (SheetColumn | undefined)[] = [];
  private rowCount = 0;
  private readonly budget: PackedBudget;

  constructor(budget: PackedBudget) {
    this.budget = budget;
  }

  put(row: number, column: number, kind: number, value: number): void {
    let packed = this.columns[column];
    if (packed === undefined || row >= packed.kinds.length) packed = this.grow(column, row + 1);
    packed.kinds[row] = kind;
    packed.values[row] = value;
    if (row >= this.rowCount) this.rowCount = row + 1;
  }

  finish(name: string, visibility: Sheet['visibility'], texts: TextTable, merges: Merge[]): Sheet {
    const { rowCount } = this;
    if (rowCount * this.columns.length > LIMITS.tableCells) throw new Refusal('too-large');
    let blank: SheetColumn | undefined;
    const columns: SheetColumn[] = [];
    for (let column = 0; column < this.columns.length; column++) {
      const packed = this.columns[column];
      if (!packed) blank ??= this.allocate(rowCount);
      const used = packed ?? blank;
      if (used) columns.push(used.kinds.length < rowCount ? this.resize(used, rowCount) : used);
    }
    return { name, visibility, rowCount, columns, texts, merges };
  }

  private grow(column: number, rows: number): SheetColumn {
    const old = this.columns[column];
    // A column that starts late will be as long as its neighbours.
    const size = Math.max(FIRST_ROWS, rows, old ? old.kinds.length * 2 : this.rowCount);
    const grown = old ? this.resize(old, size) : this.allocate(size);
    while (this.columns.length <= column) this.columns.push(undefined);
    this.columns[column] = grown;
    return grown;
  }

  private resize(old: SheetColumn, size: number): SheetColumn {
    const resized = this.allocate(size);
    resized.kinds.set(old.kinds);
    resized.values.set(old.values);
    this.budget.bytes += old.kinds.length * BYTES_PER_CELL;
    return resized;
  }

  private allocate(size: number): SheetColumn {
    this.budget.bytes -= size * BYTES_PER_CELL;
    if (this.budget.bytes < 0) throw new Refusal('too-large');
    return { kinds: new Uint8Array(size), values: new Float64Array(size) };
  }
}

export function newBudget(): PackedBudget {
  return { bytes: LIMITS.packedBytes };
}
