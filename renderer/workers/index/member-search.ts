import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import type { MemberColumns } from './member-columns';
import { compileNameTest, foldQuery, type NameTest, type ReadingsOf } from './name-match';

const TAIL = 4;
/** Shorter texts are part of half of all WeChat IDs. */
const SHORTEST_WECHAT = 3;
/** What a row's fit rests on: what is seen first is what was looked for. */
export const FITS = { asName: 2, otherwise: 1 } as const;

/**
 * Which rows fit a search, and by what: name or phone, else group nickname or WeChat ID. Names are
 * found as written, by pinyin and by initials. Up to four digits are looked for in the phone's last
 * four, more anywhere in it.
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
  const mark = (row: number, by: number) => {
    fits[row] = by;
  };
  for (const [p, page] of columns.pages.entries()) {
    const start = columns.starts[p] ?? 0;
    markNames(page.c.groupNickname, name, (i) => mark(start + i, FITS.otherwise));
    if (query.length >= SHORTEST_WECHAT) {
      markContaining(page.c.wechatId, query, (i) => mark(start + i, FITS.otherwise));
    }
    markNames(page.c.name, name, (i) => mark(start + i, FITS.asName));
    if (digits === '') continue;
    markPhones(page.c.phone, digits, (i) => mark(start + i, FITS.asName));
    markPhones(page.c.phoneMasked, digits, (i) => mark(start + i, FITS.asName));
  }
  return fits;
}

type Mark = (i: number) => void;

function markNames(column: Column | undefined, test: NameTest, mark: Mark): void {
  if (column?.t !== 'text') {
    markEach(column, mark, (value) => test(value, 0, value.length));
    return;
  }
  const { s, o } = column;
  for (let i = 0; i + 1 < o.length; i += 1) if (test(s, o[i] ?? 0, o[i + 1] ?? 0)) mark(i);
}

function markContaining(column: Column | undefined, query: string, mark: Mark): void {
  // One look at a page's joined text spares looking at its rows.
  if (column?.t === 'text' && !column.s.toLowerCase().includes(query)) return;
  markEach(column, mark, (value) => value.toLowerCase().includes(query));
}

function markPhones(column: Column | undefined, digits: string, mark: Mark): void {
  if (column?.t === 'text' && !column.s.includes(digits)) return;
  markEach(column, mark, (phone) =>
    (digits.length > TAIL ? phone : phone.slice(-TAIL)).includes(digits),
  );
}

function markEach(column: Column | undefined, mark: Mark, test: (value: string) => boolean): void {
  if (!column) return;
  const n = columnLength(column);
  for (let i = 0; i < n; i += 1) {
    const value = columnValue(column, i);
    if (typeof value === 'string' && test(value)) mark(i);
  }
}
