import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { crc32 } from './crc32';
import { readOpenDocument } from './markup/open-document';
import { createSizeLimit } from './size-limit';
import { inspectZip, openDirectory } from './xlsx/inspect-zip';
import { LIMITS } from './xlsx/limits';
import { entryBytes } from './xlsx/part-bytes';
import { readXlsx } from './xlsx/read-xlsx';
import { refusedFile, Unrecognised } from './xlsx/refusals';
import { asUtf8 } from './xlsx/xml-encoding';
import type { ZipEntry } from './xlsx/zip-directory';

const OPEN_DOCUMENT = /<office:document-content[\s>]/;
const SHEETS_INSIDE = '<office:spreadsheet';
const ENCRYPTED = /<(?:\w+:)?encryption-data[\s/>]/;
/** Documents, presentations, pictures are zips too. */
const HOLDS_WORKBOOK = /(?:^|\/)workbook\d*\.(?:xml|bin)$/;

type Entries = ReadonlyMap<string, ZipEntry>;

async function textOf(bytes: Uint8Array, entry: ZipEntry | undefined): Promise<string> {
  if (!entry) return '';
  const source = await asUtf8(entryBytes(bytes, entry));
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let piece = await source(); piece; piece = await source()) {
    parts.push(decoder.decode(piece, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

async function readOds(
  bytes: Uint8Array,
  entries: Entries,
  file: string,
): Promise<Sheet[] | undefined> {
  if (ENCRYPTED.test(await textOf(bytes, entries.get('meta-inf/manifest.xml')))) {
    throw new ExpectedError('import-locked-otherwise', { file });
  }
  const content = await textOf(bytes, entries.get('content.xml'));
  if (!OPEN_DOCUMENT.test(content)) return undefined;
  if (!content.includes(SHEETS_INSIDE)) throw new ExpectedError('import-not-a-sheet', { file });
  return readOpenDocument(content, createSizeLimit(file));
}

/** The list of a zip that has been looked through; none if this program does not know its packing. */
function entriesOf(bytes: Uint8Array, file: string): Entries {
  try {
    return openDirectory(bytes, LIMITS.inflatedBytesForFallback);
  } catch (error) {
    if (error instanceof Unrecognised) return new Map();
    throw refusedFile(error, file);
  }
}

/** What lies unpacked has no other check: it would be read wrong, or lead SheetJS astray for ever. */
function checkUnpacked(bytes: Uint8Array, entries: Entries, file: string): void {
  for (const { method, crc, start, size } of entries.values()) {
    if (method !== 0 || crc32(bytes.subarray(start, start + size)) === crc >>> 0) continue;
    throw new ExpectedError('import-damaged', { file });
  }
}

/** The sheets of a zip: .xlsx by the fast reader, .ods by ours, .xlsb and what is odd by SheetJS. */
export async function readZip(bytes: Uint8Array, file: string): Promise<Sheet[]> {
  const sheets = await readXlsx(bytes, file);
  if (sheets) return sheets;
  await inspectZip(bytes, file);
  const entries = entriesOf(bytes, file);
  checkUnpacked(bytes, entries, file);
  if (entries.has('content.xml')) {
    const found = await readOds(bytes, entries, file).catch((error: unknown) => {
      throw refusedFile(error, file);
    });
    if (found) return found;
  }
  const isWorkbook = [...entries.keys()].some((key) => HOLDS_WORKBOOK.test(key));
  if (!isWorkbook) throw new ExpectedError('import-not-a-sheet', { file });
  const { readWorkbook } = await import('./workbook/read-workbook');
  return readWorkbook(bytes, 'zip', file);
}
