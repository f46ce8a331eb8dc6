import { type BookType, utils, write } from 'xlsx';
import { gb18030, utf16be, utf16le } from './encodings';
import { HEADER, LI, PEOPLE, type PeopleCase, twoPeople, WANG } from './people-case';

const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (separator: string, end = '\r\n') =>
  PEOPLE.map((row) => row.join(separator)).join(end) + end;

function written(bookType: BookType): Uint8Array {
  const file = utils.book_new();
  utils.book_append_sheet(file, utils.aoa_to_sheet(PEOPLE.map((row) => [...row])), '名单');
  return new Uint8Array(write(file, { type: 'array', bookType }) as ArrayBuffer);
}

const TABLE = `<table border="1">${PEOPLE.map(
  (row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
).join('')}</table>`;
const page = (head: string, body = TABLE) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

const BINARY: readonly (readonly [BookType, string])[] = [
  ['biff8', '名单.xls'],
  ['xlsb', '名单.xlsb'],
  ['ods', '名单.ods'],
  ['fods', '名单.fods'],
  ['xlml', '名单.xls'],
  ['xlsx', '名单.xlsx'],
  ['xlsm', '名单.xlsm'],
];

const TEXTS: readonly (readonly [string, string, () => Uint8Array])[] = [
  ['UTF-8 with commas', '名单.csv', () => utf8(joined(','))],
  ['UTF-8 with its mark', '名单.csv', () => utf8(`\ufeff${joined(',')}`)],
  ['GB18030', '名单.csv', () => gb18030(joined(','))],
  ['UTF-16 little-endian', '名单.csv', () => utf16le(joined('\t'))],
  ['UTF-16 big-endian', '名单.csv', () => utf16be(joined(','))],
  ['semicolons', '名单.csv', () => utf8(joined(';'))],
  ['tabs', '名单.tsv', () => utf8(joined('\t'))],
  ['tabs in a file called txt', '名单.txt', () => utf8(joined('\t', '\n'))],
  ['a line that tells the separator', '名单.csv', () => utf8(`sep=;\r\n${joined(';')}`)],
  ['line ends of old Macintoshes', '名单.csv', () => utf8(joined(',', '\r'))],
  [
    'everything in quotes',
    '名单.csv',
    () => utf8(PEOPLE.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')),
  ],
  [
    'phones guarded against Excel',
    '名单.csv',
    () => utf8(`姓名,手机号\n王芳,"=""13800138000"""\n李强,"\t13800138001"\n`),
  ],
  ['lines of nothing but commas', '名单.csv', () => utf8(`${joined(',')},,\r\n,,\r\n`)],
  ['a name that ends in another', '名单.xlsx', () => utf8(joined(','))],
];

const PAGES: readonly (readonly [string, () => Uint8Array])[] = [
  ['UTF-8', () => utf8(page('<meta charset="utf-8">'))],
  [
    'GBK',
    () => gb18030(page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')),
  ],
  [
    'the dress that Excel gives it',
    () =>
      utf8(
        page(
          '<meta charset="utf-8"><style>td{mso-number-format:"\\@"}</style>',
          TABLE.replace(
            '<td>13800138000</td>',
            '<td x:str style="mso-number-format:\'\\@\'">138&#48;0138000</td>',
          ),
        ),
      ),
  ],
  [
    'a script beside the table',
    () =>
      utf8(
        page(
          '<meta charset="utf-8"><script>document.write("x")</script>',
          `<script>alert(1)</script>${TABLE}`,
        ),
      ),
  ],
];

/** Two people out of every kind of file. */
export const formatCases: PeopleCase[] = [
  ...BINARY.map(([type, file]) =>
    twoPeople(`a workbook as ${type}`, () => written(type), { file }),
  ),
  ...TEXTS.map(([what, file, bytes]) => twoPeople(`a text file: ${what}`, bytes, { file })),
  ...PAGES.map(([what, bytes]) =>
    twoPeople(`a page called xls: ${what}`, bytes, { file: '后台导出.xls' }),
  ),
  {
    ...twoPeople('a text file with line breaks and quotes within quotes', () =>
      utf8(
        `${HEADER.join(',')},备注\n王芳,13800138000,"三栋\n放""门口"""\n李强,13800138001,"a,b"\n`,
      ),
    ),
    file: '名单.csv',
    members: [
      { ...LI, note: 'a,b' },
      { ...WANG, note: '三栋\n放"门口"' },
    ],
  },
];
