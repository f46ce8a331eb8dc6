import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../read-sheets';
import { encodeText } from '../testing/encode';
import { refusalOf, rowsOf, rowsRead, utf8 } from '../testing/rows-of';

const at = (...parts: [number, number, number, number?, number?, number?]) => {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
};

const workbook = (sheets: string, before = '') =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">${before}<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style><Style ss:ID="g"><NumberFormat ss:Format="General Date"/></Style><Style ss:ID="n"><NumberFormat ss:Format="0.00"/></Style></Styles>${sheets}</Workbook>`;
const sheet = (rows: string, after = '', name = '订单') =>
  `<Worksheet ss:Name="${name}"><Table ss:ExpandedColumnCount="999999999" ss:ExpandedRowCount="999999999">${rows}</Table>${after}</Worksheet>`;
const data = (type: string, text: string, cell = '') =>
  `<Cell${cell}><Data ss:Type="${type}">${text}</Data></Cell>`;

describe('a workbook of Excel 2003 in XML', () => {
  it('keeps every kind of cell, and the digits of long numbers', async () => {
    const row = [
      data('String', '王&amp;芳&#10;女'),
      data('Number', '440301199001011234'),
      data('Number', '69.2'),
      data('Number', '46339.336805555555', ' ss:StyleID="d"'),
      data('DateTime', '2026-11-13T08:05:00.000'),
      data('Boolean', '1'),
      data('Error', '#N/A'),
      '<Cell ss:Formula="=A1"/>',
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>粗</B><Font html:Color="#FF0000">红</Font></ss:Data><Comment><ss:Data>注</ss:Data></Comment></Cell>',
      data('Number', '46339', ' ss:StyleID="n"'),
    ];
    expect(await rowsRead(utf8(workbook(sheet(`<Row>${row.join('')}</Row>`))))).toEqual([
      [
        '王&芳\n女',
        { digits: '440301199001011234' },
        69.2,
        at(2026, 11, 13, 8, 5),
        at(2026, 11, 13, 8, 5),
        true,
        { error: '#N/A' },
        { formula: true },
        '粗红',
        46339,
      ],
    ]);
  });

  it('leaves out rows and cells, merges them, hides sheets, counts from 1904', async () => {
    const rows = `<Row ss:Index="3">${data('String', 'E1', ' ss:MergeDown="1"')}${data('String', '苹果', ' ss:Index="3" ss:MergeAcross="2"')}${data('String', 'x')}</Row><Row/><Row>${data('Number', '0', ' ss:StyleID="g"')}</Row>`;
    const hidden = sheet(
      `<Row>${data('String', 'h')}</Row>`,
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetVeryHidden</Visible></WorksheetOptions>',
      '藏',
    );
    const since1904 =
      '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>';
    const { sheets } = await readSheets(utf8(workbook(sheet(rows) + hidden, since1904)), 'a.xml');
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['订单', 'visible'],
      ['藏', 'veryHidden'],
    ]);
    expect(rowsOf(sheets[0])).toEqual([
      [],
      [],
      ['E1', null, '苹果', null, null, 'x'],
      [],
      [at(1904, 1, 1)],
    ]);
    expect(sheets[0]?.merges).toEqual([
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 2, bottom: 2, right: 4 },
    ]);
  });

  it('may be in GBK', async () => {
    const xml = workbook(sheet(`<Row>${data('String', '王芳')}</Row>`)).replace(
      'version="1.0"',
      'version="1.0" encoding="GB2312"',
    );
    expect(await rowsRead(encodeText(xml, 'gb18030'))).toEqual([['王芳']]);
  });

  it.each([
    [
      'broken off',
      workbook(sheet(`<Row>${data('String', 'a')}</Row>`)).slice(0, -30),
      'import-damaged',
    ],
    ['without cells', workbook(sheet('')), 'import-empty'],
    [
      'with entities',
      workbook('').replace('?>\n<?mso', '?><!DOCTYPE a [<!ENTITY b "c">]><?mso'),
      'import-unsafe-xml',
    ],
    [
      'with a place beyond all sheets',
      workbook(
        sheet(`<Row ss:Index="999999999">${data('String', 'a', ' ss:Index="16000"')}</Row>`),
      ),
      'import-too-large',
    ],
  ])('is refused when it is %s', async (_, xml, code) => {
    expect(await refusalOf(utf8(xml))).toBe(code);
  });
});

const CONTENT = (body: string, styles = '', root = 'document-content') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:${root}>`;
const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const ods = (content: string, manifest = '<manifest:manifest/>') =>
  zipSync({
    mimetype: [utf8(ODS_TYPE), { level: 0 }],
    'content.xml': utf8(content),
    'META-INF/manifest.xml': utf8(manifest),
  });
const table = (rows: string, name = '订单', style = 'ta1') =>
  `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;

describe('an OpenDocument spreadsheet', () => {
  const row = `<table:table-row>
    <table:table-cell office:value-type="string" calcext:value-type="string"><text:p>王<text:span text:style-name="T1">芳</text:span><text:s text:c="2"/>女</text:p><text:p>二</text:p><office:annotation><text:p>注</text:p></office:annotation></table:table-cell>
    <table:table-cell office:value-type="float" office:value="440301199001011234"><text:p>4.40E+17</text:p></table:table-cell>
    <table:table-cell office:value-type="currency" office:currency="CNY" office:value="69.2"><text:p>¥69.20</text:p></table:table-cell>
    <table:table-cell office:value-type="date" office:date-value="2026-11-13T08:05:00"><text:p>26/11/13</text:p></table:table-cell>
    <table:table-cell office:value-type="date" office:date-value="2026-11-13"/>
    <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
    <table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
    <table:table-cell table:formula="of:=1+1"/>
    <table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell>
    <table:table-cell table:number-columns-repeated="16373"/>
  </table:table-row>`;
  const cells = [
    '王芳  女\n二',
    { digits: '440301199001011234' },
    69.2,
    at(2026, 11, 13, 8, 5),
    at(2026, 11, 13),
    true,
    { error: '#N/A' },
    { formula: true },
    7,
    7,
    7,
  ];
  const blank =
    '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';

  it('keeps every kind of cell, and costs nothing where it is blank', async () => {
    expect(await rowsRead(ods(CONTENT(table(row + blank))))).toEqual([cells]);
    expect(await rowsRead(utf8(CONTENT(table(row + blank), '', 'document')))).toEqual([cells]);
  });

  it('has merges, hidden sheets and repeated rows', async () => {
    const string = (text: string, more = '') =>
      `<table:table-cell office:value-type="string"${more}><text:p>${text}</text:p></table:table-cell>`;
    const rows = `<table:table-row>${string('E1', ' table:number-columns-spanned="1" table:number-rows-spanned="2"')}${string('a')}</table:table-row><table:table-row><table:covered-table-cell/>${string('b')}</table:table-row><table:table-row table:number-rows-repeated="2">${string('c')}</table:table-row>`;
    const styles =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const content = CONTENT(table(rows) + table(rows, '藏', 'ta2'), styles);
    const { sheets } = await readSheets(ods(content), 'a.ods');
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['订单', 'visible'],
      ['藏', 'hidden'],
    ]);
    expect(rowsOf(sheets[0])).toEqual([['E1', 'a'], [null, 'b'], ['c'], ['c']]);
    expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
  });

  it.each([
    [
      'a text document',
      ods(CONTENT('').replace(/office:spreadsheet/g, 'office:text')),
      'import-not-a-sheet',
    ],
    [
      'protected',
      ods(
        '\u0001\u0002',
        '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
      ),
      'import-locked-otherwise',
    ],
    ['broken off', utf8(CONTENT(table(row), '', 'document').slice(0, -20)), 'import-damaged'],
    [
      'a claim of more cells than fit',
      ods(
        CONTENT(
          table(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row>',
          ),
        ),
      ),
      'import-too-large',
    ],
  ])('is refused when it is %s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});
