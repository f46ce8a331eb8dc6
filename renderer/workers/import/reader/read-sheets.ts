import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import type { OpenOptions } from '../import-types';
import { tellFileKind } from './file-kind';
import { readWorkbook } from './read-workbook';
import { createSizeLimit } from './size-limit';
import { recogniseText } from './text/encoding';
import { readText } from './text/read-text';

/** `encoding` is that of a text file, `encodings` in which else it could be read. */
export type ReadFile = {
  sheets: Sheet[];
  encoding: string | undefined;
  encodings: readonly string[];
};
export type ReadOptions = Pick<OpenOptions, 'password' | 'encoding'>;

const LOOK_AT = 4096;
const FOREIGN_TEXT = /^\s*(?:\{\\rtf|%!PS|[[{]\s*["{[\]}])/;
const MARKUP = /^\s*(?:<\?xml|<!doctype|<!--|<[a-z][\w:-]*[\s>/])/i;
const TABLES = /<table[\s>]|<(?:\w+:)?workbook[\s>]/i;

/** XML bombs are told by their own entities; no export needs any. */
const HAS_ENTITIES = /<!ENTITY/i;

function readTextFile(bytes: Uint8Array, name: string, wished: string | undefined): ReadFile {
  const recognised = recogniseText(bytes);
  if (!recognised) throw new ExpectedError('import-not-a-sheet', { file: name });
  const encoding = wished ?? recognised.encoding;
  const encodings = [recognised.encoding, ...recognised.others].filter((one) => one !== encoding);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, LOOK_AT));
  if (FOREIGN_TEXT.test(head)) throw new ExpectedError('import-not-a-sheet', { file: name });
  if (!MARKUP.test(head)) {
    const sheets = [readText(bytes, encoding, name, createSizeLimit(name))];
    return { sheets, encoding, encodings };
  }
  const text = new TextDecoder(encoding).decode(bytes);
  if (HAS_ENTITIES.test(text) || !TABLES.test(text)) {
    throw new ExpectedError('import-not-a-sheet', { file: name });
  }
  // Back offices name HTML tables .xls.
  return { sheets: readWorkbook(text, name), encoding, encodings };
}

function readAny(bytes: Uint8Array, name: string, options: ReadOptions): ReadFile {
  const kind = tellFileKind(bytes);
  switch (kind) {
    case 'zip':
    case 'compound':
    case 'old-excel':
      return { sheets: readWorkbook(bytes, name), encoding: undefined, encodings: [] };
    case 'unknown':
      return readTextFile(bytes, name, options.encoding);
    default:
      throw new ExpectedError('import-not-a-sheet', { file: name });
  }
}

/**
 * A file's sheets, whatever its name says: the format is told by its bytes. Hidden sheets are among
 * them. Refuses with an ExpectedError what is no spreadsheet, damaged, protected or empty.
 */
export async function readSheets(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadFile> {
  if (bytes.length === 0) throw new ExpectedError('import-empty', { file: name });
  const read = readAny(bytes, name, options);
  if (read.sheets.every((sheet) => sheet.rowCount === 0)) {
    throw new ExpectedError('import-empty', { file: name });
  }
  return read;
}
