import type { RawSheet } from '@shared/domain/import/sheet';
import Papa from 'papaparse';

const DELIMITERS = [',', '\t', ';', '|'];
/** Excel's own hint in the first line. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** A text file as one sheet; every cell is text, as long ids and phones need it. */
export function readCsv(text: string, name: string): RawSheet {
  const hint = SEPARATOR_LINE.exec(text);
  const parsed = Papa.parse<string[]>(hint ? text.slice(hint[0].length) : text, {
    delimitersToGuess: DELIMITERS,
    ...(hint?.[1] ? { delimiter: hint[1] } : {}),
    skipEmptyLines: false,
  });
  const rows: RawSheet['rows'] = parsed.data;
  // Row numbers stay those of the file.
  if (hint) rows.unshift([]);
  return { name, rows };
}
