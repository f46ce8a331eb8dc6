import { cellText, lineText, valueText } from '../cells/text-cell';
import type { ImportField } from '../columns/fields';
import { type DataRow, isCellError, type RawCell } from '../sheet';
import type { CellProblem, RejectCode, WarningCode } from './problems';

type Found = { cell: RawCell; column: number };
const NOTHING: Found = { cell: null, column: -1 };
const NONE: readonly never[] = [];
const NO_COLUMNS: readonly number[] = [];

/**
 * Reads one row after another by field. A field with several columns gives its first filled one.
 * What is wrong with the record in hand collects in `problems` (it cannot be taken) and `warnings`.
 */
export function createRowReader(columns: ReadonlyMap<ImportField, readonly number[]>) {
  let row: DataRow = { rowNumber: 0, cells: [] };
  let problems: CellProblem<RejectCode>[] = [];
  let warnings: CellProblem<WarningCode>[] = [];
  let isAside = false;

  const columnsOf = (field: ImportField) => columns.get(field) ?? NO_COLUMNS;

  function find(field: ImportField): Found {
    for (const column of columnsOf(field)) {
      const cell = row.cells[column];
      if (isCellError(cell)) reject('cell-error', column);
      else if (cell !== undefined && valueText(cell) !== '') return { cell, column };
    }
    return NOTHING;
  }

  function at<Code extends string>(code: Code, column: number): CellProblem<Code> {
    return { code, row: row.rowNumber, column, text: cellText(row.cells[column]).slice(0, 200) };
  }

  const isNoted = (list: readonly CellProblem[], { code, column }: CellProblem) =>
    list.some((one) => one.code === code && one.column === column && one.row === row.rowNumber);

  function reject(code: RejectCode, column = -1): void {
    const problem = at(code, column);
    if (!isAside && !isNoted(problems, problem)) problems.push(problem);
  }

  function warn(code: WarningCode, column = -1): void {
    const warning = at(code, column);
    if (!isAside && !isNoted(warnings, warning)) warnings.push(warning);
  }

  return {
    /** Starts a record: nothing is noted yet. */
    begin(first: DataRow): void {
      row = first;
      if (problems.length > 0) problems = [];
      if (warnings.length > 0) warnings = [];
    },
    /** Goes on with another row of the same record. */
    use(next: DataRow): void {
      row = next;
    },
    /** Reads without noting anything. */
    aside<T>(read: () => T): T {
      isAside = true;
      const value = read();
      isAside = false;
      return value;
    },
    has: (field: ImportField) => columns.has(field),
    find,
    reject,
    warn,
    problems: (): readonly CellProblem<RejectCode>[] => (problems.length > 0 ? problems : NONE),
    warnings: (): readonly CellProblem<WarningCode>[] => (warnings.length > 0 ? warnings : NONE),

    /** One line of text of at most `max` characters, or undefined. */
    line(field: ImportField, max: number): string | undefined {
      const { cell, column } = find(field);
      const text = lineText(cell);
      if (text.length > max) reject('text-too-long', column);
      return text === '' ? undefined : text;
    },

    /** All filled columns of the field, each one line. */
    lines(field: ImportField): string[] {
      const found: string[] = [];
      for (const column of columnsOf(field)) {
        const text = lineText(row.cells[column]);
        if (text !== '') found.push(text);
      }
      return found;
    },

    /** All filled columns of the field as paragraphs; line breaks stay. */
    paragraphs(field: ImportField, max: number): string | undefined {
      let text = '';
      let last = -1;
      for (const column of columnsOf(field)) {
        const part = valueText(row.cells[column]);
        if (part === '') continue;
        text = text === '' ? part : `${text}\n${part}`;
        last = column;
      }
      if (text.length > max) reject('text-too-long', last);
      return text === '' ? undefined : text;
    },
  };
}

export type RowReader = ReturnType<typeof createRowReader>;
