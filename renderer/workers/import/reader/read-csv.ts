import type { Sheet } from '@shared/domain/import/sheet';
import { createSheetBuilder, createTextTable, putCell } from '@shared/domain/import/sheet-builder';
import Papa from 'papaparse';

const DELIMITERS = [',', '\t', ';', '|'];
/** Excel's own hint in the first line. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
const LOOK_AT = 65_536;
const ROWS_TO_LOOK_AT = 50;

/** How many cells most rows have with this delimiter, weighed by how many rows agree. */
function fit(text: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: ROWS_TO_LOOK_AT });
  const widths = new Map<number, number>();
  for (const row of data) {
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  }
  return Math.max(0, ...[...widths].map(([width, rows]) => width * (rows / data.length)));
}

/** The mark that parts the rows most evenly; a comma when nothing does (one column). */
function guessDelimiter(text: string): string {
  const head = text.slice(0, LOOK_AT);
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, fit: fit(head, delimiter) })).sort(
    (a, b) => b.fit - a.fit,
  );
  return best && best.fit > 0 ? best.delimiter : ',';
}

/** A text file as one sheet; every cell is text, as long ids and phones need it. */
export function readCsv(text: string, name: string): Sheet {
  const hint = SEPARATOR_LINE.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? guessDelimiter(body);
  const texts = createTextTable();
  const builder = createSheetBuilder(name);
  // Row numbers stay those of the file.
  let row = hint ? 1 : 0;
  Papa.parse<string[]>(body, {
    delimiter,
    step: ({ data }) => {
      data.forEach((cell, column) => {
        putCell(builder, texts, row, column, cell);
      });
      row += 1;
    },
  });
  return builder.finish(texts.finish());
}
