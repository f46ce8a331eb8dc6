import type { OrderLine } from '@shared/domain/orders/order.schema';
import { type Column, columnValue } from '@/db/paged/columns';

/** Whether row `i` of a column holds this value; no text is cut out of the column to compare it. */
export function columnHolds(
  column: Column | undefined,
  i: number,
  value: string | number | undefined,
): boolean {
  if (column?.t !== 'text' || typeof value !== 'string') {
    return (column && columnValue(column, i)) === value;
  }
  if (column.a?.[i]) return false;
  const from = column.o[i] ?? 0;
  return (column.o[i + 1] ?? from) - from === value.length && column.s.startsWith(value, from);
}

/** Whether row `i` of a column of order lines holds these lines and no others. */
export function columnHoldsLines(
  column: Column | undefined,
  i: number,
  lines: readonly OrderLine[],
): boolean {
  if (column?.t !== 'list') return false;
  const from = column.o[i] ?? 0;
  if ((column.o[i + 1] ?? from) - from !== lines.length) return false;
  const { product, spec, quantity, amountFen } = column.c;
  for (let place = 0; place < lines.length; place++) {
    const line = lines[place];
    const at = from + place;
    const isSame =
      line !== undefined &&
      columnHolds(quantity, at, line.quantity) &&
      columnHolds(amountFen, at, line.amountFen) &&
      columnHolds(product, at, line.product) &&
      columnHolds(spec, at, line.spec);
    if (!isSame) return false;
  }
  return true;
}
