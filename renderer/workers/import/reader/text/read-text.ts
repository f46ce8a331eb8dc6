import { CELL, type Sheet } from '@shared/domain/import/sheet';
import { createSheetBuilder } from '@shared/domain/import/sheet-builder';
import type { SizeLimit } from '../size-limit';
import { createByteTexts } from './byte-texts';
import { type ColumnMemory, createColumnMemory } from './column-memory';
import { findSeparator } from './delimiter';
import { createTextScanner } from './text-scanner';
import { toUtf8 } from './to-utf8';

const HASH_START = 0x811c9dc5;
const HASH_STEP = 0x01000193;

/** A text file as one sheet; every cell is text, as long ids and phones need it. */
export function readText(
  bytes: Uint8Array,
  encoding: string,
  name: string,
  allow: SizeLimit,
): Sheet {
  const { delimiter, hintBytes } = findSeparator(bytes, encoding);
  const texts = createByteTexts();
  const builder = createSheetBuilder(name);
  const memories: ColumnMemory[] = [];
  // The hint for Excel is the file's first row, and a blank one.
  const firstRow = hintBytes > 0 ? 1 : 0;

  const scanner = createTextScanner(delimiter, {
    cell: (row, column, from, start, end) => {
      let hash = HASH_START;
      let all = 0;
      for (let at = start; at < end; at++) {
        const byte = from[at] ?? 0;
        all |= byte;
        hash = Math.imul(hash ^ byte, HASH_STEP);
      }
      hash ^= hash >>> 15;
      let memory = memories[column];
      if (!memory) {
        allow.column(column);
        memory = createColumnMemory();
        memories[column] = memory;
      }
      let place = memory.find(hash, from, start, end);
      if (place < 0) {
        place = texts.add(from, start, end, all < 0x80);
        memory.keep(hash, from, start, end, place);
      }
      builder.put(row + firstRow, column, CELL.text, place);
    },
    endRow: () => allow.row(memories.length),
  });
  let skip = hintBytes;
  for (const piece of toUtf8(bytes, encoding)) {
    scanner.push(skip > 0 ? piece.subarray(skip) : piece);
    skip = Math.max(0, skip - piece.length);
  }
  scanner.end();
  return builder.finish(texts.finish());
}
