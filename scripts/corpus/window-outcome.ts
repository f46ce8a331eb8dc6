import type { CorpusCase } from './corpus-case';

/** What a user who drops the file as a roster comes to. */
type WindowOutcome = { kind: 'refused'; code: string } | { kind: 'people'; rows: number };

/**
 * Cases whose cells, without a row of names, tell by content who is meant: texts of one column are
 * names, eleven digits are a phone. So many rows are people.
 */
const PEOPLE: Readonly<Record<string, number>> = {
  'a byte-order mark before each part': 1,
  'a date in ISO form: that is none': 1,
  'a header named __proto__ and columns named twice': 1,
  'a number cell that holds a text keeps it': 1,
  'a number: E-notation': 1,
  'a sheet written with line breaks between all tags': 1,
  'an empty item keeps its place among the shared strings': 1,
  'an inline string': 1,
  'an inline string without its type': 1,
  'both kinds of quotes, attributes in any order, white space in tags': 1,
  'comments and instructions among the cells': 1,
  'elements under a prefix': 1,
  'extensions and conditional formats behind the rows': 1,
  'extensions in a cell and in a row': 1,
  'formulas by the value that the file keeps': 1,
  'numbers and strings in CDATA': 1,
  'one table of texts for several sheets and their own texts': 1,
  'parts in UTF-16': 1,
  'phonetic text is left out': 1,
  'the strict dialect of the standard': 1,
  'title and instruction rows above a merged header': 3,
  'white space that the writer wants kept': 1,
};

/**
 * A workbook that cannot be read is refused for the reason that its reader names; one without a cell
 * is empty; rows of which nothing says what they hold have no header.
 */
export function windowOutcome({ name, expect }: CorpusCase): WindowOutcome {
  if (expect.kind === 'refused') return { kind: 'refused', code: expect.code };
  const isBlank = expect.sheets.every((sheet) => Object.keys(sheet.cells).length === 0);
  if (isBlank) return { kind: 'refused', code: 'import-empty' };
  const rows = PEOPLE[name];
  return rows === undefined
    ? { kind: 'refused', code: 'import-no-header' }
    : { kind: 'people', rows };
}
