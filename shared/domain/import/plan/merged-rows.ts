import type { ImportField } from '../columns/fields';
import type { Sheet } from '../sheet';

/** Fields of which a cell merged over several rows counts once: what is summed is never filled down. */
const COUNTED_ONCE: ReadonlySet<ImportField> = new Set([
  'amount',
  'refund',
  'freight',
  'discount',
  'quantity',
  'lineAmount',
  'lineRefund',
]);

/** Fields of the whole order: a merge over one of them holds the rows of one order together. */
const ORDER_WIDE: ReadonlySet<ImportField> = new Set([
  'externalNo',
  'campaign',
  'orderedAt',
  'amount',
  'refund',
  'freight',
  'discount',
  'status',
  'buyerName',
  'buyerPhone',
  'buyerWechatId',
  'buyerCode',
  'receiver',
  'receiverPhone',
  'address',
  'note',
]);

export type MergedRows = {
  /** The row whose cell a covered cell shows; the row itself where nothing covers it. */
  anchorOf(row: number, column: number): number;
  /** The first row of the order-wide merges that reach over this row; the row itself without any. */
  topOf(row: number): number;
  countsOnce(field: ImportField): boolean;
};

const NONE: MergedRows = {
  anchorOf: (row) => row,
  topOf: (row) => row,
  countsOnce: () => false,
};

/**
 * What the sheet's vertical merges say about its rows. The value of a merge stands in its first row;
 * values that a program left in the covered cells are the same cell once more and are never read.
 */
export function mergedRows(
  sheet: Sheet,
  columns: ReadonlyMap<ImportField, readonly number[]>,
): MergedRows {
  const fieldOf = new Map<number, ImportField>();
  for (const [field, own] of columns) for (const column of own) fieldOf.set(column, field);
  const anchors = new Map<number, Int32Array>();
  let tops: Int32Array | undefined;
  const rowNumbers = () => Int32Array.from({ length: sheet.rowCount }, (_, row) => row);
  for (const { top, bottom, left } of sheet.merges) {
    const field = fieldOf.get(left);
    if (bottom <= top || field === undefined) continue;
    let own = anchors.get(left);
    if (!own) {
      own = rowNumbers();
      anchors.set(left, own);
    }
    const isWide = ORDER_WIDE.has(field);
    if (isWide) tops ??= rowNumbers();
    for (let row = top; row <= bottom && row < sheet.rowCount; row++) {
      own[row] = top;
      if (isWide && tops) tops[row] = Math.min(tops[row] ?? row, top);
    }
  }
  if (anchors.size === 0) return NONE;
  return {
    anchorOf: (row, column) => anchors.get(column)?.[row] ?? row,
    topOf: (row) => tops?.[row] ?? row,
    countsOnce: (field) => COUNTED_ONCE.has(field),
  };
}
