import type { OrderLine } from '@shared/domain/orders/order.schema';
import { parseMoneyCell } from '../cells/money-cell';
import { valueText } from '../cells/text-cell';
import type { RowReader } from './row-reader';

const MAX_PRODUCT = 300;
const SEPARATORS = /[;；\n\r]+/;
/** `苹果 x2`, `苹果*2`, `苹果+2`, `苹果 2份`, `苹果（2件）`. */
const COUNT = /^(.+?)\s*(?:[x×*✕+]\s*(\d+)|[(（]?(\d+)\s*(?:份|件|个|盒|袋|箱|瓶|包)[)）]?)$/i;

type Row = { lines: OrderLine[]; fingerprint: string; amountFen: number | undefined };

function readQuantity(reader: RowReader): number | undefined {
  const { cell, column } = reader.find('quantity');
  if (column < 0) return undefined;
  if (typeof cell === 'number') return cell;
  const found = /-?\d+(?:\.\d+)?/.exec(valueText(cell).normalize('NFKC').replace(/,/g, ''));
  if (!found) reader.warn('number-left-out', column);
  return found ? Number(found[0]) : undefined;
}

/** Several goods in one cell, each with its own count behind it. */
function splitProducts(text: string): OrderLine[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const match = COUNT.exec(part);
      const product = (match?.[1] ?? part).slice(0, MAX_PRODUCT);
      return { product, quantity: Number(match?.[2] ?? match?.[3] ?? 1) };
    });
}

function readRow(reader: RowReader, row: number, isAlone: boolean): Row {
  reader.use(row);
  const product = reader.value('product');
  const spec = reader.line('spec', 200);
  const quantity = readQuantity(reader);
  const money = reader.find('lineAmount');
  const amount = parseMoneyCell(money.cell);
  if (amount.kind === 'bad') reader.warn('number-left-out', money.column);
  const amountFen = amount.kind === 'money' ? amount.fen : undefined;
  const fingerprint = isAlone ? '' : reader.wholeRow();
  if (product === '' && quantity === undefined && amountFen === undefined) {
    return { lines: [], fingerprint, amountFen };
  }
  const isOne = quantity !== undefined || amountFen !== undefined || spec !== undefined;
  const single: OrderLine = {
    product: product.replace(/\s+/g, ' ').slice(0, MAX_PRODUCT),
    ...(spec === undefined ? {} : { spec }),
    quantity: quantity ?? 1,
    ...(amountFen === undefined ? {} : { amountFen }),
  };
  return { lines: isOne ? [single] : splitProducts(product), fingerprint, amountFen };
}

export type ReadLines = {
  lines: OrderLine[];
  /** What the lines sum to; undefined unless every line tells an amount. */
  sumFen: number | undefined;
  /** The first row that says exactly what an earlier one said, and was left out. */
  repeatedRow: number | undefined;
};

const sumOf = (rows: readonly Row[]) =>
  rows.length > 0 && rows.every((row) => row.amountFen !== undefined)
    ? rows.reduce((sum, row) => sum + (row.amountFen ?? 0), 0)
    : undefined;

/**
 * The goods of one order. A row that repeats another to the letter is the same row again, unless
 * only with it the lines sum to `expectedFen` (two equal lines of one order).
 */
export function readLines(
  reader: RowReader,
  rows: readonly number[],
  expectedFen: number | undefined,
): ReadLines {
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) {
    const { lines, amountFen } = readRow(reader, first, true);
    return { lines, sumFen: amountFen, repeatedRow: undefined };
  }
  const read = Array.from(rows, (row) => ({ ...readRow(reader, row, false), row }));
  const seen = new Set<string>();
  const once = read.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
  const isFittingWhole = expectedFen !== undefined && sumOf(read) === expectedFen;
  const kept = once.length === read.length || isFittingWhole ? read : once;
  const withLines = kept.filter(({ lines }) => lines.length > 0);
  return {
    lines: kept.flatMap(({ lines }) => lines),
    sumFen: sumOf(withLines),
    repeatedRow: read.find((row) => !kept.includes(row))?.row,
  };
}
