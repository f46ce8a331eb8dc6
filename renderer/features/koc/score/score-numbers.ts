/** Points as lists show them: `62.9`. */
export const pointsText = (points: number): string => points.toFixed(1);

/** Counts and points as they are added up by hand: `8`, `0.75`. */
export const exactText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(2);
