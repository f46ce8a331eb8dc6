import type { RawSheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { decodeText } from './decode-text';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';

export type ReadFile = { sheets: RawSheet[]; encoding: string | undefined };

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
 * A file's sheets as raw cells, whatever its name says: the format is told by its bytes.
 * Refuses with an ExpectedError what is no spreadsheet, damaged, protected or empty.
 */
export function readSheets(bytes: Uint8Array, name: string): ReadFile {
  if (bytes.length === 0) throw new ExpectedError('import-empty', { file: name });
  const isWorkbook = isZip(bytes) || isCompound(bytes) || isOldBiff(bytes);
  const read = isWorkbook
    ? { sheets: readWorkbook(bytes, name), encoding: undefined }
    : readText(bytes, name);
  const hasCells = read.sheets.some((sheet) =>
    sheet.rows.some((row) => row.some((cell) => cell !== null && cell !== '')),
  );
  if (!hasCells) throw new ExpectedError('import-empty', { file: name });
  return read;
}
