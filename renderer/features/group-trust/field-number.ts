/** What a number field gives: not a number while it is empty. */
export const numberOf = (value: number | string): number =>
  typeof value === 'number' ? value : Number.NaN;

/** What a number field is given: empty for what is no number. */
export const fieldOf = (value: number): number | string => (Number.isNaN(value) ? '' : value);
