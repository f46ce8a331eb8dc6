import type { Merge, Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  putCell,
  type TextTableBuilder,
} from '@shared/domain/import/sheet-builder';
import { ExpectedError } from '@shared/lib/errors';
import { recordsOf } from '../compound/records';
import { createSizeLimit, type SizeLimit } from '../size-limit';
import { createCellReader } from './biff-cells';
import { createGlobals, type Globals, RECORD, type Version } from './biff-globals';
import { BrokenRecord } from './record-text';

const BOF = new Map<number, Version>([
  [0x0009, 2],
  [0x0209, 3],
  [0x0409, 4],
  [0x0809, 5],
]);
const IS_BIFF8 = 0x0600;
const GLOBALS = 0x0005;
/** A workbook of several sheets in the fourth generation. */
const OLD_WORKBOOK = 0x0100;
const MOST_MERGES = 1_000_000;

type Content = { kind: number; start: number; pieces: Uint8Array[] };

/** Records with those that continue them, from a place on. */
function* contentsOf(stream: Uint8Array, from: number): Generator<Content> {
  const rest = stream.subarray(from);
  let open: Content | undefined;
  for (const { kind, start, end } of recordsOf(rest)) {
    if (kind === RECORD.continue && open) {
      open.pieces.push(rest.subarray(start, end));
      continue;
    }
    if (open) yield open;
    open = { kind, start: from + start - 4, pieces: [rest.subarray(start, end)] };
  }
  if (open) yield open;
}

function versionOf(stream: Uint8Array): { version: Version; part: number } {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const version = BOF.get(view.getUint16(0, true));
  if (version === undefined) throw new BrokenRecord('no beginning');
  const isLatest = version === 5 && view.getUint16(4, true) >= IS_BIFF8;
  return { version: isLatest ? 8 : version, part: view.getUint16(6, true) };
}

/** The globals end with their part; a lone sheet has them among its own records. */
function readGlobals(stream: Uint8Array, version: Version): Globals {
  const globals = createGlobals(version);
  let depth = 0;
  for (const { kind, pieces } of contentsOf(stream, 0)) {
    if (BOF.has(kind)) depth += 1;
    else if (kind === RECORD.eof) {
      depth -= 1;
      if (depth <= 0) break;
    } else if (depth === 1) globals.take(kind, pieces);
  }
  return globals;
}

/** The cells from one beginning to its end; charts between have their own. */
function readSheet(
  stream: Uint8Array,
  start: number,
  name: string,
  globals: Globals,
  texts: TextTableBuilder,
  allow: SizeLimit,
) {
  const builder = createSheetBuilder(name);
  const merges: Merge[] = [];
  let height = 0;
  let width = 0;
  const reader = createCellReader(globals, {
    put: (row, column, cell) => {
      if (row >= height || column >= width) {
        height = Math.max(height, row + 1);
        width = Math.max(width, column + 1);
        allow.cell(width, height);
      }
      putCell(builder, texts, row, column, cell);
    },
    merge: (merge) => {
      if (merges.length < MOST_MERGES) merges.push(merge);
    },
  });
  let depth = 0;
  for (const { kind, pieces } of contentsOf(stream, start)) {
    if (BOF.has(kind)) depth += 1;
    else if (kind === RECORD.eof) {
      depth -= 1;
      if (depth <= 0) break;
    } else if (depth === 1) reader.take(kind, pieces);
    else if (depth === 0) throw new BrokenRecord('a sheet without a beginning');
  }
  return { builder, merges };
}

function readBook(stream: Uint8Array, file: string): Sheet[] {
  const { version, part } = versionOf(stream);
  const globals = readGlobals(stream, version);
  const texts = createTextTable();
  const allow = createSizeLimit(file);
  const isBook = (version >= 5 && part === GLOBALS) || (version === 4 && part === OLD_WORKBOOK);
  const listed = isBook
    ? globals.sheets.filter(({ isWorksheet }) => isWorksheet)
    : [{ name: 'Sheet1', visibility: 'visible' as const, start: 0 }];
  const read = listed.map(({ name, visibility, start }) => {
    if (start >= stream.length) throw new BrokenRecord('a sheet beyond the file');
    return { ...readSheet(stream, start, name, globals, texts, allow), visibility };
  });
  const table = texts.finish();
  return read.map(({ builder, merges, visibility }) => ({
    ...builder.finish(table, merges),
    visibility,
  }));
}

/**
 * Every worksheet of an .xls by its records, from Excel 2 to Excel 2003, hidden ones too. No count or
 * length is trusted beyond the record that holds it.
 */
export function readBiff(stream: Uint8Array, file: string): Sheet[] {
  try {
    return readBook(stream, file);
  } catch (error) {
    // A field beyond its record is a RangeError of the view on it.
    const isBroken = error instanceof BrokenRecord || error instanceof RangeError;
    throw isBroken ? new ExpectedError('import-damaged', { file }) : error;
  }
}
