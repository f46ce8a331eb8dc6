import { parseMoneyCell } from '@shared/domain/import/cells/money-cell';
import type { BuyerColumns } from '@shared/domain/insights/buyer-columns';
import { dayNumber, dayOfNumber } from '@shared/lib/time';
import { forEachRecord } from './csv-records';
import { InputError } from './model-ask';

/** Everybody's orders from a CSV `customer,date,amount`, as the models read them. */
export type Transactions = {
  /** By row of `columns`, in the order in which they first appear. */
  customers: string[];
  columns: BuyerColumns;
  /** Day numbers of the earliest and the latest order. */
  firstDay: number;
  lastDay: number;
};

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/;
/** Numbers alone: the remarks and units that exports mix in have no place here. */
const AMOUNT = /^[+-]?[¥￥$]?\d[\d,]*(?:\.\d*)?$/;
const NEEDED = ['customer', 'date', 'amount'] as const;

/** Day number of a business day `YYYY-MM-DD` (a time after it is passed over); undefined if it is none. */
function readDay(text: string): number | undefined {
  const day = DATE.exec(text)?.[1];
  if (day === undefined) return undefined;
  const number = dayNumber(day);
  return Number.isFinite(number) && dayOfNumber(number) === day ? number : undefined;
}

class Rows {
  readonly customers: string[] = [];
  readonly owner: number[] = [];
  readonly day: number[] = [];
  readonly fen: number[] = [];
  private readonly known = new Map<string, number>();
  private readonly days = new Map<string, number>();
  private places: Record<(typeof NEEDED)[number], number> | undefined;
  private width = 0;

  readonly take = (fields: readonly string[], line: number) => {
    if (!this.places) {
      this.readHeader(fields);
      return;
    }
    const { customer, date, amount } = this.places;
    let amountText = fields[amount] ?? '';
    if (fields.length !== this.width) {
      // 1,234.50 without quotes can only mean one thing where the amount comes last.
      const isSplitAmount = amount === this.width - 1 && fields.length > this.width;
      const joined = isSplitAmount ? fields.slice(amount).join(',').trim() : '';
      if (!/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(joined)) {
        throw new InputError(`line ${line}: ${fields.length} fields instead of ${this.width}`);
      }
      amountText = joined;
    }
    this.owner.push(this.rowOf((fields[customer] ?? '').trim(), line));
    this.day.push(this.dayOf((fields[date] ?? '').trim(), line));
    this.fen.push(fenOf(amountText.trim(), line));
  };

  hasHeader(): boolean {
    return this.places !== undefined;
  }

  private readHeader(fields: readonly string[]): void {
    const names = fields.map((field) => field.trim().toLowerCase());
    const missing = NEEDED.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      throw new InputError(`line 1: the header lacks ${missing.join(', ')}`);
    }
    this.width = fields.length;
    this.places = {
      customer: names.indexOf('customer'),
      date: names.indexOf('date'),
      amount: names.indexOf('amount'),
    };
  }

  private rowOf(customer: string, line: number): number {
    if (customer === '') throw new InputError(`line ${line}: no customer`);
    const known = this.known.get(customer);
    if (known !== undefined) return known;
    const row = this.customers.push(customer) - 1;
    this.known.set(customer, row);
    return row;
  }

  private dayOf(text: string, line: number): number {
    const known = this.days.get(text);
    if (known !== undefined) return known;
    const day = readDay(text);
    if (day === undefined) {
      throw new InputError(`line ${line}: "${text}" is no day written YYYY-MM-DD`);
    }
    this.days.set(text, day);
    return day;
  }
}

/** Whole hundredths; more than two decimals are rounded half away from zero, never through a float. */
function fenOf(text: string, line: number): number {
  const cell = AMOUNT.test(text) ? parseMoneyCell(text.replace('$', '')) : undefined;
  if (cell?.kind !== 'money') throw new InputError(`line ${line}: "${text}" is no amount`);
  return cell.fen;
}

/** Rows of one customer together, oldest first; rows of one day keep their order. */
function sortIntoSlices(rows: Rows): BuyerColumns {
  const n = rows.customers.length;
  const count = rows.owner.length;
  const end = new Uint32Array(n);
  for (const owner of rows.owner) end[owner] = (end[owner] ?? 0) + 1;
  const start = new Uint32Array(n);
  for (let row = 1; row < n; row += 1) start[row] = (start[row - 1] ?? 0) + (end[row - 1] ?? 0);
  end.set(start);
  const order = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const owner = rows.owner[at] ?? 0;
    order[end[owner] ?? 0] = at;
    end[owner] = (end[owner] ?? 0) + 1;
  }
  const dayOf = (at: number) => rows.day[at] ?? 0;
  for (let row = 0; row < n; row += 1) {
    order.subarray(start[row], end[row]).sort((a, b) => dayOf(a) - dayOf(b) || a - b);
  }
  const day = new Int32Array(count);
  const amountFen = new Float64Array(count);
  order.forEach((at, slot) => {
    day[slot] = dayOf(at);
    amountFen[slot] = rows.fen[at] ?? 0;
  });
  const refundFen = new Float64Array(count);
  const orders = { start, end, day, amountFen, refundFen };
  return { n, isHere: new Uint8Array(n).fill(1), orders };
}

/** Reads the file whole; a line that cannot be read is an error that names it. */
export function readTransactions(text: string): Transactions {
  const rows = new Rows();
  forEachRecord(text, rows.take);
  if (!rows.hasHeader()) throw new InputError('the file is empty: a header is needed');
  const columns = sortIntoSlices(rows);
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (const day of columns.orders.day) {
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  return { customers: rows.customers, columns, firstDay, lastDay };
}

/** The day that an option names, or else the last day in the file. */
export function dayOption(name: string, given: string | undefined, lastDay: number): number {
  if (given === undefined) return Number.isFinite(lastDay) ? lastDay : 0;
  const day = readDay(given);
  if (day === undefined) throw new InputError(`--${name} wants a day written YYYY-MM-DD`);
  return day;
}
