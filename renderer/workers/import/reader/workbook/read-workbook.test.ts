import { describe, expect, it } from 'vitest';
import { type BookType, type CellObject, CFB, utils, type WorkBook, write } from 'xlsx';
import { readSheets } from '../read-sheets';
import { hex, refusalOf, rowsOf, rowsRead } from '../testing/rows-of';

type Given = string | number | boolean | null | CellObject;

function book(rows: Given[][], name = '订单'): WorkBook {
  const made = utils.book_new();
  utils.book_append_sheet(made, utils.aoa_to_sheet(rows), name);
  return made;
}

const bytesOf = (made: WorkBook, bookType: BookType) =>
  new Uint8Array(write(made, { type: 'array', bookType }) as ArrayBuffer);

const at = (hour: number, minute: number) => new Date(Date.UTC(2026, 10, 13, hour, minute));
const FORMATS: BookType[] = ['biff8', 'xlsb', 'xlsx', 'ods', 'fods', 'xlml'];

describe('a workbook of an old or binary format', () => {
  it.each(FORMATS)('gives every kind of cell: %s', async (type) => {
    const made = book([
      ['王芳\n女', '00123', 69.2, true],
      [
        { t: 'n', v: 46339.3368055556, z: 'yyyy-mm-dd hh:mm' },
        { t: 'n', v: 46339, z: '0.00' },
      ],
      [],
      [null, null, null, '<b>&amp;</b>'],
    ]);
    expect(await rowsRead(bytesOf(made, type))).toEqual([
      ['王芳\n女', '00123', 69.2, true],
      [at(8, 5), 46339],
      [],
      [null, null, null, '<b>&amp;</b>'],
    ]);
  });

  it.each<BookType>(['biff8', 'xlsb', 'xlsx', 'xlml'])(
    'tells errors, merges and hidden sheets: %s',
    async (type) => {
      const made = book([[{ t: 'e', v: 42 }, { t: 'e', v: 7 }, 'a'], ['b']]);
      const first = made.Sheets.订单;
      if (first) first['!merges'] = [{ s: { r: 0, c: 2 }, e: { r: 1, c: 3 } }];
      for (const name of ['藏', '深藏']) {
        utils.book_append_sheet(made, utils.aoa_to_sheet([[name]]), name);
      }
      made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
      const { sheets } = await readSheets(bytesOf(made, type), 'a');
      expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
        ['订单', 'visible'],
        ['藏', 'hidden'],
        ['深藏', 'veryHidden'],
      ]);
      expect(rowsOf(sheets[0])).toEqual([[{ error: '#N/A' }, { error: '#DIV/0!' }, 'a'], ['b']]);
      expect(sheets[0]?.merges).toEqual([{ top: 0, left: 2, bottom: 1, right: 3 }]);
    },
  );

  it.each<BookType>(['biff8', 'xlsb'])('counts from 1904 where it says so: %s', async (type) => {
    const made = book([['日期'], [{ t: 'n', v: 44877, z: 'yyyy-mm-dd' }]]);
    made.Workbook = { WBProps: { date1904: true } };
    expect((await rowsRead(bytesOf(made, type)))[1]).toEqual([at(0, 0)]);
  });

  it.each([14, 27, 31, 36, 57, 58])('shows dates in the built-in format %i', async (format) => {
    const bytes = bytesOf(book([['日期', { t: 'n', v: 46339, z: 'm/d/yy' }]]), 'biff8');
    const stream = Buffer.from(
      (CFB.find(CFB.read(Buffer.from(bytes), { type: 'buffer' }), '/Workbook')?.content ??
        []) as number[],
    );
    for (let place = 0; place + 4 <= stream.length; place += 4 + stream.readUInt16LE(place + 2)) {
      const isFormat = stream.readUInt16LE(place) === 0x00e0;
      if (isFormat && stream.readUInt16LE(place + 6) === 14)
        stream.writeUInt16LE(format, place + 6);
    }
    expect(await rowsRead(Uint8Array.from(stream))).toEqual([['日期', at(0, 0)]]);
  });

  it.each(['biff2', 'biff3', 'biff4', 'biff5'])('may be from before Excel 97: %s', async (type) => {
    const rows = [
      ['Name', 'Phone', 12.5],
      ['Wang', '13800138000', -3],
    ];
    expect(await rowsRead(bytesOf(book(rows, 'Sheet1'), type as BookType))).toEqual(rows);
  });

  it('from before Excel 97 has its texts in the code page of its computer', async () => {
    // BIFF5: BOF (a sheet), CODEPAGE 936, DIMENSIONS, LABEL 王芳 in A1, EOF.
    const stream = hex(`
      0908 0800 0005 1000 0000 0000
      4200 0200 a803
      0402 0c00 0000 0000 0000 0400 cdf5 b7bc
      0a00 0000`);
    expect(await rowsRead(stream)).toEqual([['王芳']]);
  });

  it('may be long', async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => [
      `E${row}`,
      row / 100,
      '王芳',
      null,
      true,
    ]);
    const read = await rowsRead(bytesOf(book(rows), 'biff8'));
    expect(read).toEqual(rows);
  });

  it('is refused when it has no cells', async () => {
    for (const type of FORMATS)
      expect(await refusalOf(bytesOf(book([[]]), type))).toBe('import-empty');
  });
});
