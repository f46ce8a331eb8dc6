import { cellAt } from '@shared/domain/import/sheet';
import { expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { readSheets } from '../read-sheets';

const FORMAT = 0x041e;

it('takes the cells of a workbook whose formats count their letters wrong', async () => {
  const sheet = utils.aoa_to_sheet([['金额'], [69.2]]);
  Object.assign(sheet.A2, { z: '0.000"元"' });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '账');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  const view = new DataView(bytes.buffer);
  let changed = 0;
  for (let at = 512; at + 8 < bytes.length; at += 1) {
    const isFormat = view.getUint16(at, true) === FORMAT;
    if (!isFormat || view.getUint16(at + 2, true) > 40) continue;
    view.setUint16(at + 6, 200, true);
    changed += 1;
  }
  expect(changed).toBeGreaterThan(0);
  const { sheets } = await readSheets(bytes, '账.xls');
  expect(sheets.map((one) => [cellAt(one, 0, 0), cellAt(one, 1, 0)])).toEqual([['金额', 69.2]]);
});
