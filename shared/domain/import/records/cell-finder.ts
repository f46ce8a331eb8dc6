import { parseDateCell, writtenDay } from '../cells/date-cell';
import { parseMoneyCell } from '../cells/money-cell';
import { cellText, lineText, valueText } from '../cells/text-cell';
import type { ImportField } from '../columns/fields';
import type { CellProblem, RejectCode, WarningCode } from '../plan/problems';
import { cellAt, isCellError, isFormulaWithoutValue, type RawCell, type Sheet } from '../sheet';
import { type MeasureCell, parseMeasureCell } from './measure-cell';

type Found = { cell: RawCell; column: number };
const NOTHING: Found = { cell: null, column: -1 };

/**
 * Reads the cells of one row after another by field and notes what is wrong (`problems`: the row
 * cannot be taken) or odd (`warnings`). A field with several columns gives its first filled one,
 * unless `measures` asks for all.
 */
export function createCellFinder(
  sheet: Sheet,
  columns: ReadonlyMap<ImportField, readonly number[]>,
  zone: string,
  titles: readonly string[],
) {
  let row = 0;
  let problems: CellProblem<RejectCode>[] = [];
  let warnings: CellProblem<WarningCode>[] = [];

  const at = <Code extends string>(code: Code, column: number): CellProblem<Code> => ({
    code,
    row: row + 1,
    column,
    text: column < 0 ? '' : cellText(cellAt(sheet, row, column)).slice(0, 200),
  });
  const reject = (code: RejectCode, column = -1) => void problems.push(at(code, column));
  const warn = (code: WarningCode, column = -1) => void warnings.push(at(code, column));

  function find(field: ImportField): Found {
    for (const column of columns.get(field) ?? []) {
      const cell = cellAt(sheet, row, column);
      if (isCellError(cell)) reject('cell-error', column);
      else if (isFormulaWithoutValue(cell)) warn('formula-left-out', column);
      else if (valueText(cell) !== '') return { cell, column };
    }
    return NOTHING;
  }

  function measureOf(
    { cell, column }: Found,
    parse: (cell: RawCell) => MeasureCell = parseMeasureCell,
  ) {
    const parsed = parse(cell);
    if (parsed.kind === 'bad') reject('number-unreadable', column);
    return parsed.kind === 'measure' ? parsed : undefined;
  }

  const measure = (field: ImportField, parse?: (cell: RawCell) => MeasureCell) =>
    measureOf(find(field), parse);

  /** Every figure that the columns of a field hold, each with its column's title. */
  function measures(field: ImportField) {
    return (columns.get(field) ?? []).flatMap((column) => {
      const cell = cellAt(sheet, row, column);
      if (isCellError(cell)) reject('cell-error', column);
      const found = isCellError(cell) ? undefined : measureOf({ cell, column });
      return found ? [{ ...found, title: titles[column] ?? '' }] : [];
    });
  }

  return {
    begin(next: number): void {
      row = next;
      problems = [];
      warnings = [];
    },
    has: (field: ImportField) => columns.has(field),
    find,
    reject,
    warn,
    measure,
    measures,
    problems: (): readonly CellProblem<RejectCode>[] => problems,
    warnings: (): readonly CellProblem<WarningCode>[] => warnings,

    /** One line of at most `max` characters. */
    line(field: ImportField, max: number): string | undefined {
      const { cell, column } = find(field);
      const text = lineText(cell);
      if (text.length > max) reject('text-too-long', column);
      return text === '' ? undefined : text;
    },

    /** Text with its line breaks. */
    paragraph(field: ImportField, max: number): string | undefined {
      const { cell, column } = find(field);
      const text = valueText(cell);
      if (text.length > max) reject('text-too-long', column);
      return text === '' ? undefined : text;
    },

    /** A whole number from 0 up. */
    count(field: ImportField): number | undefined {
      const found = measure(field);
      if (found === undefined) return undefined;
      if (found.unit?.includes('%') || found.value < 0 || !Number.isInteger(found.value)) {
        reject('number-unreadable', find(field).column);
        return undefined;
      }
      return found.value;
    },

    fen(field: ImportField): number | undefined {
      const { cell, column } = find(field);
      const money = parseMoneyCell(cell);
      if (money.kind === 'bad' && column >= 0) reject('money-unreadable', column);
      return money.kind === 'money' ? money.fen : undefined;
    },

    /** UTC ms. */
    moment(field: ImportField): number | undefined {
      const { cell, column } = find(field);
      const parsed = parseDateCell(cell, zone);
      if (parsed.kind === 'bad') reject('date-unreadable', column);
      return parsed.kind === 'date' ? parsed.ms : undefined;
    },

    /** `YYYY-MM-DD` as written. */
    day(field: ImportField): string | undefined {
      const { cell, column } = find(field);
      const parsed = parseDateCell(cell, zone);
      if (parsed.kind === 'bad') reject('date-unreadable', column);
      return parsed.kind === 'date' ? writtenDay(parsed.wall) : undefined;
    },
  };
}

export type CellFinder = ReturnType<typeof createCellFinder>;
