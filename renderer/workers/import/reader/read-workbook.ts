import type { RawCell, RawSheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { type CellObject, read, type WorkBook, type WorkSheet } from 'xlsx';

function toCell(cell: CellObject | undefined): RawCell {
  const value = cell?.v;
  if (!cell || value === undefined || value === null || cell.t === 'z') return null;
  if (cell.t === 'e') return { error: cell.w ?? '#N/A' };
  return value;
}

function toRow(cells: (CellObject | undefined)[] | undefined): RawCell[] {
  const row: RawCell[] = [];
  if (!cells) return row;
  for (let column = 0; column < cells.length; column++) row.push(toCell(cells[column]));
  while (row.length > 0 && row[row.length - 1] === null) row.pop();
  return row;
}

/** Dense sheets keep their rows in an array; its holes are blank rows. */
function toRows(sheet: WorkSheet): RawCell[][] {
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? [];
  const rows: RawCell[][] = [];
  for (let index = 0; index < data.length; index++) rows.push(toRow(data[index]));
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return rows;
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

/** Every sheet that a person sees in the workbook; hidden ones only if there is no other. */
export function readWorkbook(content: Uint8Array | string, file: string): RawSheet[] {
  const book = parse(content, file);
  const about = book.Workbook?.Sheets;
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet) return [];
    return [{ name, rows: toRows(sheet), isHidden: (about?.[index]?.Hidden ?? 0) !== 0 }];
  });
  const seen = sheets.filter((sheet) => !sheet.isHidden);
  return (seen.length > 0 ? seen : sheets).map(({ name, rows }) => ({ name, rows }));
}
