import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import type { OpenOptions } from '../import-types';
import { readBiff } from './biff/read-biff';
import { openCompound } from './compound/read-compound';
import { findFilePass, isWholeStream } from './compound/records';
import { tellFileKind } from './file-kind';
import { isMimePage, pagesOfMime } from './markup/mime-page';
import { readMarkup, tablesOf } from './markup/read-markup';
import { readZip } from './read-zip';
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
/** RTF, PostScript, JSON. */
const FOREIGN_TEXT = /^\s*(?:\{\\rtf|%!PS|[[{]\s*["{[\]}])/;
const MARKUP = /^\s*(?:<\?xml|<!doctype|<!--|<[a-z][\w:-]*[\s>/])/i;

function readTextFile(bytes: Uint8Array, name: string, wished: string | undefined): ReadFile {
  const recognised = recogniseText(bytes);
  if (!recognised) throw new ExpectedError('import-not-a-sheet', { file: name });
  const encoding = wished ?? recognised.encoding;
  const encodings = [recognised.encoding, ...recognised.others].filter((one) => one !== encoding);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, LOOK_AT));
  if (FOREIGN_TEXT.test(head)) throw new ExpectedError('import-not-a-sheet', { file: name });
  const whole = () => new TextDecoder(encoding).decode(bytes);
  if (isMimePage(head)) {
    const sheets = pagesOfMime(whole()).flatMap((page) => tablesOf(page, name));
    if (sheets.length === 0) throw new ExpectedError('import-not-a-sheet', { file: name });
    return { sheets, encoding, encodings };
  }
  // Back offices name HTML tables .xls.
  const sheets = MARKUP.test(head)
    ? readMarkup(whole(), name)
    : [readText(bytes, encoding, name, createSizeLimit(name))];
  return { sheets, encoding, encodings };
}

async function readRecords(stream: Uint8Array, name: string, password?: string): Promise<Sheet[]> {
  if (!isWholeStream(stream)) throw new ExpectedError('import-damaged', { file: name });
  // Only the oldest protection, a mere XOR, is left to SheetJS.
  if (!findFilePass(stream)) return readBiff(stream, name);
  if (password === undefined) throw new ExpectedError('import-encrypted', { file: name });
  const { readWorkbook } = await import('./workbook/read-workbook');
  return readWorkbook(stream, 'records', name, password);
}

async function readCompound(bytes: Uint8Array, name: string, password?: string): Promise<Sheet[]> {
  const content = await openCompound(bytes, name, password);
  if (content.kind === 'records') return readRecords(content.stream, name, password);
  if (tellFileKind(content.bytes) !== 'zip')
    throw new ExpectedError('import-damaged', { file: name });
  return readZip(content.bytes, name);
}

async function readAny(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadFile> {
  const workbook = (sheets: Sheet[]) => ({ sheets, encoding: undefined, encodings: [] });
  switch (tellFileKind(bytes)) {
    case 'zip':
      return workbook(await readZip(bytes, name));
    case 'compound':
      return workbook(await readCompound(bytes, name, options.password));
    case 'old-excel':
      return workbook(await readRecords(bytes, name, options.password));
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
  const read = await readAny(bytes, name, options);
  if (read.sheets.every((sheet) => sheet.rowCount === 0)) {
    throw new ExpectedError('import-empty', { file: name });
  }
  return read;
}
