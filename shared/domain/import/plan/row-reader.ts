import { packedMoment, parseDateCell } from '../cells/date-cell';
import { type IdCell, idOfText, parseIdCell } from '../cells/id-cell';
import { type PhoneCell, parsePhoneCell, phoneOfText } from '../cells/phone-cell';
import { cellText, joinLines, lineText, valueText } from '../cells/text-cell';
import type { ImportField } from '../columns/fields';
import { CELL, cellAt, isLongNumber, type RawCell, type Sheet, textAt } from '../sheet';
import type { FixCode } from './choices';
import { mergedRows } from './merged-rows';
import { createProblemLog } from './problem-log';
import type { RejectCode, WarningCode } from './problems';
import { createPlaceCache } from './text-cache';

type Found = { cell: RawCell; column: number };
const NOTHING: Found = { cell: null, column: -1 };
const NO_COLUMNS: readonly number[] = [];

/**
 * Reads one row after another (0-based) of a packed sheet by field. A field with several columns
 * gives its first filled one. What is wrong with the record in hand collects in `problems` (it cannot
 * be taken) and `warnings`; a fix among `fixes` turns its problems into warnings.
 */
export function createRowReader(
  sheet: Sheet,
  columns: ReadonlyMap<ImportField, readonly number[]>,
  fixes: readonly FixCode[] = [],
) {
  const fixed = new Set(fixes);
  const merged = mergedRows(sheet, columns);
  const hasMerges = sheet.merges.length > 0;
  const { texts } = sheet;
  const plainOf = createPlaceCache(texts.count, (place) => valueText(textAt(texts, place)));
  const phoneOf = createPlaceCache(texts.count, (place) => phoneOfText(plainOf(place)));
  const lineOf = (place: number) => joinLines(plainOf(place));
  let row = 0;

  const columnsOf = (field: ImportField) => columns.get(field) ?? NO_COLUMNS;

  /** The row in which the cell of a field stands: above where a merge covers it; -1: counted there. */
  function rowOf(field: ImportField, column: number): number {
    if (!hasMerges) return row;
    const anchor = merged.anchorOf(row, column);
    return anchor !== row && merged.countsOnce(field) ? -1 : anchor;
  }

  const read = (at: number, column: number): RawCell => (at < 0 ? null : cellAt(sheet, at, column));

  const log = createProblemLog((column) => cellText(cellAt(sheet, row, column)));

  /** The column of a field's first filled cell; -1 where it has none. */
  function seek(field: ImportField): number {
    for (const column of columnsOf(field)) {
      const at = rowOf(field, column);
      const packed = sheet.columns[column];
      const kind = at < 0 ? CELL.blank : packed?.kinds[at];
      if (kind === undefined || kind === CELL.blank) continue;
      if (kind === CELL.formula) {
        warn('formula-left-out', column);
        continue;
      }
      if (kind === CELL.error) {
        rejectUnless('errors-as-empty', 'cell-error', 'error-left-out', column);
        continue;
      }
      if (kind !== CELL.text || plainOf(packed?.values[at] ?? 0) !== '') return column;
    }
    return -1;
  }

  function find(field: ImportField): Found {
    const column = seek(field);
    return column < 0 ? NOTHING : { cell: read(rowOf(field, column), column), column };
  }

  /** The place of a cell's text; -1 where it holds none. */
  function placeOf(field: ImportField, column: number): number {
    const at = rowOf(field, column);
    const packed = sheet.columns[column];
    return packed && packed.kinds[at] === CELL.text ? (packed.values[at] ?? 0) : -1;
  }

  /** A cell of a field that reads several; a formula that gives nothing is left out with a warning. */
  function readOne(field: ImportField, column: number): RawCell {
    const at = rowOf(field, column);
    const kind = at === row ? sheet.columns[column]?.kinds[row] : undefined;
    if (kind !== CELL.error && kind !== CELL.formula) return read(at, column);
    warn(kind === CELL.error ? 'error-left-out' : 'formula-left-out', column);
    return null;
  }

  /** A cell's text: of a text from what was made of it before. */
  function textIn(
    field: ImportField,
    column: number,
    ofPlace: (place: number) => string,
    ofCell: (cell: RawCell) => string,
  ): string {
    const place = placeOf(field, column);
    return place >= 0 ? ofPlace(place) : ofCell(readOne(field, column));
  }

  /** A formula without a value in one of the fields: why what is missing is missing. */
  function formulaIn(fields: readonly ImportField[]): number {
    for (const field of fields) {
      for (const column of columnsOf(field)) {
        if (sheet.columns[column]?.kinds[row] === CELL.formula) return column;
      }
    }
    return -1;
  }

  function reject(code: RejectCode, column = -1): void {
    const isMendable =
      code === 'id-destroyed' && isLongNumber(column < 0 ? null : read(row, column));
    log.reject(row, code, column, isMendable ? 'take-digits' : undefined);
  }

  function warn(code: WarningCode, column = -1): void {
    log.warn(row, code, column);
  }

  /** A problem, or where its fix was chosen a warning; says whether the fix was. */
  function rejectUnless(
    fix: FixCode,
    code: RejectCode,
    instead: WarningCode,
    column: number,
  ): boolean {
    if (fixed.has(fix)) warn(instead, column);
    else reject(code, column);
    return fixed.has(fix);
  }

  /** A text within its limit; cut where that fix was chosen. */
  function fitted(text: string, max: number, column: number): string {
    if (text.length <= max) return text;
    const isCut = rejectUnless('cut-text', 'text-too-long', 'text-cut', column);
    return isCut ? text.slice(0, max) : text;
  }

  return {
    sheet,
    topOf: merged.topOf,
    /** Starts a record: nothing is noted yet. */
    begin(first: number): void {
      row = first;
      log.clear();
    },
    /** Goes on with another row of the same record. */
    use(next: number): void {
      row = next;
    },
    /** Reads without noting anything. */
    aside: log.aside,
    has: (field: ImportField) => columns.has(field),
    isFixed: (fix: FixCode) => fixed.has(fix),
    find,
    seek,
    reject,
    rejectUnless,
    warn,
    fitted,
    problems: log.problems,
    warnings: log.warnings,

    /** Refuses for want of a value; a formula that has none in the file says so itself. */
    rejectMissing(code: RejectCode, fields: readonly ImportField[], column = -1): void {
      const formula = formulaIn(fields);
      if (formula >= 0) reject('formula-no-value', formula);
      else reject(code, column);
    },

    /** What the field's first filled cell says, breaks kept; `''` where it has none. */
    value(field: ImportField): string {
      const column = seek(field);
      return column < 0 ? '' : textIn(field, column, plainOf, valueText);
    },

    /** The id in a cell; a long number's digits are one where that fix was chosen. */
    id(field: ImportField, column: number): IdCell {
      const place = placeOf(field, column);
      if (place >= 0) return idOfText(plainOf(place));
      const cell = column < 0 ? null : read(rowOf(field, column), column);
      if (!isLongNumber(cell) || !fixed.has('take-digits')) return parseIdCell(cell);
      warn('digits-taken', column);
      return { kind: 'id', id: cell.digits };
    },

    /** The phone number in a cell. */
    phone(field: ImportField, column: number): PhoneCell {
      const place = placeOf(field, column);
      if (place >= 0) return phoneOf(place);
      return parsePhoneCell(column < 0 ? null : read(rowOf(field, column), column));
    },

    /** The moment in a cell as UTC ms; NaN where it cannot be read, undefined where there is none. */
    moment(field: ImportField, column: number, zone: string): number | undefined {
      if (column < 0) return undefined;
      const at = rowOf(field, column);
      const packed = sheet.columns[column];
      if (packed?.kinds[at] === CELL.date) return packedMoment(packed.values[at] ?? 0, zone);
      const parsed = parseDateCell(read(at, column), zone);
      if (parsed.kind === 'none') return undefined;
      return parsed.kind === 'date' ? parsed.ms : Number.NaN;
    },

    /** One line of text of at most `max` characters, or undefined. */
    line(field: ImportField, max: number): string | undefined {
      const column = seek(field);
      if (column < 0) return undefined;
      const text = textIn(field, column, lineOf, lineText);
      return text === '' ? undefined : fitted(text, max, column);
    },

    /** All filled columns of the field, each one line. */
    lines(field: ImportField): string[] {
      const found: string[] = [];
      for (const column of columnsOf(field)) {
        const text = textIn(field, column, lineOf, lineText);
        if (text !== '') found.push(text);
      }
      return found;
    },

    /** All filled columns of the field as paragraphs; line breaks stay. */
    paragraphs(field: ImportField, max: number): string | undefined {
      let text = '';
      let last = -1;
      for (const column of columnsOf(field)) {
        const part = textIn(field, column, plainOf, valueText);
        if (part === '') continue;
        text = text === '' ? part : `${text}\n${part}`;
        last = column;
      }
      return text === '' ? undefined : fitted(text, max, last);
    },

    /** All that the row in hand says, as one text: equal for rows that repeat each other. */
    wholeRow(): string {
      const parts: string[] = [];
      for (let column = 0; column < sheet.columns.length; column++) {
        parts.push(cellText(cellAt(sheet, row, column)));
      }
      while (parts.at(-1) === '') parts.pop();
      return parts.join('\u0000');
    },
  };
}

export type RowReader = ReturnType<typeof createRowReader>;
