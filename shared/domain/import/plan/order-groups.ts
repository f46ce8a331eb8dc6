import { cellText, foldText } from '../cells/text-cell';
import type { ImportField } from '../columns/fields';
import type { EntryRows } from './entry-table';
import type { Planner } from './plan';
import type { RowReader } from './row-reader';
import { createTextIndex } from './text-index';

type GroupProblem = 'order-number-missing' | 'id-destroyed';

/** Rows put together into orders; group `i` has rows as `EntryRows` says. */
export type OrderGroups = EntryRows & {
  count: number;
  /** The order's number; undefined for rows that form no order. */
  numbers: (string | undefined)[];
  campaignOf(group: number): string | undefined;
  problemOf(group: number): GroupProblem | undefined;
  /** Whether an order of the file bears this number. */
  hasNumber(number: string): boolean;
};

/** The rows of one group, from 0. */
export function groupRows({ ends, rows }: OrderGroups, group: number): readonly number[] {
  const own: number[] = [];
  const end = ends[group] ?? 0;
  for (let at = group === 0 ? 0 : (ends[group - 1] ?? 0); at < end; at++) own.push(rows[at] ?? 0);
  return own;
}

/** How the file tells its orders apart. */
export type OrderNumbering = {
  /** Numbers count within one 团 only and may come back for another buyer. */
  isSequence: boolean;
  /** The 团 of rows that name none. */
  campaign: string | undefined;
};

/** Cells that belong to the whole order: blank under the first row where they are merged. */
const ORDER_LEVEL = [
  'orderedAt',
  'amount',
  'status',
  'buyerName',
  'buyerPhone',
  'receiver',
  'receiverPhone',
] as const satisfies readonly ImportField[];
const LINE_LEVEL = ['product', 'spec', 'quantity', 'lineAmount'] as const;
/** What tells two buyers with the same sequence number apart. */
const TELLING = ['orderedAt', 'buyerName', 'buyerPhone', 'receiver', 'receiverPhone'] as const;

function textsOf(reader: RowReader, row: number, fields: readonly ImportField[]): string[] {
  reader.use(row);
  return reader.aside(() => fields.map((field) => foldText(cellText(reader.find(field).cell))));
}

const agree = (a: readonly string[], b: readonly string[]) =>
  a.every((text, index) => text === '' || b[index] === '' || text === b[index]);

/** One who ordered at one moment made one order under a number, also when its lines name two phones. */
function areOneOrder(a: readonly string[], b: readonly string[]): boolean {
  const [time, buyer] = a;
  return agree(a, b) || (buyer !== '' && buyer === b[1] && time === b[0]);
}

/** The rows of each group one after another, by counting. */
function gather(rows: Uint32Array, groupOf: Int32Array, count: number): EntryRows {
  const ends = new Uint32Array(count);
  for (const group of groupOf) ends[group] = (ends[group] ?? 0) + 1;
  const next = new Uint32Array(count);
  let end = 0;
  for (let group = 0; group < count; group++) {
    next[group] = end;
    end += ends[group] ?? 0;
    ends[group] = end;
  }
  const gathered = new Uint32Array(rows.length);
  rows.forEach((row, index) => {
    const group = groupOf[index] ?? 0;
    const place = next[group] ?? 0;
    gathered[place] = row;
    next[group] = place + 1;
  });
  return { ends, rows: gathered };
}

/**
 * Puts rows together into orders in one pass, in steps of rows: by number; rows under a merge over the order's cells to
 * its first row, whatever stands in their number; and rows without a number under the row above.
 */
export function orderGrouper(
  rows: Uint32Array,
  reader: RowReader,
  numbering: OrderNumbering,
): Planner<OrderGroups> {
  const groupOf = new Int32Array(rows.length);
  const numbers: (string | undefined)[] = [];
  const firstRows: number[] = [];
  const campaigns = new Map<number, string>();
  const problems = new Map<number, GroupProblem>();
  const keys = createTextIndex();
  /** The first group of each key. */
  const groupOfKey: number[] = [];
  const others = new Map<string, number[]>();
  const groupAtRow = new Map<number, number>();
  const hasCampaigns = reader.has('campaign');
  /** The 团 of nearly all rows where the file is about one. */
  const shared = numbering.isSequence ? numbering.campaign : undefined;
  let last = -1;

  function start(row: number, number: string | undefined, campaign: string | undefined): number {
    const group = numbers.length;
    numbers.push(number);
    firstRows.push(row);
    if (campaign !== undefined && campaign !== shared) campaigns.set(group, campaign);
    return group;
  }

  function continues(row: number): boolean {
    const first = firstRows[last];
    if (first === undefined) return false;
    const own = textsOf(reader, row, ORDER_LEVEL);
    if (!agree(own, textsOf(reader, first, ORDER_LEVEL))) return false;
    return textsOf(reader, row, LINE_LEVEL).some((text) => text !== '');
  }

  function sameOrder(group: number, row: number): boolean {
    if (!numbering.isSequence) return true;
    const first = firstRows[group] ?? row;
    return areOneOrder(textsOf(reader, row, TELLING), textsOf(reader, first, TELLING));
  }

  function place(row: number, number: string, campaign: string | undefined): number {
    const key = campaign === shared ? number : `${campaign}\u0000${number}`;
    const at = keys.add(key);
    const known = groupOfKey[at];
    if (known === undefined) {
      const fresh = start(row, number, campaign);
      groupOfKey.push(fresh);
      return fresh;
    }
    if (sameOrder(known, row)) return known;
    const candidates = others.get(key) ?? [];
    const group = candidates.find((candidate) => sameOrder(candidate, row));
    if (group !== undefined) return group;
    const fresh = start(row, number, campaign);
    others.set(key, [...candidates, fresh]);
    return fresh;
  }

  /** The order whose merged cells reach over this row, unless the row bears another number. */
  function mergedInto(row: number, number: string | undefined): number | undefined {
    const top = reader.topOf(row);
    const group = top === row ? undefined : groupAtRow.get(top);
    if (group === undefined) return undefined;
    const theirs = numbers[group];
    if (theirs === undefined && number !== undefined) {
      numbers[group] = number;
      problems.delete(group);
    }
    return number === undefined || theirs === undefined || number === theirs ? group : undefined;
  }

  function take(index: number): void {
    const row = rows[index] ?? 0;
    reader.begin(row);
    const id = reader.id('externalNo', reader.seek('externalNo'));
    const number = id.kind === 'id' ? id.id : undefined;
    const merged = mergedInto(row, number);
    let campaign = hasCampaigns ? reader.line('campaign', 200) : undefined;
    if (numbering.isSequence) campaign ??= numbering.campaign;
    if (merged !== undefined) last = merged;
    else if (number !== undefined) last = place(row, number, campaign);
    else if (id.kind === 'bad' || last < 0 || !continues(row)) {
      last = start(row, undefined, campaign);
      problems.set(last, id.kind === 'bad' ? id.code : 'order-number-missing');
    }
    groupOf[index] = last;
    if (reader.sheet.merges.length > 0) groupAtRow.set(row, last);
  }

  let taken = 0;
  return {
    total: rows.length,
    advance(count) {
      const end = Math.min(taken + count, rows.length);
      for (; taken < end; taken++) take(taken);
      return taken;
    },
    plan() {
      const named = hasCampaigns ? new Set(numbers) : undefined;
      return {
        ...gather(rows, groupOf, numbers.length),
        count: numbers.length,
        numbers,
        campaignOf: (group) => campaigns.get(group) ?? shared,
        problemOf: (group) => problems.get(group),
        hasNumber: (number) => keys.find(number) >= 0 || (named?.has(number) ?? false),
      };
    },
  };
}
