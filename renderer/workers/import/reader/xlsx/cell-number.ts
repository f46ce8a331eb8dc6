import { BYTE } from './markup';

const DOT = 46;
const MINUS = 45;
/** So many digits a float holds whatever they are. */
const SAFE_DIGITS = 15;
const POWERS = Float64Array.from({ length: SAFE_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * The number in `bytes[from, to)` in its ordinary form (sign, at most 15 digits, a point), else NaN. Both
 * the digits and the power of ten are exact, so one division rounds as a full parser would.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at += 1;
  const first = at;
  let value = 0;
  let point = -1;
  for (; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === DOT - 48 && point < 0) point = at;
    else return Number.NaN;
  }
  const digits = to - first - (point < 0 ? 0 : 1);
  if (digits <= 0 || digits > SAFE_DIGITS) return Number.NaN;
  if (point >= 0) value /= POWERS[to - point - 1] ?? 1;
  return isNegative ? 0 - value : value;
}

const LONGEST_FRACTION = 40;

/**
 * A fraction of more digits than `plainNumber` takes, as dates with a time are written; else NaN. Of a
 * date the first 15 digits are enough: they tell a hundredth of a millisecond.
 */
export function longFraction(bytes: Uint8Array, from: number, to: number, isDate: boolean): number {
  const isNegative = bytes[from] === MINUS;
  const first = isNegative ? from + 1 : from;
  if (to - first > LONGEST_FRACTION) return Number.NaN;
  let point = -1;
  for (let at = first; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) continue;
    if (digit !== DOT - 48 || point >= 0) return Number.NaN;
    point = at;
  }
  const whole = point - first;
  if (point < 0 || whole === 0 || whole > SAFE_DIGITS) return Number.NaN;
  if (isDate) return plainNumber(bytes, from, Math.min(to, first + SAFE_DIGITS + 1));
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return Number(text);
}

/** A place in a table or a row's number, or -1 if it is not all digits or longer than nine. */
export function smallWhole(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 9) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export type NumberText =
  | { kind: 'number'; value: number }
  | { kind: 'digits'; digits: string }
  | { kind: 'text' };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WHOLE = /^([+-]?\d+)(?:\.0*)?$/;

/**
 * A number in any form. A whole number of more digits than a float holds keeps them: it is an id. A
 * fraction does not (`69.200000000000003` is how 69.2 is often written), nor does E-notation, whose
 * writer has lost the digits already; its size alone tells that an id was destroyed.
 */
export function readNumberText(text: string): NumberText {
  if (!NUMBER.test(text)) return { kind: 'text' };
  const value = Number(text);
  if (!Number.isFinite(value)) return { kind: 'text' };
  const whole = WHOLE.exec(text)?.[1];
  const isLost = whole !== undefined && whole.length > SAFE_DIGITS && String(value) !== whole;
  return isLost && !isSameNumber(whole, value)
    ? { kind: 'digits', digits: whole }
    : { kind: 'number', value };
}

/** `+0012` and `12` are one number. */
function isSameNumber(whole: string, value: number): boolean {
  return whole.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1') === String(value);
}

/** ASCII bytes without the white space around them. */
export function trimmedText(bytes: Uint8Array, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && (bytes[start] ?? 0) <= BYTE.space) start += 1;
  while (end > start && (bytes[end - 1] ?? 0) <= BYTE.space) end -= 1;
  return new TextDecoder().decode(bytes.subarray(start, end));
}
