import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BookType, utils, write } from 'xlsx';
import { expect, test } from '../../fixtures';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { ImportScreen } from '../../pages/import-screen';

/** 姓名 手机号 and 王芳 李强 as GBK. */
const GBK = {
  name: [0xd0, 0xd5, 0xc3, 0xfb],
  phone: [0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5],
  wang: [0xcd, 0xf5, 0xb7, 0xbc],
  li: [0xc0, 0xee, 0xc7, 0xbf],
};
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

function page(): Uint8Array {
  const cells = (...row: number[][]) => [
    ...ascii('<tr>'),
    ...row.flatMap((cell) => [...ascii('<td>'), ...cell, ...ascii('</td>')]),
    ...ascii('</tr>'),
  ];
  return Uint8Array.from([
    ...ascii('<html><head><meta charset="gb2312"></head><body><table border="1">'),
    ...cells(GBK.name, GBK.phone),
    ...cells(GBK.wang, ascii('13800138021')),
    ...cells(GBK.li, ascii('13800138022')),
    ...ascii('</table></body></html>'),
  ]);
}

function workbook(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  const rows = [
    ['姓名', '手机号'],
    ['王芳', '13800138021'],
    ['李强', 13800138022],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const comma = ascii(',');
const line = ascii('\r\n');
const FILES: [string, () => Uint8Array][] = [
  ['老系统.xls', () => workbook('biff8')],
  ['二进制.xlsb', () => workbook('xlsb')],
  ['开放文档.ods', () => workbook('ods')],
  ['二〇〇三.xml', () => workbook('xlml')],
  ['后台导出.xls', page],
  [
    '国标.csv',
    () =>
      Uint8Array.from([
        ...[...GBK.name, ...comma, ...GBK.phone, ...line],
        ...[...GBK.wang, ...comma, ...ascii('13800138021'), ...line],
        ...[...GBK.li, ...comma, ...ascii('13800138022'), ...line],
      ]),
  ],
  [
    '宽字符.txt',
    () => Buffer.from('\ufeff姓名\t手机号\n王芳\t13800138021\n李强\t13800138022\n', 'utf16le'),
  ],
];

test('the same people come in from every format, whatever office program saved them', async ({
  startConsole,
  folder,
}) => {
  const files = join(folder, 'files');
  await mkdir(files, { recursive: true });
  const running = await startConsole({ language: 'zh-CN' });
  const screen = new ImportScreen(running.page);
  await screen.open();
  for (const [name, make] of FILES) {
    const path = join(files, name);
    await writeFile(path, make());
    await screen.plan('members', path);
    const count = (which: string) => running.page.getByTestId(`import-count-${which}`);
    await expect(count('create'), basename(path)).toHaveText('2');
    await expect(count('total'), basename(path)).toHaveText('2');
  }
  expect(countsOf(await readStoredState(running)).members).toBe(0);
});
