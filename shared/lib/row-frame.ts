import { stringify as stringifyUuid } from 'uuid';
/**
 * Rows by columns on their way into packed pages: what a large import is made of, so that no object
 * per row is ever built. Typed arrays may be longer than the frame; only the first `n` places count.
 */
export type RowFrame = {
  n: number;
  columns: Record<string, FrameColumn>;
  /** Row `i` stands at place `order[i]` of every column; absent: at place `i`. */
  order?: Uint32Array;
};

/** `text`: undefined is absent · `number`: NaN is absent · `uuid`: 16 bytes a row · `same`: one value for all. */
export type FrameColumn =
  | { kind: 'text'; values: (string | undefined)[] }
  | { kind: 'number'; values: Float64Array }
  | { kind: 'uuid'; bytes: Uint8Array }
  | { kind: 'same'; value: string | number }
  /** The items of place `i` are the rows `ends[i - 1]` to `ends[i]` of `items`. */
  | { kind: 'list'; ends: Uint32Array; items: RowFrame };

/** The value at a place of a column (`order` not applied); undefined when absent. */
export function columnValueAt(column: FrameColumn, place: number): unknown {
  switch (column.kind) {
    case 'text':
      return column.values[place];
    case 'number': {
      const value = column.values[place];
      return value === undefined || Number.isNaN(value) ? undefined : value;
    }
    case 'uuid':
      return stringifyUuid(column.bytes, place * 16);
    case 'same':
      return column.value;
    case 'list': {
      const from = place === 0 ? 0 : (column.ends[place - 1] ?? 0);
      const to = column.ends[place] ?? from;
      return Array.from({ length: to - from }, (_, index) => itemAt(column.items, from + index));
    }
  }
}

function itemAt(frame: RowFrame, place: number): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const field in frame.columns) {
    const column = frame.columns[field];
    const value = column && columnValueAt(column, place);
    if (value !== undefined) row[field] = value;
  }
  return row;
}

/** Row `index` of a frame as an object; absent values are left out. */
export function frameRow(frame: RowFrame, index: number): Record<string, unknown> {
  return itemAt(frame, frame.order?.[index] ?? index);
}
