import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import type { OpenOptions } from '../import-types';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';

/** `encoding` is that of a text file. */
export type ReadFile = { sheets: Sheet[]; encoding: string | undefined };
export type ReadOptions = Pick<OpenOptions, 'password' | 'encoding'>;

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
const isCompound = (bytes: Uint8Array) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
/** Excel's formats before the compound file. */
const isOldBiff = (bytes: Uint8Array) =>
  bytes[0] === 0x09 &&
  (bytes[1] === 0x00 || bytes[1] === 0x02 || bytes[1] === 0x04 || bytes[1] === 0x08) &&
  bytes[2] !== undefined &&
  bytes[2] <= 8 &&
  bytes[3] === 0;
const FOREIGN_TEXT = /^\s*(?:%PDF-|\{\\rtf|MZ)/;
const MARKUP = /^\s*(?:<\?xml|<!doctype\s+html|<html|<table|<meta|<head|<body)/i;

/** XML bombs are told by their own entities; no export needs any. */
const HAS_ENTITIES = /<!ENTITY/i;

function readText(bytes: Uint8Array, name: string): ReadFile {
  const decoded = decodeText(bytes);
  if (!decoded || FOREIGN_TEXT.test(decoded.text.slice(0, 200))) {
    throw new ExpectedError('import-not-a-sheet', { file: name });
  }
  const { text, encoding } = decoded;
  if (!MARKUP.test(text.slice(0, 500))) return { sheets: [readCsv(text, name)], encoding };
  if (HAS_ENTITIES.test(text)) throw new ExpectedError('import-not-a-sheet', { file: name });
  // Back offices name HTML tables .xls.
  return { sheets: readWorkbook(text, name), encoding };
}

/**
 * A file's sheets, whatever its name says: the format is told by its bytes. Hidden sheets are among
 * them. Refuses with an ExpectedError what is no spreadsheet, damaged, protected or empty.
 */
export async function readSheets(
  bytes: Uint8Array,
  name: string,
  _options: ReadOptions = {},
): Promise<ReadFile> {
  if (bytes.length === 0) throw new ExpectedError('import-empty', { file: name });
  const isWorkbook = isZip(bytes) || isCompound(bytes) || isOldBiff(bytes);
  const read = isWorkbook
    ? { sheets: readWorkbook(bytes, name), encoding: undefined }
    : readText(bytes, name);
  if (read.sheets.every((sheet) => sheet.rowCount === 0)) {
    throw new ExpectedError('import-empty', { file: name });
  }
  return read;
}
