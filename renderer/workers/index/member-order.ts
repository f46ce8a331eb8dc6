import { assertNever } from '@shared/lib/errors';
import type { Codes } from './codes';
import type { Direction, MemberSort } from './list-types';
import { type MemberColumns, textOfRow } from './member-columns';

/** Chinese is ordered by pinyin, as address books do. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
const PACKED_CHARACTERS = 3;
const RANKS = 65_536;

/**
 * All rows in the wanted order; among equals the newest first, and those without a value always
 * last.
 */
export function orderRows(
  columns: MemberColumns,
  sort: MemberSort,
  direction: Direction,
): Uint32Array {
  const rows = new Uint32Array(columns.n);
  const isUp = direction === 'asc';
  for (let i = 0; i < columns.n; i += 1)
    rows[i] = sort === 'newest' && isUp ? i : columns.n - 1 - i;
  if (sort === 'newest') return rows;
  const keys = keysOf(columns, sort);
  const sign = isUp ? 1 : -1;
  const breakTie = sort === 'name' ? nameTie(columns, sign) : () => 0;
  return rows.sort((a, b) => {
    const [x, y] = [keys[a] ?? Number.NaN, keys[b] ?? Number.NaN];
    if (x !== y) {
      if (Number.isNaN(x)) return Number.isNaN(y) ? b - a : 1;
      if (Number.isNaN(y)) return -1;
      return sign * (x - y);
    }
    return breakTie(a, b) || b - a;
  });
}

function keysOf(columns: MemberColumns, sort: Exclude<MemberSort, 'newest'>): Float64Array {
  switch (sort) {
    case 'name':
      return nameKeys(columns);
    case 'identity':
      return codeKeys(columns.identity);
    case 'region':
      return codeKeys(columns.region);
    case 'channel':
      return codeKeys(columns.channel);
    case 'orders':
      return columns.orderCount;
    case 'spent':
      return columns.amountFen;
    case 'lastOrder':
      return columns.lastOrderAt;
    default:
      return assertNever(sort, 'keysOf');
  }
}

function codeKeys(codes: Codes): Float64Array {
  const sorted = [...codes.values].sort(collator.compare);
  const rank = new Map(sorted.map((value, i) => [value, i]));
  const ranks = codes.values.map((value) => rank.get(value) ?? 0);
  return Float64Array.from(codes.of, (code) => ranks[code - 1] ?? Number.NaN);
}

/**
 * The first characters of each name by their place in the collation: comparing a hundred thousand
 * names with the collator itself would take a second.
 */
function nameKeys(columns: MemberColumns): Float64Array {
  const names = Array.from({ length: columns.n }, (_, row) => head(columns, row));
  const distinct = new Set(names.flat());
  const rank = new Map([...distinct].sort(collator.compare).map((it, i) => [it, i + 1]));
  return Float64Array.from(names, (characters) => {
    let key = 0;
    for (let i = 0; i < PACKED_CHARACTERS; i += 1) {
      key = key * RANKS + (rank.get(characters[i] ?? '') ?? 0);
    }
    return key;
  });
}

function head(columns: MemberColumns, row: number): string[] {
  return [...(textOfRow(columns, row, 'name') ?? '').slice(0, PACKED_CHARACTERS * 2)].slice(
    0,
    PACKED_CHARACTERS,
  );
}

function nameTie(columns: MemberColumns, sign: number): (a: number, b: number) => number {
  const nameOf = (row: number) => textOfRow(columns, row, 'name') ?? '';
  return (a, b) => sign * collator.compare(nameOf(a), nameOf(b));
}
