import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellWriter } from '@/workers/import/reader/xlsx/cell-writer';
import { newBudget, PackedColumns } from '@/workers/import/reader/xlsx/packed-columns';
import { scanPart } from '@/workers/import/reader/xlsx/scan-part';
import { SheetScanner } from '@/workers/import/reader/xlsx/sheet-scanner';
import { TextCollector } from '@/workers/import/reader/xlsx/text-collector';
import { generatedRows, oddCell } from './generated/rows';
import { SHARED_TEXTS } from './generated/texts';
import { sheetCells } from './sheet-cells';
import { sheetXml } from './workbook';
import { utf8 } from './zip-writer';

/** Reads a sheet whose bytes come in pieces of this size. */
async function scan(xml: string, pieceBytes: number) {
  const texts = new TextCollector();
  for (const text of SHARED_TEXTS.map(utf8)) texts.add(text, 0, text.length);
  const dateStyles = Uint8Array.of(0, 1, 1, 0);
  const book = { texts, sharedCount: texts.count, dateStyles, is1904: false };
  const columns = new PackedColumns(newBudget());
  const scanner = new SheetScanner(new CellWriter(book, columns));
  const bytes = utf8(xml);
  let at = 0;
  await scanPart(
    async () => {
      if (at >= bytes.length) return undefined;
      at += pieceBytes;
      return bytes.slice(at - pieceBytes, at);
    },
    scanner.scan,
    1,
  );
  scanner.finish();
  return sheetCells(columns.finish('', 'visible', texts.finish(), scanner.merges));
}

/** Behind the last row, so that no cell is near the end of the buffer. */
const PADDING = ' '.repeat(5000);

describe('scanning a sheet', () => {
  it('comes to the same cells the short way and the general way', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRows(oddCell), async ({ xml, cells }) => {
        expect(await scan(sheetXml(xml + PADDING), 1 << 20)).toEqual(cells);
        expect(await scan(sheetXml(xml), 1500)).toEqual(cells);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('comes to the same cells wherever its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        generatedRows(oddCell),
        fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1000, max: 6000 })),
        async ({ xml, cells }, pieceBytes) => {
          expect(await scan(sheetXml(xml), pieceBytes)).toEqual(cells);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);
});
