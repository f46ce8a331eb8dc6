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
  'group-unknown',
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
};

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
