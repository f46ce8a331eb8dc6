import type { FixCode } from './choices';

/** Why a row cannot become a record. */
export const REJECT_CODES = [
  'nobody',
  'phone-too-short',
  'phone-too-long',
  'phone-unreadable',
  'phone-destroyed',
  'id-destroyed',
  'text-too-long',
  'cell-error',
  'formula-no-value',
  'order-number-missing',
  'amount-missing',
  'money-unreadable',
  'time-missing',
  'date-unreadable',
  'no-buyer',
  'number-unreadable',
  'word-unreadable',
  'step-unknown',
  'run-missing',
  'value-missing',
  'title-missing',
  'date-missing',
  'slot-missing',
  'supplier-missing',
  'person-unknown',
  'key-twice',
] as const;

/** What is odd about a record that is taken all the same. */
export const WARNING_CODES = [
  'phone-several',
  'phone-left-out',
  'word-unknown',
  'date-left-out',
  'money-rounded',
  'two-amounts',
  'two-phones',
  'lines-differ',
  'row-repeated',
  'time-assumed',
  'name-made-up',
  'number-left-out',
  /** A long number was taken digit by digit, as the file writes it. */
  'digits-taken',
  /** A failed formula counts as an empty cell. */
  'error-left-out',
  /** A formula whose result the file does not hold counts as an empty cell. */
  'formula-left-out',
  'text-cut',
  'group-unknown',
  'group-shared',
] as const;

export type RejectCode = (typeof REJECT_CODES)[number];
export type WarningCode = (typeof WARNING_CODES)[number];

/** `row` is the spreadsheet's own number, `column` counts from 0 (−1: the row as a whole). */
export type CellProblem<Code extends string = RejectCode | WarningCode> = {
  code: Code;
  row: number;
  column: number;
  /** The cell as it stands. */
  text: string;
  /** What would take the record where that hangs on this cell; else `fixOf` the code knows. */
  fix?: FixCode;
};

const FIX_OF: Partial<Record<RejectCode, FixCode>> = {
  'phone-too-short': 'leave-phone-out',
  'phone-too-long': 'leave-phone-out',
  'phone-unreadable': 'leave-phone-out',
  'phone-destroyed': 'leave-phone-out',
  'text-too-long': 'cut-text',
  'cell-error': 'errors-as-empty',
  'time-missing': 'assume-time',
  'date-unreadable': 'leave-date-out',
};

/** The one click that would take a record refused for this, if there is one. */
export function fixOf({ code, fix }: CellProblem<RejectCode>): FixCode | undefined {
  return fix ?? FIX_OF[code];
}

/** Why a person has to decide. */
export const CONFIRM_REASONS = [
  'other-name',
  'keys-disagree',
  'rows-disagree',
  'several-people',
  'weak-name',
  'weak-masked',
] as const;
export type ConfirmReason = (typeof CONFIRM_REASONS)[number];
