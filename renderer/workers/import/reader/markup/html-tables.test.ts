import { describe, expect, it } from 'vitest';
import { readSheets } from '../read-sheets';
import { encodeText } from '../testing/encode';
import { refusalOf, rowsOf, rowsRead, utf8 } from '../testing/rows-of';

const page = (body: string, head = '') =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head>${head}</head><body>${body}</body></html>`;

const cell = async (content: string) =>
  (await rowsRead(utf8(`<table><tr><td>x</td>${content}</tr></table>`)))[0]?.[1];

describe('an HTML table named .xls', () => {
  it('is read in GBK with its charset declared, styles and scripts left out', async () => {
    const html = page(
      `<table border=1><thead><tr><th>订单号</th><th>收货人</th></tr></thead><tbody><tr><td style='mso-number-format:"\\@"'>440301199001011234</td><td>王芳</td></tr></tbody></table><script>document.write("<table><tr><td>坏</td></tr></table>")</script>`,
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"} table{}</style>',
    );
    const read = await readSheets(encodeText(html, 'gb18030'), '订单.xls');
    expect(read.encoding).toBe('gb18030');
    expect(read.sheets.map(({ name }) => name)).toEqual(['订单.xls']);
    expect(rowsOf(read.sheets[0])).toEqual([
      ['订单号', '收货人'],
      ['440301199001011234', '王芳'],
    ]);
  });

  it('may be UTF-8 although it declares GBK, and UTF-16', async () => {
    const html = page('<table><tr><td>王芳</td></tr></table>', '<meta charset="gb2312">');
    expect(await rowsRead(utf8(html))).toEqual([['王芳']]);
    expect(await rowsRead(encodeText(`\ufeff${html}`, 'utf-16le'))).toEqual([['王芳']]);
  });

  it('has merges where cells span, and their neighbours move aside', async () => {
    const html =
      '<table><tr><td rowspan=2>E1</td><td colspan="2">苹果</td></tr><tr><td>3</td><td>4</td></tr><tr><td>a<td>b<td rowspan="9">c</table>';
    const { sheets } = await readSheets(utf8(html), 'a.xls');
    expect(rowsOf(sheets[0])).toEqual([
      ['E1', '苹果'],
      [null, '3', '4'],
      ['a', 'b', 'c'],
    ]);
    expect(sheets[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  it('may lack every closing tag', async () => {
    expect(await rowsRead(utf8('<table><tr><td>a<td>b<tr><td>1<td>2'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('each with content is a sheet, named as Excel named them; one in another is its own', async () => {
    const names =
      '<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>订单&amp;1</x:Name></x:ExcelWorksheet><x:ExcelWorksheet><x:Name>退款</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->';
    const tables =
      '<table><tr><td>a</td></tr></table><table></table><table><tr><td>b</td></tr></table>';
    const named = await readSheets(utf8(page(tables, names)), 'a.xls');
    expect(named.sheets.map(({ name }) => name)).toEqual(['订单&1', '退款']);
    const nested = await readSheets(
      utf8(page('<table><tr><td>外<table><tr><td>内</td></tr></table>面</td></tr></table>')),
      'a.xls',
    );
    expect(nested.sheets.map((sheet) => [sheet.name, rowsOf(sheet)])).toEqual([
      ['1', [['外面']]],
      ['2', [['内']]],
    ]);
  });

  it('may be a page saved with all that belongs to it, one page for each sheet', async () => {
    const quoted = (text: string) =>
      Array.from(encodeText(text, 'gb18030'), (byte) =>
        byte > 126 || byte === 61
          ? `=${byte.toString(16).toUpperCase()}`
          : String.fromCharCode(byte),
      ).join('');
    const sheet = (cell: string) =>
      `<html><table>=\r\n<tr><td>${quoted(cell)}</td></tr></table></html>`;
    const part = (transfer: string, body: string) =>
      `--=_Part\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${body}\r\n`;
    const frames = btoa('<html><frameset></frameset></html>');
    const parts = [
      part('base64', frames),
      part('quoted-printable', sheet('王芳')),
      part('quoted-printable', sheet('李强')),
    ];
    const text = `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="=_Part"\r\n\r\n${parts.join('')}--=_Part--`;
    const { sheets } = await readSheets(utf8(text), 'a.xls');
    expect(sheets.map(rowsOf)).toEqual([[['王芳']], [['李强']]]);
    expect(await refusalOf(utf8(text.slice(0, 300)))).toBe('import-not-a-sheet');
  });

  it('is in the encoding that it declares where the bytes allow two', async () => {
    const html = '<meta charset="big5"><table><tr><td>王</td></tr></table>';
    expect(await rowsRead(encodeText(html, 'big5'))).toEqual([['王']]);
  });

  it.each([
    [
      'entities',
      '<td>A&amp;B&nbsp;&lt;b&gt;&#29579;&#x82b3;&yen;5&unknown;</td>',
      'A&B <b>王芳¥5&unknown;',
    ],
    ['line breaks', '<td>一<br>二<br/>三</td>', '一\n二\n三'],
    ['blocks', '<td><p>一</p><div>二</div></td>', '一\n二'],
    ['nested tags', '<td><b>王<font color="red">芳</font></b><!-- 注 --></td>', '王芳'],
    ['white space', '<td>\n   王   芳\n </td>', '王 芳'],
    ['a tag mark in text', '<td>3 < 5 且 7 > 6</td>', '3 < 5 且 7 > 6'],
    ['a greater sign in an attribute', '<td title="a>b">c</td>', 'c'],
    ['what Excel says it holds', '<td x:str="00123 ">123</td>', '00123 '],
    ['a bare x:str', '<td x:str>0045</td>', '0045'],
    ['the number behind E-notation', '<td x:num="13800138000">1.38E+10</td>', '13800138000'],
    ['the shown number otherwise', '<td x:num="69.199999">69.20</td>', '69.20'],
    ['CDATA', '<td><![CDATA[<王芳>]]></td>', '<王芳>'],
    ['a script in a cell', '<td>a<script>alert("</td>")</script>b</td>', 'ab'],
    ['formulas', '<td>=HYPERLINK("http://x")</td>', '=HYPERLINK("http://x")'],
    ['upper case', '<TD ALIGN=LEFT>王芳</TD>', '王芳'],
  ])('gives cells as they are shown: %s', async (_, content, value) => {
    expect(await cell(content)).toBe(value);
  });

  it.each([
    ['a page without tables', page('<p>你好</p>'), 'import-not-a-sheet'],
    [
      'a picture in SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"/></svg>',
      'import-not-a-sheet',
    ],
    ['tables without content', page('<table><tr><td> &nbsp; </td></tr></table>'), 'import-empty'],
    ['half a page', page('<table><tr><td>a</td></tr>').slice(0, -18), 'import-damaged'],
    ['a page that ends in a tag', '<table><tr><td>a</td><td cla', 'import-damaged'],
    [
      'entities of its own',
      `<!DOCTYPE a [<!ENTITY b "c">]>${page('<table><tr><td>&b;</table>')}`,
      'import-unsafe-xml',
    ],
  ])('is refused when it is %s', async (_, html, code) => {
    expect(await refusalOf(utf8(html))).toBe(code);
  });

  it('is read in time although it nests and spans without end', async () => {
    const startedAt = performance.now();
    await refusalOf(utf8('<table><tr><td>'.repeat(20_000)));
    await refusalOf(utf8(`${'<div>'.repeat(100_000)}<table><tr><td>a</table>`));
    const spans = '<td rowspan=99999 colspan=99999>a</td>'.repeat(2000);
    expect(await refusalOf(utf8(`<table><tr>${spans}</table>`))).toBe('import-too-large');
    expect(await refusalOf(utf8(`<table>${'<tr><td colspan=1000>a'.repeat(3000)}</table>`))).toBe(
      'read',
    );
    expect(performance.now() - startedAt).toBeLessThan(4000);
  });
});
