import type { Merge } from '@shared/domain/import/sheet';
import { LIMITS } from './limits';
import { Refusal, Unrecognised } from './refusals';

const DOLLAR = 36;

/** The last reference that `parseReference` read, 0-based: one object, because there are millions. */
export const reference = { row: 0, column: 0, next: 0 };

/**
 * Reads `B5` or `$B$5` at `from` into `reference`. Returns false if there is none; refuses cells that no
 * spreadsheet has.
 */
export function parseReference(bytes: Uint8Array, from: number): boolean {
  let at = from;
  let column = 0;
  let row = 0;
  if (bytes[at] === DOLLAR) at += 1;
  const letters = at;
  for (; at < letters + 8; at++) {
    const letter = (bytes[at] ?? 0) & 0xdf;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (at === letters) return false;
  if (bytes[at] === DOLLAR) at += 1;
  const digits = at;
  for (; at < digits + 12; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  if (at === digits) return false;
  if (row < 1 || row > LIMITS.rows || column > LIMITS.columns) throw new Refusal('damaged');
  reference.row = row - 1;
  reference.column = column - 1;
  reference.next = at;
  return true;
}

const COLON = 58;

/** `B2:C5`; a single cell is a range of one, which merges nothing. */
export function parseRange(bytes: Uint8Array, from: number): Merge | undefined {
  if (!parseReference(bytes, from)) throw new Unrecognised('a range');
  const { row, column, next } = reference;
  if (bytes[next] !== COLON || !parseReference(bytes, next + 1)) return undefined;
  return {
    top: Math.min(row, reference.row),
    left: Math.min(column, reference.column),
    bottom: Math.max(row, reference.row),
    right: Math.max(column, reference.column),
  };
}
