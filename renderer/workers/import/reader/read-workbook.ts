import type { RawCell, Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  putCell,
  type TextTableBuilder,
} from '@shared/domain/import/sheet-builder';
import { ExpectedError } from '@shared/lib/errors';
import { type CellObject, read, type WorkBook, type WorkSheet } from 'xlsx';

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

function toCell(cell: CellObject): RawCell {
  const { v: value, t: type } = cell;
  if (type === 'z') return null;
  if (type === 'e') return { error: cell.w ?? '#N/A' };
  if (value !== undefined && value !== null) return value;
  return cell.f === undefined ? null : { formula: true };
}

/** Dense sheets keep their rows in an array, which is let go row by row. */
function packSheet(
  sheet: WorkSheet,
  name: string,
  visibility: Sheet['visibility'],
  texts: TextTableBuilder,
) {
  const builder = createSheetBuilder(name, visibility);
  const rows: (CellObject[] | undefined)[] = sheet['!data'] ?? [];
  rows.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      putCell(builder, texts, row, column, toCell(cell));
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

/** The reader also says "ZIP encryption" of a compound file that is merely broken. */
const PROTECTED = /password-protected|ODS encryption|ECMA-376|EncryptionInfo/i;
const ENCRYPTED_PACKAGE = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0));

/** A protected .xlsx is a compound file with a stream of this name, in UTF-16. */
function holdsEncryptedPackage(content: Uint8Array | string): boolean {
  if (typeof content === 'string' || content[0] !== 0xd0) return false;
  for (let at = content.indexOf(0x45); at >= 0; at = content.indexOf(0x45, at + 1)) {
    if (ENCRYPTED_PACKAGE.every((code, index) => content[at + index * 2] === code)) return true;
  }
  return false;
}

const END_OF_ZIP = [0x50, 0x4b, 0x05, 0x06];
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/** A zip that was broken off has lost the list at its end; a whole one without sheets is foreign. */
function isWholeZip(content: Uint8Array | string): boolean {
  if (typeof content === 'string') return false;
  const last = content.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (END_OF_ZIP.every((byte, index) => content[at + index] === byte)) return true;
  }
  return false;
}

/** `string`: an HTML table, whose cells stay text as they are in the file. */
function parse(content: Uint8Array | string, file: string): WorkBook {
  try {
    // Without the default cellText a sheet with built-in date format 31 or 57 vanishes silently.
    const options = { dense: true, cellDates: true, cellHTML: false };
    return typeof content === 'string'
      ? read(content, { ...options, type: 'string', raw: true })
      : read(content, options);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (PROTECTED.test(message) || holdsEncryptedPackage(content)) {
      throw new ExpectedError('import-encrypted', { file });
    }
    const isForeign =
      /not a spreadsheet|unsupported file|cannot find|unrecognized/i.test(message) ||
      (/unsupported zip|could not find/i.test(message) && isWholeZip(content));
    throw new ExpectedError(isForeign ? 'import-not-a-sheet' : 'import-damaged', { file });
  }
}

/** Every sheet of the workbook, the hidden ones among them. */
export function readWorkbook(content: Uint8Array | string, file: string): Sheet[] {
  const book = parse(content, file);
  const about = book.Workbook?.Sheets;
  const texts = createTextTable();
  const packed = book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    // A sheet that is named but not there was lost on the way: the file is not whole.
    if (!sheet) throw new ExpectedError('import-damaged', { file });
    const visibility = VISIBILITY[about?.[index]?.Hidden ?? 0] ?? 'hidden';
    return packSheet(sheet, name, visibility, texts);
  });
  const table = texts.finish();
  return packed.map(({ builder, merges }) => builder.finish(table, merges));
}
