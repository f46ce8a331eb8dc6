import type { Sheet } from '@shared/domain/import/sheet';
import { ExpectedError } from '@shared/lib/errors';
import { type BookContext, CellWriter } from './cell-writer';
import { openDirectory } from './inspect-zip';
import { LIMITS } from './limits';
import { newBudget, PackedColumns } from './packed-columns';
import { entryBytes } from './part-bytes';
import { Refusal, refusedFile, Unrecognised } from './refusals';
import { type Relationship, readRelationships, relationshipsOf } from './relationships';
import { scanPart } from './scan-part';
import { SharedStringsScanner } from './shared-strings-part';
import { SheetScanner } from './sheet-scanner';
import { readText } from './small-xml';
import { readDateStyles } from './styles-part';
import { TextCollector } from './text-collector';
import { readWorkbookPart, type SheetEntry } from './workbook-part';
import { asUtf8 } from './xml-encoding';
import type { ZipEntry } from './zip-directory';

/** An opened archive: its parts by their keys. */
type Package = { bytes: Uint8Array; entries: Map<string, ZipEntry> };

async function sourceOf({ bytes, entries }: Package, part: string) {
  const entry = entries.get(part);
  return entry ? asUtf8(entryBytes(bytes, entry)) : undefined;
}

async function textOf(book: Package, part: string): Promise<string | undefined> {
  const source = await sourceOf(book, part);
  return source && readText(source);
}

async function relationshipsIn(book: Package, part: string): Promise<Map<string, Relationship>> {
  const xml = await textOf(book, relationshipsOf(part));
  return xml === undefined ? new Map() : readRelationships(xml, part);
}

function partOfKind(relations: Map<string, Relationship>, kind: string): string | undefined {
  for (const relation of relations.values()) if (relation.kind === kind) return relation.part;
  return undefined;
}

async function readSharedStrings(book: Package, part: string | undefined): Promise<TextCollector> {
  const texts = new TextCollector();
  const source = part === undefined ? undefined : await sourceOf(book, part);
  if (!source) return texts;
  const scanner = new SharedStringsScanner(texts);
  await scanPart(source, scanner.scan);
  scanner.finish();
  return texts;
}

async function readStyles(book: Package, part: string | undefined): Promise<Uint8Array> {
  const xml = part === undefined ? undefined : await textOf(book, part);
  return xml === undefined ? new Uint8Array(0) : readDateStyles(xml);
}

type Scanned = { entry: SheetEntry; columns: PackedColumns; merges: SheetScanner['merges'] };

async function scanSheets(
  book: Package,
  sheets: readonly SheetEntry[],
  relations: Map<string, Relationship>,
  context: BookContext,
): Promise<Scanned[]> {
  const budget = newBudget();
  const seen = new Set<string>();
  const scanned: Scanned[] = [];
  for (const entry of sheets) {
    const relation = relations.get(entry.relation);
    if (!relation) throw new Unrecognised('a sheet without a part');
    // Charts and dialogs are sheets in the list, but have no cells.
    if (relation.kind !== 'worksheet') continue;
    const source = await sourceOf(book, relation.part);
    if (!source || seen.has(relation.part)) throw new Refusal('damaged');
    seen.add(relation.part);
    const columns = new PackedColumns(budget);
    const scanner = new SheetScanner(new CellWriter(context, columns));
    await scanPart(source, scanner.scan);
    scanner.finish();
    scanned.push({ entry, columns, merges: scanner.merges });
  }
  return scanned;
}

async function readBook(bytes: Uint8Array): Promise<Sheet[]> {
  const book: Package = { bytes, entries: openDirectory(bytes, LIMITS.inflatedBytes) };
  const workbookPart = partOfKind(await relationshipsIn(book, ''), 'officeDocument');
  if (!workbookPart?.endsWith('.xml')) throw new Unrecognised('no workbook in XML');
  const workbookXml = await textOf(book, workbookPart);
  if (workbookXml === undefined) throw new Refusal('damaged');
  const { sheets, is1904 } = readWorkbookPart(workbookXml);
  const relations = await relationshipsIn(book, workbookPart);
  const dateStyles = await readStyles(book, partOfKind(relations, 'styles'));
  const texts = await readSharedStrings(book, partOfKind(relations, 'sharedStrings'));
  const context = { texts, sharedCount: texts.count, dateStyles, is1904 };
  const scanned = await scanSheets(book, sheets, relations, context);
  const table = texts.finish();
  return scanned.map(({ entry, columns, merges }) =>
    columns.finish(entry.name, entry.visibility, table, merges),
  );
}

/**
 * Every sheet with cells of an .xlsx, hidden ones too, in the workbook's order. `undefined`: not an
 * .xlsx, or one that holds something this reader does not know; another reader may. Throws
 * ExpectedErrors for files that must not be read at all. Stops when its worker is ended.
 */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<Sheet[] | undefined> {
  if (bytes.length === 0) throw new ExpectedError('import-empty', { file });
  try {
    return await readBook(bytes);
  } catch (error) {
    if (error instanceof Unrecognised) return undefined;
    throw refusedFile(error, file);
  }
}
