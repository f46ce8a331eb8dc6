import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type BookType, CFB, utils, write } from 'xlsx';
import { encodeText } from './testing/encode';
import { hex, refusalOf, utf8 } from './testing/rows-of';

const ROWS = Array.from({ length: 40 }, (_, row) => [`E${row}`, row * 1.5, `王芳${row % 7}`, true]);

function workbook(bookType: BookType): Uint8Array {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(ROWS), '订单');
  utils.book_append_sheet(made, utils.aoa_to_sheet([['b', { t: 'e', v: 42 }]]), '二');
  return new Uint8Array(write(made, { type: 'array', bookType }) as ArrayBuffer);
}

function compound(streams: Record<string, number[]>): Uint8Array {
  const made = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    CFB.utils.cfb_add(made, `/${name}`, content);
  return Uint8Array.from(CFB.write(made, { type: 'array' }) as number[]);
}

const zeros = (length: number) => new Uint8Array(length);
const noise = Uint8Array.from(
  { length: 5000 },
  (_, index) => (index * index * 31 + 7 * index) & 255,
);
const png = hex('89504e470d0a1a0a0000000d494844520000000100000001080600000015c4892700000000');
const FOREIGN: [string, Uint8Array][] = [
  ['a PDF', utf8('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
  ['a PNG', png],
  ['a JPEG', hex('ffd8ffe000104a46494600010101')],
  ['a GIF', utf8('GIF89a\u0001\u0000')],
  ['a photo of a phone', hex('00000024667479706865696300000000')],
  ['a program for Windows', hex('4d5a90000300000004000000ffff0000b800')],
  ['a program for Linux', hex('7f454c4602010100000000000000')],
  ['a RAR', utf8('Rar!\u001a\u0007\u0000')],
  ['a 7z', hex('377abcaf271c0004')],
  ['a gzip', hex('1f8b0800000000000003')],
  ['an RTF', utf8('{\\rtf1\\ansi hello}')],
  ['JSON', utf8('[{"name":"王芳"},{"name":"李强"}]')],
  ['a JSON object', utf8('{"orders": []}')],
  ['PostScript', utf8('%!PS-Adobe-3.0')],
  ['a database', utf8('SQLite format 3\u0000')],
  ['a zip of pictures', zipSync({ '1.png': png, '2.png': png })],
  [
    'a .docx',
    zipSync({
      '[Content_Types].xml': utf8('<Types/>'),
      'word/document.xml': utf8('<w:document/>'),
    }),
  ],
  [
    'a .pptx',
    zipSync({
      '[Content_Types].xml': utf8('<Types/>'),
      'ppt/presentation.xml': utf8('<p:presentation/>'),
    }),
  ],
  [
    'a Numbers document',
    zipSync({ 'Index/Document.iwa': noise, 'Metadata/Properties.plist': noise }),
  ],
  ['an old Word document', compound({ WordDocument: [...noise], '1Table': [1, 2, 3] })],
  ['an old presentation', compound({ 'PowerPoint Document': [...noise] })],
  ['noise', noise],
  ['a picture in XML', utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a feed', utf8('<?xml version="1.0"?><rss><channel><title>a</title></channel></rss>')],
];

describe('a file that is no spreadsheet', () => {
  it.each(FOREIGN)('is refused as such, whatever it is called: %s', async (_, bytes) => {
    const startedAt = performance.now();
    for (const name of ['订单.xlsx', '订单.csv']) {
      expect(await refusalOf(bytes, name)).toBe('import-not-a-sheet');
    }
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it.each([
    ['nothing', zeros(0), 'import-empty'],
    ['blank lines', utf8('\r\n\r\n , ,\r\n'.replace(/ /g, '')), 'import-empty'],
    ['only a mark', hex('efbbbf'), 'import-empty'],
    ['only a mark of UTF-16', hex('fffe'), 'import-empty'],
    ['only zero bytes', zeros(4096), 'import-empty'],
    ['half a workbook', workbook('xlsx').slice(0, 900), 'import-damaged'],
    ['half an .xls', workbook('biff8').slice(0, 3000), 'import-damaged'],
    ['half an .xlsb', workbook('xlsb').slice(0, 5000), 'import-damaged'],
    ['half an .ods', workbook('ods').slice(0, 4000), 'import-damaged'],
    [
      'an .xls whose first record lies',
      hex('0908100000060500bb0dcc070000000006000000 ffff ffff 00'),
      'import-damaged',
    ],
  ])('is refused with its reason when there is %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});

const GOOD: [string, Uint8Array][] = [
  ['.xls', workbook('biff8')],
  ['.xls before Excel 97', workbook('biff5')],
  ['.xls of one sheet', workbook('biff2')],
  ['.xlsb', workbook('xlsb')],
  ['.ods', workbook('ods')],
  ['.fods', workbook('fods')],
  ['Excel 2003 XML', workbook('xlml')],
  [
    'HTML',
    utf8(
      `<html><body><table>${'<tr><td rowspan=2>a</td><td x:str="b">c</td></tr>'.repeat(30)}</table></body></html>`,
    ),
  ],
  [
    'HTML in GBK',
    encodeText(
      `<html><meta charset=gbk><table>${'<tr><td>王芳</td></tr>'.repeat(30)}</table></html>`,
      'gb18030',
    ),
  ],
  ['text', utf8('姓名,手机号\n"王,芳",138\n'.repeat(30))],
  ['text in UTF-16', encodeText('\ufeff姓名\t手机号\n王芳\t138\n'.repeat(30), 'utf-16le')],
];

describe('a file that was damaged on its way', () => {
  it.each(GOOD)(
    'is read or refused, and never takes the reader along: %s',
    async (_, good) => {
      const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
      const changes = fc.array(change, { maxLength: 20 });
      const cut = fc.option(fc.nat(good.length), { nil: undefined, freq: 3 });
      await fc.assert(
        fc.asyncProperty(changes, cut, async (broken, length) => {
          const bytes = good.slice(0, length);
          for (const [place, byte] of broken) if (place < bytes.length) bytes[place] = byte;
          const startedAt = performance.now();
          expect(await refusalOf(bytes)).toMatch(/^(?:read|import-[a-z-]+)$/);
          expect(performance.now() - startedAt).toBeLessThan(2000);
        }),
        { numRuns: 60 },
      );
    },
    30_000,
  );
});
