import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { parseDateCell } from '../cells/date-cell';
import { valueText } from '../cells/text-cell';
import { orderStatusOf } from '../cells/word-cells';
import type { DataRow } from '../sheet';
import { type Buyer, readBuyer } from './buyer';
import type { OrderGroup } from './order-groups';
import { readLines } from './order-lines';
import { moneyOfRows } from './order-money';
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
  problems: CellProblem<RejectCode>[];
  warnings: CellProblem<WarningCode>[];
};

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const isUnpaid = (status: OrderStatus) => status === 'pending' || status === 'cancelled';

/** Reads each row of the order once for a question and keeps what each found odd. */
function createGatherer(reader: RowReader, rows: readonly DataRow[]) {
  const problems: CellProblem<RejectCode>[] = [];
  const warnings: CellProblem<WarningCode>[] = [];
  const keep = () => {
    problems.push(...reader.problems());
    warnings.push(...reader.warnings());
  };
  const withRow = <T>(row: DataRow, read: () => T): T => {
    reader.use(row);
    const value = read();
    keep();
    return value;
  };
  return {
    problems,
    warnings,
    /** The first row's answer that is not undefined: order-level cells may stand on any line. */
    first<T>(read: () => T | undefined): T | undefined {
      for (const row of rows) {
        const value = withRow(row, read);
        if (value !== undefined) return value;
      }
      return undefined;
    },
    money(field: 'amount' | 'refund' | 'lineRefund' | 'freight' | 'discount'): number[] {
      return rows.flatMap((row) => {
        const values = moneyOfRows(reader, [row], field);
        if (reader.has(field)) keep();
        return values;
      });
    },
    note(row: DataRow | undefined, code: WarningCode): void {
      if (row) withRow(row, () => reader.warn(code));
    },
    refuse(row: DataRow | undefined, code: RejectCode): void {
      if (row) withRow(row, () => reader.reject(code));
    },
  };
}

type Gatherer = ReturnType<typeof createGatherer>;

function readStatus(reader: RowReader, gather: Gatherer): OrderStatus | undefined {
  return gather.first(() => {
    const { cell, column } = reader.find('status');
    if (column < 0) return undefined;
    const known = orderStatusOf(valueText(cell));
    if (known === undefined) reader.warn('word-unknown', column);
    return known ?? 'unknown';
  });
}

function readTime(
  reader: RowReader,
  gather: Gatherer,
  status: OrderStatus,
  group: OrderGroup,
  settings: OrderSettings,
  now: number,
): { orderedAt: number; isTimeTold: boolean } {
  const found = gather.first(() => {
    const { cell, column } = reader.find('orderedAt');
    const parsed = parseDateCell(cell, settings.zone);
    if (parsed.kind === 'bad') reader.reject(parsed.code, column);
    return parsed.kind === 'date' ? parsed.ms : undefined;
  });
  if (found !== undefined) return { orderedAt: found, isTimeTold: true };
  const assumed = { orderedAt: settings.assumedAt ?? now, isTimeTold: false };
  if (settings.assumedAt !== undefined) return assumed;
  if (isUnpaid(status)) gather.note(group.rows[0], 'time-assumed');
  else if (gather.problems.length === 0) gather.refuse(group.rows[0], 'time-missing');
  return assumed;
}

/** Order-level amounts count once however often they are repeated; lines sum where there is none. */
function readAmounts(reader: RowReader, gather: Gatherer, group: OrderGroup, perLine: boolean) {
  const amounts = gather.money('amount');
  const freight = gather.money('freight')[0] ?? 0;
  const discount = Math.abs(gather.money('discount')[0] ?? 0);
  const stated = perLine && amounts.length > 0 ? sum(amounts) : amounts[0];
  if (!perLine && new Set(amounts).size > 1) gather.note(group.rows[0], 'two-amounts');
  const expected = stated === undefined || perLine ? undefined : stated - freight + discount;
  const goods = readLines(reader, group.rows, expected);
  gather.note(goods.repeatedRow, 'row-repeated');
  if (expected !== undefined && goods.sumFen !== undefined && goods.sumFen !== expected) {
    gather.note(group.rows[0], 'lines-differ');
  }
  const fromLines = goods.sumFen === undefined ? undefined : goods.sumFen + freight - discount;
  const amountFen = stated ?? fromLines;
  if (amountFen === undefined && gather.problems.length === 0) {
    gather.refuse(group.rows[0], 'amount-missing');
  }
  return { amountFen: amountFen ?? 0, lines: goods.lines };
}

/** A refund repeated on every line is one refund; different ones are the lines' own. */
function readRefund(gather: Gatherer): number {
  const whole = gather.money('refund').map(Math.abs);
  const told = new Set(whole).size > 1 ? sum(whole) : whole[0];
  return told ?? sum(gather.money('lineRefund').map(Math.abs));
}

function checkPhones(reader: RowReader, gather: Gatherer, group: OrderGroup): void {
  if (group.rows.length < 2) return;
  const phones = new Set<string>();
  for (const row of group.rows) {
    reader.use(row);
    const { values } = readBuyer(reader);
    if (values.phone) phones.add(values.phone);
  }
  if (phones.size > 1) gather.note(group.rows[0], 'two-phones');
}

/** Everything that the rows of one order say, with what is wrong or odd about them. */
export function readOrder(
  reader: RowReader,
  group: OrderGroup,
  settings: OrderSettings,
  now: number,
): ReadOrder {
  const gather = createGatherer(reader, group.rows);
  const { amountFen, lines } = readAmounts(reader, gather, group, settings.isAmountPerLine);
  const refundFen = readRefund(gather);
  const isAllBack = refundFen > 0 && refundFen >= amountFen;
  const status = readStatus(reader, gather) ?? (isAllBack ? 'refunded' : 'paid');
  const { orderedAt, isTimeTold } = readTime(reader, gather, status, group, settings, now);
  const buyer = gather.first(() => {
    const read = readBuyer(reader);
    return Object.keys(read.values).length > 0 ? read : undefined;
  });
  checkPhones(reader, gather, group);
  const address = gather.first(() => readAddress(reader, true));
  const note = gather.first(() => reader.paragraphs('note', 5000));
  const region = gather.first(() => readRegion(reader));
  const order: OrderValues = {
    externalNo: (group.number ?? '').slice(0, 100),
    orderedAt,
    amountFen,
    refundFen,
    status,
    lines,
  };
  if (group.campaign) order.campaign = group.campaign;
  if (buyer?.receiver) order.receiver = buyer.receiver;
  if (buyer?.receiverPhone) order.receiverPhone = buyer.receiverPhone;
  if (address) order.address = address;
  if (note) order.note = note;
  return {
    order,
    buyer: buyer ?? { values: {}, receiver: undefined, receiverPhone: undefined },
    region,
    isTimeTold,
    problems: gather.problems,
    warnings: gather.warnings,
  };
}
