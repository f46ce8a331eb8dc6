import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sheet } from '@shared/domain/import/sheet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '@/workers/import/reader/xlsx/read-xlsx';
import { withDefaults } from '../sample/model/options';
import { SHAPES } from '../sample/shapes/shape';
import { writeSample } from '../sample/write/write-sample';
import { CORPUS } from './all-cases';
import { generatedRows, ordinaryCell } from './generated/rows';
import { SHARED_TEXTS } from './generated/texts';
import { readBySheetJs } from './read-by-sheetjs';
import { sheetCells } from './sheet-cells';
import { sheetXml, stylesXml, workbook } from './workbook';

const HIDDEN = ['visible', 'hidden', 'veryHidden'];

const ours = (sheets: readonly Sheet[]) =>
  sheets.map((sheet) => ({
    name: sheet.name,
    hidden: HIDDEN.indexOf(sheet.visibility),
    cells: sheetCells(sheet),
    merges: sheet.merges,
  }));

const READABLE = CORPUS.filter(({ expect: { kind, byOther } }) => kind === 'sheets' && !byOther);

describe('the console and SheetJS', () => {
  const agreeing = READABLE.filter(({ differs }) => differs === undefined);
  it.each(agreeing.map((item) => [item.name, item.bytes] as const))(
    'agree on %s',
    async (_, bytes) => {
      const file = bytes();
      expect(ours((await readXlsx(file, 'a.xlsx')) ?? [])).toEqual(readBySheetJs(file));
    },
  );

  const differing = READABLE.filter(({ differs }) => differs !== undefined);
  it.each(differing.map((item) => [item.name, item.differs, item.bytes] as const))(
    'differ on %s: %s',
    async (_, __, bytes) => {
      const file = bytes();
      const sheets = ours((await readXlsx(file, 'a.xlsx')) ?? []);
      let other: unknown;
      try {
        other = readBySheetJs(file);
      } catch (error) {
        other = error;
      }
      expect(other).not.toEqual(sheets);
    },
  );

  it('agree on whatever an ordinary writer writes', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRows(ordinaryCell), async ({ xml, cells }) => {
        const file = workbook({
          sheets: [{ xml: sheetXml(xml) }],
          shared: SHARED_TEXTS.map((text) => `<t xml:space="preserve">${text}</t>`),
          styles: stylesXml([0, 22, 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '0.00']),
        });
        const [sheet] = ours((await readXlsx(file, 'a.xlsx')) ?? []);
        expect(sheet?.cells).toEqual(cells);
        expect(readBySheetJs(file)[0]?.cells).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each(SHAPES)(
    'agree on the sample workbooks of shape %s, merges included',
    async (shape) => {
      const folder = mkdtempSync(join(tmpdir(), 'qunduo-reader-'));
      try {
        const options = withDefaults({ members: 100, orders: 300, days: 60 });
        const files = {
          folder,
          shape,
          roster: ['xlsx'],
          orders: ['xlsx'],
          interactions: 200,
        } as const;
        writeSample(options, files);
        const names = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
        expect(names.length).toBeGreaterThan(1);
        for (const name of names) {
          const bytes = new Uint8Array(readFileSync(join(folder, name)));
          const sheets = ours((await readXlsx(bytes, name)) ?? []);
          expect(sheets).toEqual(readBySheetJs(bytes));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    30_000,
  );
});
