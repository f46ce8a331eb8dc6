import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { orderStatusOf } from '../cells/word-cells';
import type { ImportField } from '../columns/fields';
import { type Buyer, readBuyer } from './buyer';
import { nameFor } from './member-values';
import { readLines } from './order-lines';
import { differ, moneyOfRows } from './order-money';
import { readAddress, readRegion } from './place';
import type { OrderValues } from './plan';
import type { CellProblem, RejectCode, WarningCode } from './problems';
import type { RowReader } from './row-reader';

export type OrderSettings = {
  /** The workspace's zone. */
  zone: string;
  /** UTC ms for orders of a file without any time column; undefined where it has one. */
  assumedAt: number | undefined;
  /** The vaguely named amount column holds an amount for each line. */
  isAmountPerLine: boolean;
};

export type ReadOrder = {
  order: OrderValues;
  buyer: Buyer;
  region: string | undefined;
  /** The rows themselves say when; else the time was assumed. */
  isTimeTold: boolean;
  problems: readonly CellProblem<RejectCode>[];
  warnings: readonly CellProblem<WarningCode>[];
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const isUnpaid = (status: OrderStatus) => status === 'pending' || status === 'cancelled';

type Asking = { reader: RowReader; rows: readonly number[] };

/** The first row's answer that is not undefined: order-level cells may stand on any line. */
function first<T>({ reader, rows }: Asking, read: () => T | undefined): T | undefined {
  for (const row of rows) {
    reader.use(row);
    const value = read();
    if (value !== undefined) return value;
  }
  return undefined;
}

function noteOnOrder({ reader, rows }: Asking, code: WarningCode, row = rows[0]): void {
  if (row === undefined) return;
  reader.use(row);
  reader.warn(code);
}

/** Only if nothing else is wrong: an unreadable amount is not also a missing one. */
function refuseOrder(
  { reader, rows }: Asking,
  code: RejectCode,
  fields: readonly ImportField[],
): void {
  const [row] = rows;
  if (row === undefined || reader.problems().length > 0) return;
  reader.use(row);
  reader.rejectMissing(code, fields);
}

function readStatus(asking: Asking): OrderStatus | undefined {
  const { reader } = asking;
  return first(asking, () => {
    const column = reader.seek('status');
    if (column < 0) return undefined;
    const known = orderStatusOf(reader.value('status'));
    if (known === undefined) reader.warn('word-unknown', column);
    return known ?? 'unknown';
  });
}

function readTime(
  asking: Asking,
  status: OrderStatus,
  settings: OrderSettings,
  now: number,
): { orderedAt: number; isTimeTold: boolean } {
  const { reader } = asking;
  const found = first(asking, () => {
    const column = reader.seek('orderedAt');
    const ms = reader.moment('orderedAt', column, settings.zone);
    if (!Number.isNaN(ms)) return ms;
    reader.rejectUnless('leave-date-out', 'date-unreadable', 'date-left-out', column);
    return undefined;
  });
  if (found !== undefined) return { orderedAt: found, isTimeTold: true };
  const assumed = { orderedAt: settings.assumedAt ?? now, isTimeTold: false };
  if (settings.assumedAt !== undefined) return assumed;
  const isLeftOut = reader.warnings().some(({ code }) => code === 'date-left-out');
  if (isUnpaid(status) || isLeftOut || reader.isFixed('assume-time')) {
    noteOnOrder(asking, 'time-assumed');
  } else refuseOrder(asking, 'time-missing', ['orderedAt']);
  return assumed;
}

/** Order-level amounts count once however often they are repeated; lines sum where there is none. */
function readAmounts(asking: Asking, perLine: boolean) {
  const { reader, rows } = asking;
  const amounts = moneyOfRows(reader, rows, 'amount');
  const freight = moneyOfRows(reader, rows, 'freight')[0] ?? 0;
  const discount = Math.abs(moneyOfRows(reader, rows, 'discount')[0] ?? 0);
  const stated = perLine && amounts.length > 0 ? sum(amounts) : amounts[0];
  const isDisputed = !perLine && differ(amounts);
  if (isDisputed) noteOnOrder(asking, 'two-amounts');
  const expected = stated === undefined || perLine ? undefined : stated - freight + discount;
  const goods = readLines(reader, rows, expected);
  if (goods.repeatedRow !== undefined) noteOnOrder(asking, 'row-repeated', goods.repeatedRow);
  if (expected !== undefined && goods.sumFen !== undefined && goods.sumFen !== expected) {
    noteOnOrder(asking, 'lines-differ');
  }
  const fromLines = goods.sumFen === undefined ? undefined : goods.sumFen + freight - discount;
  const amountFen = stated ?? fromLines;
  if (amountFen === undefined) refuseOrder(asking, 'amount-missing', ['amount', 'lineAmount']);
  return { amountFen: amountFen ?? 0, lines: goods.lines };
}

/** A refund repeated on every line is one refund; different ones are the lines' own. */
function readRefund({ reader, rows }: Asking): number {
  const whole = moneyOfRows(reader, rows, 'refund').map(Math.abs);
  const told = differ(whole) ? sum(whole) : whole[0];
  return told ?? sum(moneyOfRows(reader, rows, 'lineRefund').map(Math.abs));
}

function checkPhones(asking: Asking): void {
  const { reader, rows } = asking;
  if (rows.length < 2) return;
  const phones = new Set<string>();
  for (const row of rows) {
    reader.use(row);
    const { phone } = reader.aside(() => readBuyer(reader)).values;
    if (phone) phones.add(phone);
  }
  if (phones.size > 1) noteOnOrder(asking, 'two-phones');
}

/** Everything that the rows of one order say, with what is wrong or odd about them. */
export function readOrder(
  reader: RowReader,
  {
    rows,
    number,
    campaign,
  }: { rows: readonly number[]; number: string; campaign: string | undefined },
  settings: OrderSettings,
  now: number,
): ReadOrder {
  const asking = { reader, rows };
  reader.begin(rows[0] ?? 0);
  // Says whether the digits of a long number had to be taken.
  reader.id('externalNo', reader.seek('externalNo'));
  const { amountFen, lines } = readAmounts(asking, settings.isAmountPerLine);
  const refundFen = readRefund(asking);
  const isAllBack = refundFen > 0 && refundFen >= amountFen;
  const told = readStatus(asking) ?? (isAllBack ? 'refunded' : 'paid');
  // A closed deal whose money went back was paid for: platforms say 交易关闭 of both.
  const status = told === 'cancelled' && isAllBack ? 'refunded' : told;
  const { orderedAt, isTimeTold } = readTime(asking, status, settings, now);
  const buyer = first(asking, () => {
    const read = readBuyer(reader);
    return nameFor(read.values) === undefined ? undefined : read;
  });
  checkPhones(asking);
  const address = first(asking, () => readAddress(reader, true));
  const note = first(asking, () => reader.paragraphs('note', 5000));
  const region = first(asking, () => readRegion(reader));
  const order: OrderValues = {
    externalNo: number.slice(0, 100),
    orderedAt,
    amountFen,
    refundFen,
    status,
    lines,
  };
  if (campaign) order.campaign = campaign;
  if (buyer?.receiver) order.receiver = buyer.receiver;
  if (buyer?.receiverPhone) order.receiverPhone = buyer.receiverPhone;
  if (address) order.address = address;
  if (note) order.note = note;
  return {
    order,
    buyer: buyer ?? { values: {}, receiver: undefined, receiverPhone: undefined },
    region,
    isTimeTold,
    problems: reader.problems(),
    warnings: reader.warnings(),
  };
}
