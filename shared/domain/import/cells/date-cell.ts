import type { WallTime } from '@shared/lib/time';
import { isCellError, type RawCell } from '../sheet';
import { valueText } from './text-cell';
import { wallClockOf, wallOffsetMs } from './wall-clock';

/** `hasTime`: the cell told a time of day, not only a day. */
export type DateCell =
  | { kind: 'none' }
  | { kind: 'date'; ms: number; wall: WallTime; hasTime: boolean }
  | { kind: 'bad'; code: 'date-unreadable' };

const BAD: DateCell = { kind: 'bad', code: 'date-unreadable' };
const DAY_MS = 86_400_000;
/** Day 0 of the 1900 date system as every program but Lotus counts it from March 1900 on. */
const SERIAL_EPOCH_MS = Date.UTC(1899, 11, 30);
const MAX_SERIAL = 2_958_466;
const EPOCH_SECONDS = /^[12]\d{9}$/;
const EPOCH_MS = /^[12]\d{12}$/;
const SERIAL_TEXT = /^\d{5}(?:\.\d+)?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:\s*(\d\d):?(\d\d):?(\d\d)?)?$/;
const ORDINARY =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[\sT,]*(?:[(（]?(?:周|星期|礼拜)[一二三四五六日天][)）]?\s*)?(上午|下午|早上|晚上|中午|凌晨|am|pm)?\s*(\d{1,2})[:时点](\d{1,2})?分?(?::?(\d{1,2})(?:\.\d+)?秒?)?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Day or month first: only read where one of the two cannot be a month. */
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isReal(wall: WallTime): boolean {
  const { year, month, day, hour, minute, second } = wall;
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month) && hour < 24 && minute < 60 && second < 60;
}

function at(wall: WallTime, hasTime: boolean, zone: string): DateCell {
  if (!isReal(wall)) return BAD;
  return { kind: 'date', ms: wallClockOf(zone)(wall), wall, hasTime };
}

function wallFromUtc(date: Date): WallTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

/** An Excel serial (days since 1899-12-30), rounded to the second: its fraction is a float. */
function fromSerial(serial: number, zone: string): DateCell {
  if (!(serial >= 1) || serial >= MAX_SERIAL) return BAD;
  const ms = SERIAL_EPOCH_MS + Math.round(serial * 86_400) * 1000;
  return at(wallFromUtc(new Date(ms)), serial % 1 !== 0, zone);
}

function hourOf(hour: number, half: string | undefined): number {
  const word = half?.toLowerCase();
  if (word === undefined) return hour;
  if (word === '下午' || word === '晚上' || word === 'pm') return hour < 12 ? hour + 12 : hour;
  if (word === '中午') return hour < 11 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}

function withZone(wall: WallTime, offset: string): DateCell {
  if (!isReal(wall)) return BAD;
  const utc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/\D/g, '');
  const minutes = digits === '' ? 0 : Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return { kind: 'date', ms: utc - sign * minutes * 60_000, wall, hasTime: true };
}

function wallOf(parts: (string | undefined)[]): WallTime {
  const [year, month, day, hour, minute, second] = parts.map((part) => Number(part ?? 0));
  return {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second: second ?? 0,
  };
}

function fromOrdinary(match: RegExpExecArray, zone: string): DateCell {
  const [, year, month, day, half, hour, minute, second, halfAfter, offset] = match;
  const wall = wallOf([year, month, day, hour, minute, second]);
  wall.hour = hourOf(wall.hour, half ?? halfAfter);
  return offset ? withZone(wall, offset) : at(wall, hour !== undefined, zone);
}

function fromYearLast(match: RegExpExecArray, zone: string): DateCell {
  const [, first, second, year, hour, minute, seconds] = match;
  const isDayFirst = Number(first) > 12;
  const isCertain = isDayFirst || Number(second) > 12 || first === second;
  if (!isCertain) return BAD;
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return at(wallOf([year, month, day, hour, minute, seconds]), hour !== undefined, zone);
}

/** `YYYY-MM-DD HH:mm:ss`, the form that nearly every export uses, without a regular expression. */
function fastWall(text: string): WallTime | undefined {
  if (text.length !== 19 || text.charCodeAt(4) !== text.charCodeAt(7)) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const mark = text.charCodeAt(4);
  if (mark !== 45 && mark !== 47) return undefined;
  const two = (index: number) =>
    (text.charCodeAt(index) - 48) * 10 + (text.charCodeAt(index + 1) - 48);
  for (const index of [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18]) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return undefined;
  }
  return {
    year: two(0) * 100 + two(2),
    month: two(5),
    day: two(8),
    hour: two(11),
    minute: two(14),
    second: two(17),
  };
}

function fromText(raw: string, zone: string): DateCell {
  const fast = fastWall(raw);
  if (fast) return at(fast, true, zone);
  const text = raw.normalize('NFKC');
  const ordinary = ORDINARY.exec(text);
  if (ordinary) return fromOrdinary(ordinary, zone);
  const compact = COMPACT.exec(text);
  if (compact) return at(wallOf(compact.slice(1)), compact[4] !== undefined, zone);
  if (SERIAL_TEXT.test(text)) return fromSerial(Number(text), zone);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast) return fromYearLast(yearLast, zone);
  return EPOCH_SECONDS.test(text) || EPOCH_MS.test(text) ? fromNumber(Number(text), zone) : BAD;
}

function fromNumber(value: number, zone: string): DateCell {
  if (value < MAX_SERIAL) return fromSerial(value, zone);
  const text = String(value);
  const compact = COMPACT.exec(text);
  if (compact) return at(wallOf(compact.slice(1)), compact[4] !== undefined, zone);
  const isSeconds = EPOCH_SECONDS.test(text);
  if (!isSeconds && !EPOCH_MS.test(text)) return BAD;
  const ms = isSeconds ? value * 1000 : value;
  return { kind: 'date', ms, wall: wallFromUtc(new Date(ms)), hasTime: true };
}

/**
 * A moment as spreadsheets hold it: a date cell, an Excel serial, `2026/11/13`, `2026-11-13 8:05`,
 * `2026年11月13日 8:05`, `20261113`, ISO with or without a zone, a Unix time. Without a zone of its own
 * it is business time of `zone`; comes back as UTC ms with the wall clock that was written.
 */
export function parseDateCell(cell: RawCell | undefined, zone: string): DateCell {
  if (cell instanceof Date) {
    const ms = Math.round(cell.getTime() / 1000) * 1000;
    return Number.isNaN(ms) ? BAD : at(wallFromUtc(new Date(ms)), ms % DAY_MS !== 0, zone);
  }
  if (typeof cell === 'number') return fromNumber(cell, zone);
  if (typeof cell === 'boolean' || isCellError(cell)) return BAD;
  const text = valueText(cell);
  return text === '' ? { kind: 'none' } : fromText(text, zone);
}

const FIRST_MS = Date.UTC(1900, 0, 1);
const END_MS = Date.UTC(2200, 0, 1);

/**
 * The moment of a packed date cell (ms, its wall clock in UTC parts) as UTC ms, NaN where it is none:
 * what `parseDateCell` says, without a date or a clock being made for every cell.
 */
export function packedMoment(packedMs: number, zone: string): number {
  const asUtc = Math.round(packedMs / 1000) * 1000;
  if (!(asUtc >= FIRST_MS && asUtc < END_MS)) return Number.NaN;
  const offset = wallOffsetMs(asUtc, zone);
  return Number.isNaN(offset) ? wallClockOf(zone)(wallFromUtc(new Date(asUtc))) : asUtc - offset;
}

/** The day that a date cell names, `YYYY-MM-DD`, as written: birthdays have no zone. */
export function writtenDay(wall: WallTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
}
