import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import type { MemberColumns } from './member-columns';
import { compileNameTest, foldQuery, type NameTest, type ReadingsOf } from './name-match';

const TAIL = 4;

/**
 * Which rows fit a search: name or group nickname (as written, by pinyin, by initials), WeChat ID,
 * or phone. Up to four digits are looked for in the phone's last four, more anywhere in it.
 */
export function searchRows(
  columns: MemberColumns,
  text: string,
  readingsOf: ReadingsOf,
): Uint8Array | undefined {
  const query = foldQuery(text);
  if (query === '') return undefined;
  const fits = new Uint8Array(columns.n);
  const name = compileNameTest(query, readingsOf);
  const digits = /^\+?[\d-]{1,20}$/.test(query) ? query.replace(/\D/g, '') : '';
  for (const [p, page] of columns.pages.entries()) {
    const start = columns.starts[p] ?? 0;
    markNames(page.c.name, name, fits, start);
    markNames(page.c.groupNickname, name, fits, start);
    markContaining(page.c.wechatId, query, fits, start);
    if (digits === '') continue;
    markPhones(page.c.phone, digits, fits, start);
    markPhones(page.c.phoneMasked, digits, fits, start);
  }
  return fits;
}

function markNames(column: Column | undefined, test: NameTest, fits: Uint8Array, start: number) {
  if (column?.t !== 'text') {
    markEach(column, fits, start, (value) => test(value, 0, value.length));
    return;
  }
  const { s, o } = column;
  for (let i = 0; i + 1 < o.length; i += 1) {
    if (!fits[start + i] && test(s, o[i] ?? 0, o[i + 1] ?? 0)) fits[start + i] = 1;
  }
}

function markContaining(
  column: Column | undefined,
  query: string,
  fits: Uint8Array,
  start: number,
): void {
  // One look at a page's joined text spares looking at its rows.
  if (column?.t === 'text' && !column.s.toLowerCase().includes(query)) return;
  markEach(column, fits, start, (value) => value.toLowerCase().includes(query));
}

function markPhones(
  column: Column | undefined,
  digits: string,
  fits: Uint8Array,
  start: number,
): void {
  if (column?.t === 'text' && !column.s.includes(digits)) return;
  markEach(column, fits, start, (phone) =>
    (digits.length > TAIL ? phone : phone.slice(-TAIL)).includes(digits),
  );
}

function markEach(
  column: Column | undefined,
  fits: Uint8Array,
  start: number,
  test: (value: string) => boolean,
): void {
  if (!column) return;
  const n = columnLength(column);
  for (let i = 0; i < n; i += 1) {
    const value = columnValue(column, i);
    if (typeof value === 'string' && test(value)) fits[start + i] = 1;
  }
}
