import { fitsMask } from '@shared/domain/import/cells/phone-cell';
import { foldText } from '@shared/domain/import/cells/text-cell';
import type { ReadingsOf } from '@shared/domain/sop/audit-calls';
import type { PastedLine } from '@shared/domain/sop/audit-lines.rules';
import { idKey, readTrace, type TraceMember } from '@shared/domain/sop/audit-match.rules';
import { type Column, columnLength, columnValue } from '@/db/paged/columns';
import { type TracePage, traceAt } from './trace-pages';

/** More than the rules count as a crowd: enough hits of one name to see that it says nothing. */
const MOST_PER_CALL = 24;

/**
 * Everybody who may share a trace with this person, found in the pages' joined texts without making
 * a row of anybody else. Rough: the rules judge whom it finds.
 */
export function findTraces(
  pages: readonly TracePage[],
  me: TraceMember,
  readingsOf: ReadingsOf,
): TraceMember[] {
  const { parts } = readTrace(me);
  const wechat = idKey('wechatId', me.wechatId);
  const mobile = me.phone?.replace(/^\+86/, '');
  const digits = [mobile, ...parts.mobiles].flatMap((text) => text ?? []);
  const ids = me.backOfficeId ? [me.backOfficeId.trim()] : [];
  const tails = [mobile?.slice(-4), ...parts.numbers].filter((text) => text?.length === 4);
  const isTail = (phone: string) => tails.includes(phone.slice(-4));
  const found = new Map<string, TraceMember>();
  const take = (page: TracePage, row: number) => {
    const member = traceAt(page, row);
    found.set(member.id, member);
  };
  for (const page of pages) {
    const { c } = page.hot;
    const on = (row: number) => take(page, row);
    if (wechat) markWith(c.wechatId, [wechat], on);
    markWith(c.phone, digits, on);
    markWith(c.groupNickname, [...digits, ...ids], on);
    markWith(c.name, [...digits, ...ids], on);
    markWith(page.backOfficeId, [...ids, ...parts.numbers], on);
    if (tails.length > 0) markFitting(c.phone, isTail, on);
    markMasks(c, me, on);
  }
  for (const find of callFinders(parts.calls, readingsOf)) markCalls(pages, find, take);
  return [...found.values()];
}

/** Masks on either side: the last two digits are always shown, so they are looked at first. */
function markMasks(c: TracePage['hot']['c'], me: TraceMember, on: OnRow): void {
  const { phone, phoneMasked } = me;
  if (phone) {
    const end = phone.slice(-2);
    markFitting(c.phoneMasked, (mask) => mask.endsWith(end) && fitsMask(phone, mask), on);
  } else if (phoneMasked) {
    const end = phoneMasked.slice(-2);
    markFitting(c.phone, (other) => other.endsWith(end) && fitsMask(other, phoneMasked), on);
  }
}

function markCalls(
  pages: readonly TracePage[],
  find: TextTest,
  take: (page: TracePage, row: number) => void,
): void {
  let hits = 0;
  for (const page of pages) {
    for (const column of [page.hot.c.name, page.hot.c.groupNickname]) {
      eachText(column, find, (row) => {
        hits += 1;
        if (hits <= MOST_PER_CALL) take(page, row);
      });
    }
    if (hits > MOST_PER_CALL) return;
  }
}

/** Who bears one of these ids now. */
export function findHolders(
  pages: readonly TracePage[],
  typed: { phone?: string; wechatId?: string; backOfficeId?: string },
): TraceMember[] {
  const found: TraceMember[] = [];
  const wechat = idKey('wechatId', typed.wechatId);
  for (const page of pages) {
    const on = (row: number) => found.push(traceAt(page, row));
    if (typed.phone) markWith(page.hot.c.phone, [typed.phone], on);
    if (wechat) markWith(page.hot.c.wechatId, [wechat], on);
    if (typed.backOfficeId) markWith(page.backOfficeId, [typed.backOfficeId.trim()], on);
  }
  return found;
}

/** Everybody whom one of the lines may mean, by phone, WeChat ID, name or group nickname. */
export function findNamed(
  pages: readonly TracePage[],
  lines: readonly PastedLine[],
): TraceMember[] {
  const phones = new Set(lines.flatMap(({ phone }) => phone ?? []));
  const wechats = new Set(lines.map(({ wechatId }) => idKey('wechatId', wechatId)));
  wechats.delete('');
  const calls = new Set(lines.map(({ nickname }) => foldText(nickname)));
  calls.delete('');
  const found = new Map<string, TraceMember>();
  for (const page of pages) {
    const { c } = page.hot;
    const on = (row: number) => {
      const member = traceAt(page, row);
      found.set(member.id, member);
    };
    if (phones.size > 0) markFitting(c.phone, (text) => phones.has(text), on);
    if (wechats.size > 0)
      markFitting(c.wechatId, (text) => wechats.has(idKey('wechatId', text)), on);
    if (calls.size === 0) continue;
    markFitting(c.name, (text) => calls.has(foldText(text)), on);
    markFitting(c.groupNickname, (text) => calls.has(foldText(text)), on);
  }
  return [...found.values()];
}

type OnRow = (row: number) => void;

/** Rows whose text holds one of the needles, in any case; one look at the joined text spares the rows. */
function markWith(column: Column | undefined, needles: readonly string[], on: OnRow): void {
  if (!column || needles.length === 0) return;
  const wanted = needles.map((needle) => needle.toLowerCase());
  if (column.t === 'text') {
    const joined = column.s.toLowerCase();
    if (!wanted.some((needle) => joined.includes(needle))) return;
  }
  const n = columnLength(column);
  for (let row = 0; row < n; row += 1) {
    const value = columnValue(column, row);
    if (typeof value !== 'string') continue;
    const text = value.toLowerCase();
    if (wanted.some((needle) => text.includes(needle))) on(row);
  }
}

function markFitting(column: Column | undefined, fits: (text: string) => boolean, on: OnRow): void {
  eachText(column, (text, from, to) => to > from && fits(text.slice(from, to)), on);
}

type TextTest = (text: string, from: number, to: number) => boolean;

function eachText(column: Column | undefined, test: TextTest, on: OnRow): void {
  if (!column) return;
  if (column.t === 'text') {
    const { s, o } = column;
    for (let row = 0; row + 1 < o.length; row += 1) {
      if (test(s, o[row] ?? 0, o[row + 1] ?? 0)) on(row);
    }
    return;
  }
  const n = columnLength(column);
  for (let row = 0; row < n; row += 1) {
    const value = columnValue(column, row);
    if (typeof value === 'string' && test(value, 0, value.length)) on(row);
  }
}

const UNKNOWN = 0;
const YES = 1;
const NO = 2;

/** A name ends where its letters do: 小周 is in 上海-小周-10086 and not in 小周边. */
function isEdge(text: string, at: number, from: number, to: number): boolean {
  if (at < from || at >= to) return true;
  const code = text.charCodeAt(at);
  return code < 0x2e80 ? !/[a-z]/i.test(text.charAt(at)) : !/\p{L}/u.test(text.charAt(at));
}

/** Tests that find a name in a text as it is written or as it is said. */
function callFinders(calls: readonly string[], readingsOf: ReadingsOf): TextTest[] {
  return calls.map((call) => {
    const wanted = [...call.toLowerCase()];
    const said = wanted.map((character) => readingsOf(character));
    const tables = wanted.map(() => new Uint8Array(0x10000));
    const fits = (at: number, code: number): boolean => {
      const table = tables[at] as Uint8Array;
      const known = table[code] ?? UNKNOWN;
      if (known !== UNKNOWN) return known === YES;
      const character = String.fromCharCode(code).toLowerCase();
      const isAlike =
        character === wanted[at] ||
        readingsOf(character).some((reading) => said[at]?.includes(reading));
      table[code] = isAlike ? YES : NO;
      return isAlike;
    };
    const length = wanted.length;
    return (text, from, to) => {
      for (let start = from; start + length <= to; start += 1) {
        let at = 0;
        while (at < length && fits(at, text.charCodeAt(start + at))) at += 1;
        if (
          at === length &&
          isEdge(text, start - 1, from, to) &&
          isEdge(text, start + at, from, to)
        ) {
          return true;
        }
      }
      return false;
    };
  });
}
