import type { Merge, RawCell, Sheet } from '@shared/domain/import/sheet';

/** Every cell that is not blank, by its address. */
export type ExpectedSheet = {
  name?: string;
  visibility?: Sheet['visibility'];
  cells: Readonly<Record<string, RawCell>>;
  merges?: readonly Merge[];
};

/**
 * `byOther`: the console's own reader leaves the workbook to SheetJS, which comes to this result.
 */
export type Expected =
  | { kind: 'sheets'; sheets: readonly ExpectedSheet[]; byOther?: true }
  | { kind: 'refused'; code: string; byOther?: true };

/** A workbook that is odd or hostile in one way, and what must come of it. */
export type CorpusCase = {
  name: string;
  bytes: () => Uint8Array;
  expect: Expected;
  /** Where SheetJS comes to something else by design, why. */
  differs?: string;
};

export function cells(expected: ExpectedSheet['cells']): Expected {
  return { kind: 'sheets', sheets: [{ cells: expected }] };
}

export function refused(code: string): Expected {
  return { kind: 'refused', code };
}

/** Wall clock, as cells hold it: in UTC parts. */
export function at(wall: string): Date {
  return new Date(`${wall.replace(' ', 'T')}${wall.length > 10 ? 'Z' : 'T00:00:00Z'}`);
}
