import { parseMoneyCell } from '../cells/money-cell';
import type { ImportField } from '../columns/fields';
import { foldHeader } from '../columns/header-words';
import { groupRows, type OrderGroups } from './order-groups';
import type { RowReader } from './row-reader';

/** Names that do not say whether they mean the order or the line. */
const VAGUE = new Set(['金额', '合计', '总价', '实付', 'amount', 'price', 'total', 'totalprice']);

const NONE: readonly number[] = [];

/** The amounts that the rows of one order tell in a column; merged and blank cells tell none. */
export function moneyOfRows(
  reader: RowReader,
  rows: readonly number[],
  field: ImportField,
): readonly number[] {
  if (!reader.has(field)) return NONE;
  const found: number[] = [];
  for (const row of rows) {
    reader.use(row);
    const { cell, column } = reader.find(field);
    if (column < 0) continue;
    const money = parseMoneyCell(cell);
    if (money.kind === 'bad') reader.reject('money-unreadable', column);
    else if (money.kind === 'money') {
      if (money.isRounded) reader.warn('money-rounded', column);
      found.push(money.fen);
    }
  }
  return found;
}

/** Whether amounts are not all the same. */
export function differ(amounts: readonly number[]): boolean {
  for (let at = 1; at < amounts.length; at++) if (amounts[at] !== amounts[0]) return true;
  return false;
}

/**
 * Whether a vaguely named amount column holds one amount for each line: when the rows of most orders
 * differ in it. A column that says 订单金额 is the order's, repeated on its lines or merged over them;
 * so is one that is the same on all lines of most orders, or they would count several times.
 */
export function isAmountPerLine(
  reader: RowReader,
  groups: OrderGroups,
  amountTitle: string | undefined,
): boolean {
  if (amountTitle === undefined || !VAGUE.has(foldHeader(amountTitle))) return false;
  let differing = 0;
  let repeating = 0;
  reader.aside(() => {
    for (let group = 0; group < groups.count; group++) {
      const rows = groupRows(groups, group);
      if (rows.length < 2) continue;
      const amounts = moneyOfRows(reader, rows, 'amount');
      if (differ(amounts)) differing++;
      else if (amounts.length > 1) repeating++;
    }
  });
  return differing > repeating;
}
