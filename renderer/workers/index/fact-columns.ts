import type { EntityName } from '@shared/domain/registry';
import type { ConsoleDb } from '@/db/db';
import { type Column, columnValue } from '@/db/paged/columns';
import type { PageRecord } from '@/db/paged/page';
import { hotPages } from '@/db/tables';
import { Codes, fillNumbers } from './codes';
import { IdTable } from './id-table';
import { newestFirst } from './time-order';

const PAGES_AT_ONCE = 32;

/** What is kept of an entity whose rows each belong to a member and a moment. */
export type FactSpec = {
  entity: EntityName;
  time: string;
  numbers: readonly string[];
  codes: readonly string[];
};

/**
 * The facts about members (orders, interactions) in order of id, one typed array per field, with
 * two ways in: all of them newest first, and those of one member newest first.
 */
export type FactColumns = {
  n: number;
  /** Keys of the pages, their id columns, and the row at which each begins, with `n` at the end. */
  los: string[];
  ids: Column[];
  starts: Uint32Array;
  members: IdTable;
  memberOf: Uint32Array;
  at: Float64Array;
  numbers: Record<string, Int32Array | Float64Array>;
  codes: Record<string, Codes>;
  newestFirst: Uint32Array;
  /** Facts of member m: `byMember[memberStarts[m] … memberStarts[m + 1])`. */
  memberStarts: Uint32Array;
  byMember: Uint32Array;
};

/** Reads the hot pages a few at a time, so that the packed form and the columns never coexist whole. */
export async function loadFacts(db: ConsoleDb, spec: FactSpec): Promise<FactColumns> {
  const table = hotPages(db, spec.entity);
  const keys = await table.toCollection().primaryKeys();
  const parts: FactPart[] = [];
  const members = new IdTable(1024);
  for (let i = 0; i < keys.length; i += PAGES_AT_ONCE) {
    for (const page of await table.bulkGet(keys.slice(i, i + PAGES_AT_ONCE))) {
      if (page?.c.id && page.c.memberId) parts.push(partOf(page, spec, members));
    }
  }
  return assemble(parts, members, spec);
}

/** One page on its way into the columns; `members` numbers its people. */
export type FactPart = {
  lo: string;
  n: number;
  members: Uint32Array;
  at: Column | undefined;
  columns: PageRecord['c'];
};

export function partOf(page: PageRecord, spec: FactSpec, members: IdTable): FactPart {
  const { memberId } = page.c;
  const numbers = memberId ? members.addColumn(memberId) : new Uint32Array(page.n);
  const columns: PageRecord['c'] = {};
  for (const field of ['id', ...spec.numbers, ...spec.codes]) {
    const column = page.c[field];
    if (column) columns[field] = column;
  }
  return { lo: page.lo, n: page.n, members: numbers, at: page.c[spec.time], columns };
}

export function assemble(parts: FactPart[], members: IdTable, spec: FactSpec): FactColumns {
  const starts = new Uint32Array(parts.length + 1);
  for (const [p, part] of parts.entries()) starts[p + 1] = (starts[p] ?? 0) + part.n;
  const n = starts[parts.length] ?? 0;
  const memberOf = new Uint32Array(n);
  const at = new Float64Array(n);
  for (const [p, part] of parts.entries()) {
    memberOf.set(part.members, starts[p] ?? 0);
    fillNumbers(at, part.at, starts[p] ?? 0);
  }
  const numbers = Object.fromEntries(
    spec.numbers.map((field) => [field, numberColumn(parts, starts, field)]),
  );
  const codes = Object.fromEntries(
    spec.codes.map((field) => {
      const column = new Codes(n);
      for (const [p, part] of parts.entries()) column.fill(part.columns[field], starts[p] ?? 0);
      return [field, column];
    }),
  );
  const order = newestFirst(at);
  return {
    n,
    los: parts.map((part) => part.lo),
    ids: parts.flatMap((part) => part.columns.id ?? []),
    starts,
    members,
    memberOf,
    at,
    numbers,
    codes,
    newestFirst: order,
    ...groupByMember(order, memberOf, members.size),
  };
}

/** Half the memory when, as nearly always, every page holds 32-bit numbers. */
function numberColumn(
  parts: readonly FactPart[],
  starts: Uint32Array,
  field: string,
): Int32Array | Float64Array {
  const n = starts[parts.length] ?? 0;
  if (!parts.every((part) => part.columns[field]?.t === 'i32')) {
    const wide = new Float64Array(n).fill(Number.NaN);
    for (const [p, part] of parts.entries()) fillNumbers(wide, part.columns[field], starts[p] ?? 0);
    return wide;
  }
  const narrow = new Int32Array(n);
  for (const [p, part] of parts.entries()) {
    const column = part.columns[field];
    if (column?.t === 'i32') narrow.set(column.v, starts[p] ?? 0);
  }
  return narrow;
}

/** Who has which facts, newest first. */
export function groupByMember(order: Uint32Array, memberOf: Uint32Array, memberCount: number) {
  const memberStarts = new Uint32Array(memberCount + 1);
  for (const member of memberOf) memberStarts[member + 1] = (memberStarts[member + 1] ?? 0) + 1;
  for (let m = 0; m < memberCount; m += 1) {
    memberStarts[m + 1] = (memberStarts[m + 1] ?? 0) + (memberStarts[m] ?? 0);
  }
  const next = memberStarts.slice();
  const byMember = new Uint32Array(order.length);
  for (const row of order) {
    const member = memberOf[row] ?? 0;
    const place = next[member] ?? 0;
    byMember[place] = row;
    next[member] = place + 1;
  }
  return { memberStarts, byMember };
}

/** Which page a row lies on, and where. */
export function placeOf(facts: FactColumns, row: number): { page: number; at: number } {
  let low = 0;
  let high = facts.los.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((facts.starts[mid] ?? 0) <= row) low = mid;
    else high = mid - 1;
  }
  return { page: low, at: row - (facts.starts[low] ?? 0) };
}

export function idOfFact(facts: FactColumns, row: number): string {
  const { page, at } = placeOf(facts, row);
  const column = facts.ids[page];
  return column ? String(columnValue(column, at)) : '';
}

/** Rows of one member, newest first. */
export function factsOf(facts: FactColumns, memberId: string): Uint32Array {
  const member = facts.members.numberOf(memberId);
  // Also somebody who got a number only after these facts were put together.
  if (member < 0 || member + 1 >= facts.memberStarts.length) return new Uint32Array();
  return facts.byMember.subarray(facts.memberStarts[member], facts.memberStarts[member + 1]);
}
