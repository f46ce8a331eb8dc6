import { ExpectedError } from '@shared/lib/errors';

/** The widest sheet of any spreadsheet program. */
const MAX_COLUMNS = 16_384;
/** Each takes nine bytes once packed, filled or not. */
const MAX_CELLS = 80_000_000;

/** Keeps a sheet that only claims to be huge from taking the memory of a huge one. */
export function createSizeLimit(file: string) {
  const refuse = () => new ExpectedError('import-too-large', { file });
  let rows = 0;
  return {
    column(column: number): void {
      if (column >= MAX_COLUMNS) throw refuse();
    },
    /** One more row, as wide as the sheet is so far. */
    row(width: number): void {
      rows += 1;
      if (rows * width > MAX_CELLS) throw refuse();
    },
    /** A cell anywhere; `width` and `height` are those of the sheet with it. */
    cell(width: number, height: number): void {
      if (width > MAX_COLUMNS || width * height > MAX_CELLS) throw refuse();
    },
  };
}

export type SizeLimit = ReturnType<typeof createSizeLimit>;
