import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../read-sheets';
import { createSizeLimit } from '../size-limit';
import { encodeText } from '../testing/encode';
import { refusalOf, rowsOf, rowsRead, utf8 } from '../testing/rows-of';
import { readText } from './read-text';
import { createTextScanner } from './text-scanner';

const LIST = '姓名,手机号,小区\r\n王芳,13800138000,阳光花园\r\n李强,13900139000,翠竹苑\r\n';
const ROWS = [
  ['姓名', '手机号', '小区'],
  ['王芳', '13800138000', '阳光花园'],
  ['李强', '13900139000', '翠竹苑'],
];
const TRADITIONAL =
  '訂單編號,收貨人,聯絡電話\r\nA1001,陳美麗,0912345678\r\nA1002,張國華,0987654321\r\n';

/** Every cell that the scanner tells when the bytes come in pieces of this size. */
function scanned(bytes: Uint8Array, size: number): string[] {
  const told: string[] = [];
  const scanner = createTextScanner(0x2c, {
    cell: (row, column, from, start, end) =>
      told.push(`${row} ${column} ${new TextDecoder().decode(from.subarray(start, end))}`),
    endRow: (width) => told.push(`end ${width}`),
  });
  for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
  scanner.end();
  return told;
}

const MARK = '\ufeff';

describe('the encoding of a text file', () => {
  it.each([
    ['utf-8', LIST],
    ['utf-8', MARK + LIST],
    ['gb18030', LIST],
    ['utf-16le', MARK + LIST],
    ['utf-16be', MARK + LIST],
    ['utf-16le', LIST],
    ['utf-16be', LIST],
  ])('is recognised: %s', async (encoding, text) => {
    const read = await readSheets(encodeText(text, encoding), '名单.csv');
    expect(read.encoding).toBe(encoding);
    expect(rowsOf(read.sheets[0])).toEqual(ROWS);
  });

  it('is Big5 where that is certain', async () => {
    const read = await readSheets(encodeText(TRADITIONAL, 'big5'), 'a.csv');
    expect(read.encoding).toBe('big5');
    expect(rowsOf(read.sheets[0])[1]).toEqual(['A1001', '陳美麗', '0912345678']);
    expect((await readSheets(encodeText(TRADITIONAL, 'gb18030'), 'a.csv')).encoding).toBe(
      'gb18030',
    );
  });

  it('may be chosen instead, from those that fit', async () => {
    const bytes = encodeText(TRADITIONAL, 'big5');
    const { encodings } = await readSheets(bytes, 'a.csv');
    expect(encodings).toContain('gb18030');
    const again = await readSheets(bytes, 'a.csv', { encoding: 'gb18030' });
    expect(again.encoding).toBe('gb18030');
    expect(again.encodings).toContain('big5');
    expect((await readSheets(utf8('name,phone\nWang,138'), 'a.csv')).encodings).toEqual([]);
  });

  it('shows behind thousands of rows without one Chinese letter', async () => {
    const plain = 'name,phone\n'.repeat(40_000);
    const bytes = new Uint8Array([...utf8(plain), ...encodeText('王芳,138', 'gb18030')]);
    const { encoding, sheets } = await readSheets(bytes, 'a.csv');
    expect(encoding).toBe('gb18030');
    expect(rowsOf(sheets[0])[40_000]).toEqual(['王芳', '138']);
  });

  it('stays UTF-8 where one letter of a long list is broken', async () => {
    const bytes = utf8(LIST.repeat(50));
    bytes[bytes.length - 5] = 0x20;
    expect((await readSheets(bytes, 'a.csv')).encoding).toBe('utf-8');
  });

  it('keeps letters whole that lie over the border of two pieces', async () => {
    for (const encoding of ['gb18030', 'utf-16le']) {
      const bytes = encodeText(`,${'王芳,李强\n'.repeat(130_000)}`, encoding);
      const sheet = readText(bytes, encoding, 'a', createSizeLimit('a'));
      const rows = rowsOf(sheet);
      expect(rows).toHaveLength(130_000);
      expect(rows.slice(1).every((row) => row[0] === '王芳' && row[1] === '李强')).toBe(true);
    }
  });
});

describe('the cells of a text file', () => {
  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'pipe'],
  ])('are parted by %j (%s), quoted or not', async (mark) => {
    const text = `姓名${mark}备注\n"王${mark}芳"${mark}"一\r\n""二"""\n李强${mark}\n`;
    expect(await rowsRead(utf8(text))).toEqual([
      ['姓名', '备注'],
      [`王${mark}芳`, '一\n"二"'],
      ['李强'],
    ]);
  });

  it.each([
    [
      'breaks of every kind',
      'a,b\r1,2\n3,4\r\n5,6',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    ['blank rows keep their number', 'a,b\n\n\n1,2\n\n', [['a', 'b'], [], [], ['1', '2']]],
    ['the hint for Excel', 'sep=;\r\na;b,c\r\n1;2', [[], ['a', 'b,c'], ['1', '2']]],
    ['a quoted hint', '"sep=|"\na|b', [[], ['a', 'b']]],
    ['delimiters at the end', 'a,b,,\n1,,,\n', [['a', 'b'], ['1']]],
    [
      'zero bytes',
      'a,b\n1\u00003,\u00002\n',
      [
        ['a', 'b'],
        ['13', '2'],
      ],
    ],
    [
      'the text trick of Excel',
      'a,b\n="00123","=""0045"""\n',
      [
        ['a', 'b'],
        ['00123', '0045'],
      ],
    ],
    [
      'an apostrophe before digits',
      "a,b\n'00123,'t Hof\n",
      [
        ['a', 'b'],
        ['00123', "'t Hof"],
      ],
    ],
    [
      'an apostrophe before a formula',
      "a,b\n'=1+1,'@x\n",
      [
        ['a', 'b'],
        ['=1+1', '@x'],
      ],
    ],
    [
      'tabs around a number',
      'a,b\n\t00123,4403\t\n"5\t"\t,6\n',
      [
        ['a', 'b'],
        ['00123', '4403'],
        ['5', '6'],
      ],
    ],
    [
      'quotes inside',
      'a,b\n15" 屏,"15" 屏"\n',
      [
        ['a', 'b'],
        ['15" 屏', '15" 屏'],
      ],
    ],
    [
      'blanks behind a quote',
      'a,b\n"1" ,"2"\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a quote that is never closed',
      'a,b\n1,"2\n3,4\n',
      [
        ['a', 'b'],
        ['1', '"2'],
        ['3', '4'],
      ],
    ],
    [
      'a quote at the very end',
      'a,b\n1,"',
      [
        ['a', 'b'],
        ['1', '"'],
      ],
    ],
    ['one column', '姓名\n王芳\n', [['姓名'], ['王芳']]],
    [
      'markup and formulas',
      'a,b\n<b>x</b>,=HYPERLINK(1)\n',
      [
        ['a', 'b'],
        ['<b>x</b>', '=HYPERLINK(1)'],
      ],
    ],
  ])('take what files really hold: %s', async (_, text, rows) => {
    expect(await rowsRead(utf8(text))).toEqual(rows);
  });

  it('keep long ids and leading zeros as text', async () => {
    expect((await rowsRead(utf8('订单号,电话\n440301199001011234,00861380')))[1]).toEqual([
      '440301199001011234',
      '00861380',
    ]);
  });

  it('are the same as those of PapaParse for any table', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '王', '😀', '"', ',', '\n', ' ', '1', 'é'),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 });
    const newline = fc.constantFrom('\r\n', '\n', '\r');
    fc.assert(
      fc.property(table, newline, fc.boolean(), (rows, lineBreak, quotes) => {
        const text = `h,h\r\n${Papa.unparse(rows, { newline: lineBreak, quotes })}`.replace(
          /^h,h\r\n/,
          `h,h${lineBreak}`,
        );
        const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline: lineBreak });
        const sheet = readText(utf8(text), 'utf-8', 'a', createSizeLimit('a'));
        const read = rowsOf(sheet);
        const expected = data.map((row) => {
          const filled = row.findLastIndex((value) => value !== '');
          return row.slice(0, filled + 1).map((value) => (value === '' ? null : value));
        });
        while (expected.length > 0 && expected[expected.length - 1]?.length === 0) expected.pop();
        expect(read).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on where a piece ends', () => {
    const letter = fc.constantFrom('a', '王', '"', ',', '\n', '\r', ' ', '\t', "'", '=', '1', '\0');
    fc.assert(
      fc.property(fc.string({ unit: letter }), fc.integer({ min: 1, max: 5 }), (text, size) => {
        expect(scanned(utf8(text), size)).toEqual(scanned(utf8(text), text.length * 3 + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text file that will not do', () => {
  it('is read in time although every quote in it is a trap', async () => {
    const trap = utf8('"a,b\n'.repeat(200_000));
    const startedAt = performance.now();
    expect(await refusalOf(trap)).toBe('read');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('may be huge only in what it claims', async () => {
    const wide = `${'a,'.repeat(16_000)}\n${'\n'.repeat(20_000)}${'a,'.repeat(16_000)}`;
    expect(await refusalOf(utf8(wide))).toBe('import-too-large');
    expect(await refusalOf(utf8('a,'.repeat(20_000)))).toBe('import-too-large');
  });
});
