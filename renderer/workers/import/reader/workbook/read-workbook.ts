import type { RawCell, Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  putCell,
  type TextTableBuilder,
} from '@shared/domain/import/sheet-builder';
import { ExpectedError } from '@shared/lib/errors';
import { type CellObject, read, SSF, type WorkBook, type WorkSheet } from 'xlsx';
import { createSizeLimit, type SizeLimit } from '../size-limit';
import { isDateCode } from '../xlsx/number-format';
import { msOfSerial } from '../xlsx/serial-date';

/** `records`: the stream of an .xls, without the compound file around it. */
export type WorkbookForm = 'zip' | 'records';

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;
/** Built-in formats that an East Asian Excel shows as dates, and that SheetJS does not all know. */
const EAST_ASIAN_DATES = [
  27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
];
const ANY_DATE = 'yyyy-mm-dd';
/** In a zip SheetJS forgets what it was told of them, but shows most as dates. */
const SHOWN_AS_DATE = /^\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?(?:\D|$)|^\d{1,2}:\d\d/;

function isDate({ z: code, w: shown }: CellObject): boolean {
  return code === undefined ? SHOWN_AS_DATE.test(shown ?? '') : isDateCode(String(code));
}

function toCell(cell: CellObject, is1904: boolean): RawCell {
  const { v: value, t: type } = cell;
  if (type === 'z') return null;
  if (type === 'e') return { error: cell.w ?? '#N/A' };
  if (value === undefined || value === null) return cell.f === undefined ? null : { formula: true };
  if (typeof value !== 'number' || !isDate(cell)) return value;
  const ms = msOfSerial(value, is1904);
  return ms === undefined ? value : new Date(ms);
}

type Packing = { texts: TextTableBuilder; allow: SizeLimit; is1904: boolean };

/** Dense sheets keep their rows in an array, which is let go row by row. */
function packSheet(
  sheet: WorkSheet,
  name: string,
  visibility: Sheet['visibility'],
  { texts, allow, is1904 }: Packing,
) {
  const builder = createSheetBuilder(name, visibility);
  const rows: (CellObject[] | undefined)[] = sheet['!data'] ?? [];
  let width = 0;
  rows.forEach((cells, row) => {
    if (cells && cells.length > width) width = cells.length;
    allow.cell(width, row + 1);
    cells?.forEach((cell, column) => {
      putCell(builder, texts, row, column, toCell(cell, is1904));
    });
    rows[row] = undefined;
  });
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r,
    left: s.c,
    bottom: e.r,
    right: e.c,
  }));
  return { builder, merges };
}

const PROTECTED = /password|encryption/i;
const WRONG_PASSWORD = /password is incorrect/i;
const FOREIGN =
  /not a spreadsheet|unsupported (?:file|zip|works)|cannot find|could not find|unrecognized|unsupported$/i;

/** What SheetJS said when it gave up, as the user meets it. */
function refusal(error: unknown, file: string, password: string | undefined): ExpectedError {
  const message = error instanceof Error ? error.message : String(error);
  if (WRONG_PASSWORD.test(message)) return new ExpectedError('import-wrong-password', { file });
  // With a password it still did not open: a protection that is not understood.
  if (password !== undefined) return new ExpectedError('import-locked-otherwise', { file });
  if (PROTECTED.test(message)) return new ExpectedError('import-encrypted', { file });
  const code = FOREIGN.test(message) ? 'import-not-a-sheet' : 'import-damaged';
  return new ExpectedError(code, { file });
}

function parse(
  content: Uint8Array,
  form: WorkbookForm,
  file: string,
  password: string | undefined,
): WorkBook {
  for (const format of EAST_ASIAN_DATES) SSF.load(ANY_DATE, format);
  try {
    // Without the default cellText a sheet with built-in date format 31 or 57 vanishes silently.
    return read(content, {
      // As an array, records would be copied into a list of numbers first.
      type: form === 'records' ? 'buffer' : 'array',
      dense: true,
      cellNF: true,
      cellHTML: false,
      ...(password === undefined ? {} : { password }),
    });
  } catch (error) {
    throw refusal(error, file, password);
  }
}

/** Every sheet of a workbook that SheetJS knows, the hidden ones among them. */
export function readWorkbook(
  content: Uint8Array,
  form: WorkbookForm,
  file: string,
  password?: string,
): Sheet[] {
  const book = parse(content, form, file, password);
  const about = book.Workbook?.Sheets;
  const texts = createTextTable();
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const packing = { texts, allow: createSizeLimit(file), is1904 };
  const packed = book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    // A sheet that is named but not there was lost on the way: the file is not whole.
    if (!sheet) throw new ExpectedError('import-damaged', { file });
    const visibility = VISIBILITY[about?.[index]?.Hidden ?? 0] ?? 'hidden';
    return packSheet(sheet, name, visibility, packing);
  });
  const table = texts.finish();
  return packed.map(({ builder, merges }) => builder.finish(table, merges));
}
