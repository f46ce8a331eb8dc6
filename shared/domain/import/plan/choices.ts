import type { ImportField } from '../columns/fields';

/**
 * What a filled cell does to a stored value that differs. `overwrite` replaces it, `fill` only fills
 * a blank, `add` appends to it (tags, notes), `keep` never touches a known record.
 * A blank cell never changes anything; tags are only ever added.
 */
export const COLUMN_POLICIES = ['overwrite', 'fill', 'add', 'keep'] as const;
export type ColumnPolicy = (typeof COLUMN_POLICIES)[number];
export type ColumnPolicies = Partial<Record<ImportField, ColumnPolicy>>;

/** One click for all records that were rejected for the same cause. Each makes a new plan. */
export const FIX_CODES = [
  /** The phone cell is left out, the record is taken without it. */
  'leave-phone-out',
  /** The date cell is left out; an order takes the file's day. */
  'leave-date-out',
  /** An id that was kept as a long number is taken digit by digit as the file writes it. */
  'take-digits',
  /** Failed formulas and formulas without a value count as empty cells. */
  'errors-as-empty',
  /** Text that is too long is cut at its limit. */
  'cut-text',
  /** Orders without a time take the file's day. */
  'assume-time',
] as const;
export type FixCode = (typeof FIX_CODES)[number];
