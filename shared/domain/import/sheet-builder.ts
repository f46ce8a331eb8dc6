import {
  CELL,
  isCellError,
  isLongNumber,
  type Merge,
  type RawCell,
  type Sheet,
  type SheetColumn,
  TEXTS_PER_BLOCK,
  type TextTable,
} from './sheet';

/** Collects texts into blocks; `add` returns the text's place. Equal texts may be added again. */
export function createTextTable() {
  const blocks: TextTable['blocks'] = [];
  let parts: string[] = [];
  let count = 0;

  function close(): void {
    if (parts.length === 0) return;
    const ends = new Uint32Array(parts.length);
    let end = 0;
    parts.forEach((part, index) => {
      end += part.length;
      ends[index] = end;
    });
    blocks.push({ text: parts.join(''), ends });
    parts = [];
  }

  return {
    add(text: string): number {
      if (parts.length === TEXTS_PER_BLOCK) close();
      parts.push(text);
      count += 1;
      return count - 1;
    },
    finish(): TextTable {
      close();
      return { count, blocks };
    },
  };
}

export type TextTableBuilder = ReturnType<typeof createTextTable>;

const FIRST_ROWS = 1024;

function grown(column: SheetColumn, rows: number): SheetColumn {
  const size = Math.max(rows, column.kinds.length * 2);
  const kinds = new Uint8Array(size);
  const values = new Float64Array(size);
  kinds.set(column.kinds);
  values.set(column.values);
  return { kinds, values };
}

/** Packs a sheet cell by cell, in any order. The texts are shared by the workbook's sheets. */
export function createSheetBuilder(name: string, visibility: Sheet['visibility'] = 'visible') {
  const columns: SheetColumn[] = [];
  let rowCount = 0;
  let width = 0;

  function put(row: number, column: number, kind: number, value: number): void {
    while (columns.length <= column) {
      const size = Math.max(FIRST_ROWS, rowCount);
      columns.push({ kinds: new Uint8Array(size), values: new Float64Array(size) });
    }
    let packed = columns[column];
    if (!packed) return;
    if (row >= packed.kinds.length) {
      packed = grown(packed, row + 1);
      columns[column] = packed;
    }
    packed.kinds[row] = kind;
    packed.values[row] = value;
    if (kind === CELL.blank) return;
    if (row >= rowCount) rowCount = row + 1;
    if (column >= width) width = column + 1;
  }

  return {
    put,
    finish(texts: TextTable, merges: Merge[] = []): Sheet {
      const used = columns
        .slice(0, width)
        .map((column) => (column.kinds.length < rowCount ? grown(column, rowCount) : column));
      return { name, visibility, rowCount, columns: used, texts, merges };
    },
  };
}

export type SheetBuilder = ReturnType<typeof createSheetBuilder>;

/** Packs one cell that is held as a value of its own; an empty text is a blank cell. */
export function putCell(
  builder: SheetBuilder,
  texts: TextTableBuilder,
  row: number,
  column: number,
  cell: RawCell,
): void {
  if (cell === null || cell === '') return;
  if (typeof cell === 'string') builder.put(row, column, CELL.text, texts.add(cell));
  else if (typeof cell === 'number') builder.put(row, column, CELL.number, cell);
  else if (typeof cell === 'boolean') builder.put(row, column, CELL.boolean, cell ? 1 : 0);
  else if (cell instanceof Date) builder.put(row, column, CELL.date, cell.getTime());
  else if (isCellError(cell)) builder.put(row, column, CELL.error, texts.add(cell.error));
  else if (isLongNumber(cell)) builder.put(row, column, CELL.digits, texts.add(cell.digits));
  else builder.put(row, column, CELL.formula, 0);
}

/** A sheet from rows of cells: for tests and for small things made in memory. */
export function sheetOfRows(
  name: string,
  rows: readonly (readonly RawCell[])[],
  merges: Merge[] = [],
): Sheet {
  const texts = createTextTable();
  const builder = createSheetBuilder(name);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      putCell(builder, texts, row, column, cell);
    });
  });
  return builder.finish(texts.finish(), merges);
}
