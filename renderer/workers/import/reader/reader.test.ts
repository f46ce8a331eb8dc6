import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type BookType, CFB, utils, write } from 'xlsx';
import { readSheets } from './read-sheets';
import { refusalOf, rowsOf, utf8 } from './testing/rows-of';

function workbook(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['订单号', '支付时间', '金额', '错'],
    [
      '00123',
      { t: 'n', v: 46339.3368055556, z: 'yyyy"年"m"月"d"日" h:mm' },
      69.2,
      { t: 'e', v: 42 },
    ],
    [],
    [null, null, { t: 'n', v: 13800138000 }],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '订单');
  return new Uint8Array(write(book, { type: 'array', bookType }));
}

describe('workbooks', () => {
  it.each<BookType>(['xlsx', 'xlsb', 'biff8', 'ods'])(
    'of format %s give the same cells',
    async (type) => {
      const [sheet] = (await readSheets(workbook(type), 'a.xlsx')).sheets;
      const rows = rowsOf(sheet);
      expect(sheet?.name).toBe('订单');
      expect(rows[0]).toEqual(['订单号', '支付时间', '金额', '错']);
      const [no, paidAt, amount] = rows[1] ?? [];
      expect(no).toBe('00123');
      expect(paidAt).toEqual(new Date(Date.UTC(2026, 10, 13, 8, 5)));
      expect(amount).toBe(69.2);
      expect(rows[3]?.[2]).toBe(13800138000);
    },
  );

  it('tell a failed formula from text', async () => {
    const [sheet] = (await readSheets(workbook('xlsx'), 'a.xlsx')).sheets;
    expect(rowsOf(sheet)[1]?.[3]).toEqual({
      error: '#N/A',
    });
  });

  it('named .xls may be HTML tables, whose cells stay text', async () => {
    const html =
      '<html><meta charset="gb2312"><table><tr><td>订单号</td><td>电话</td></tr><tr><td>440301199001011234</td><td>013</td></tr></table></html>';
    expect(rowsOf((await readSheets(utf8(html), 'a.xls')).sheets[0])).toEqual([
      ['订单号', '电话'],
      ['440301199001011234', '013'],
    ]);
  });

  it('tell which sheets a person sees', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), '看得见');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['b']]), '藏起来');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 2 }] };
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
    const { sheets } = await readSheets(bytes, 'a.xlsx');
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['看得见', 'visible'],
      ['藏起来', 'veryHidden'],
    ]);
  });
});

describe('what is no spreadsheet', () => {
  const png = new Uint8Array([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1, 2, 3,
  ]);
  const emptyZip = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);
  const compound = new Uint8Array(4096);
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const document = zipSync({ 'word/document.xml': utf8('<w:document/>'), 'a.txt': utf8('a') });
  const vault = CFB.utils.cfb_new();
  CFB.utils.cfb_add(vault, '/EncryptedPackage', [1, 2, 3]);
  CFB.utils.cfb_add(vault, '/EncryptionInfo', [4, 0, 4, 0, 0x40, 0, 0, 0]);
  const protectedBook = new Uint8Array(CFB.write(vault, { type: 'array' }) as number[]);

  it.each([
    ['a picture renamed', png, 'import-not-a-sheet'],
    ['a text document', document, 'import-not-a-sheet'],
    ['a PDF', utf8('%PDF-1.7\n%âãÏÓ'), 'import-not-a-sheet'],
    ['an empty zip', emptyZip, 'import-not-a-sheet'],
    ['a document renamed', zipSync({ 'word/document.xml': utf8('<a/>') }), 'import-not-a-sheet'],
    ['an empty file', new Uint8Array(0), 'import-empty'],
    ['blank lines', utf8('\n\n , ,\n'.replace(/ /g, '')), 'import-empty'],
    ['half a workbook', workbook('xlsx').slice(0, 700), 'import-damaged'],
    ['a broken compound file', compound, 'import-damaged'],
    ['a protected workbook', protectedBook, 'import-encrypted'],
    [
      'an XML bomb',
      utf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'),
      'import-unsafe-xml',
    ],
  ])('%s is refused with its reason', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});
