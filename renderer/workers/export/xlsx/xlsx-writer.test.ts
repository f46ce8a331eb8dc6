import type { ExportValue } from '@shared/domain/export/export-column';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import type { TableColumn } from '../table-writer';
import { XlsxWriter } from './xlsx-writer';

const COLUMNS: TableColumn[] = [
  { title: '姓名', type: 'text' },
  { title: '手机号', type: 'phone' },
  { title: '下单时间', type: 'moment' },
  { title: '生日', type: 'day' },
  { title: '金额', type: 'money' },
  { title: '数量', type: 'integer' },
  { title: '转化率', type: 'rate' },
];

async function written(rows: ExportValue[][], columns = COLUMNS, maxRows?: number) {
  const spec = {
    sheetName: '成员',
    columns,
    timeZone: 'Asia/Shanghai',
    createdAtMs: Date.UTC(2026, 10, 22),
    cutMark: '…（已截断）',
  };
  const writer = new XlsxWriter(spec, maxRows);
  await writer.write(rows);
  const bytes = await writer.end();
  return { bytes, writer, book: read(bytes, { type: 'array', cellNF: true, cellStyles: true }) };
}

const firstSheet = ({ book }: Awaited<ReturnType<typeof written>>) => {
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('no sheet');
  return sheet;
};

describe('a workbook', () => {
  it('keeps phones as text, dates as dates, money as numbers with two decimals', async () => {
    const at = Date.UTC(2026, 10, 13, 0, 5, 7);
    const made = await written([['王芳', '13800138000', at, '1990-02-28', 3980, 2, 0.1934]]);
    const sheet = firstSheet(made);
    expect(sheet.A2).toMatchObject({ t: 's', v: '王芳' });
    expect(sheet.B2).toMatchObject({ t: 's', v: '13800138000', z: '@' });
    expect(sheet.C2).toMatchObject({ t: 'n', w: '2026-11-13 08:05:07' });
    expect(sheet.D2).toMatchObject({ t: 'n', w: '1990-02-28' });
    expect(sheet.E2).toMatchObject({ t: 'n', v: 39.8, w: '39.80' });
    expect(sheet.F2).toMatchObject({ t: 'n', v: 2, w: '2' });
    expect(sheet.G2).toMatchObject({ t: 'n', v: 0.1934, w: '19.3%' });
  });

  it('tells midnight as a day, and days before the spreadsheet calendar as text', async () => {
    const midnight = Date.UTC(2026, 10, 12, 16);
    const sheet = firstSheet(await written([['', '', midnight, '1900-02-01', -5]]));
    expect(sheet.C2).toMatchObject({ w: '2026-11-13' });
    expect(sheet.D2).toMatchObject({ t: 's', v: '1900-02-01' });
    expect(sheet.E2).toMatchObject({ v: -0.05 });
    expect(sheet.A2).toBeUndefined();
  });

  it('has a frozen bold head, a filter over all rows and widths by what is inside', async () => {
    const { bytes } = await written([['一个很长很长很长的名字', '13800138000']]);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const order = [...xml.matchAll(/<(\w+)[ >]/g)].map((match) => match[1]);
    const top = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'autoFilter',
    ].concat(['pageMargins', 'pageSetup', 'ignoredErrors']);
    expect(order.filter((name) => top.includes(name ?? ''))).toEqual(top);
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toContain('<autoFilter ref="A1:G2"/>');
    expect(xml).toContain('<col min="1" max="1" width="24.7109375" customWidth="1"/>');
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('<b/>');
  });

  it('names every part in its list of contents and its relations', async () => {
    const { bytes } = await written([['a'], ['b'], ['c']], COLUMNS.slice(0, 1), 2);
    const parts = unzipSync(bytes);
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
    const named = [...types.matchAll(/PartName="\/([^"]+)"/g)].map((match) => match[1]);
    const real = Object.keys(parts).filter((name) => !/rels$|^\[/.test(name));
    expect(named.sort()).toEqual(real.sort());
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  });

  it('goes on in another sheet where one is full', async () => {
    const { book } = await written([['a'], ['b'], ['c'], ['d'], ['e']], COLUMNS.slice(0, 1), 2);
    expect(book.SheetNames).toEqual(['成员', '成员 (2)', '成员 (3)']);
    const rows = book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      return sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1 }).flat() : [];
    });
    expect(rows).toEqual([
      ['姓名', 'a', 'b'],
      ['姓名', 'c', 'd'],
      ['姓名', 'e'],
    ]);
  });

  it('cuts what no cell can hold, with a mark, and counts it', async () => {
    const made = await written([['长'.repeat(40_000)]]);
    const text = String(firstSheet(made).A2?.v);
    expect(text).toHaveLength(32_767);
    expect(text.endsWith('…（已截断）')).toBe(true);
    expect(made.writer.cutCount).toBe(1);
  });

  it('keeps what begins like a formula as text, also when somebody edits the cell', async () => {
    const { bytes, book } = await written([['=1+1'], ['＠SUM(A1)'], ['平常']]);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    expect(sheet?.A2).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet?.A2?.f).toBeUndefined();
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<c r="A2" s="2" t="inlineStr"><is><t>=1+1');
    expect(xml).toContain('<c r="A3" s="2" t="inlineStr"><is><t>＠SUM');
    expect(xml).toContain('<c r="A4" t="inlineStr"><is><t>平常');
  });

  it('of many rows, written in many pieces, holds each of them', async () => {
    const rows = Array.from({ length: 9000 }, (_, n) => [`第 ${n} 位`, `138${10_000_000 + n}`]);
    const sheet = firstSheet(await written(rows));
    const back = utils.sheet_to_json<string[]>(sheet, { header: 1 }).slice(1);
    expect(back).toEqual(rows);
  });

  it('of no rows has its head alone', async () => {
    const sheet = firstSheet(await written([]));
    expect(sheet['!ref']).toBe('A1:G1');
  });

  it('gives back any text to the letter', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const plain = values.filter((text) => !/^['‘’]/.test(text));
        const made = await written(
          plain.map((text) => [text]),
          COLUMNS.slice(0, 1),
        );
        const sheet = firstSheet(made);
        const back = plain.map((_, at) => sheet[`A${at + 2}`]?.v);
        expect(back).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });
});
