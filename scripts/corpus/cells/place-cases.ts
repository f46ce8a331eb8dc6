import { columnName } from '../column-name';
import { type CorpusCase, cells, refused } from '../corpus-case';
import { oneSheet, sheetXml, stylesXml, workbook } from '../workbook';

const text = (value: string) => `<is><t>${value}</t></is>`;
const withMerges = (rows: string, refs: readonly string[]) =>
  workbook({
    sheets: [
      {
        xml: sheetXml(
          rows,
          `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
        ),
      },
    ],
  });
const withDimension = (ref: string) =>
  workbook({
    sheets: [
      { xml: sheetXml('<row r="2"><c r="B2"><v>5</v></c></row>', '', `<dimension ref="${ref}"/>`) },
    ],
  });

export const placeCases: CorpusCase[] = [
  {
    name: 'cells and rows without their references',
    bytes: () =>
      oneSheet(
        '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c t="inlineStr"><is><t>四</t></is></c></row>',
      ),
    expect: cells({ A1: 1, C1: 3, A3: '四' }),
    differs: 'SheetJS does not count a row that is one empty tag',
  },
  {
    name: 'references of rows and cells only here and there',
    bytes: () =>
      oneSheet(
        '<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>',
      ),
    expect: cells({ A3: 1, D3: 2, E3: 3, A4: 4 }),
  },
  {
    name: 'rows whose number only their cells tell',
    bytes: () => oneSheet('<row><c r="B4"><v>1</v></c></row><row><c><v>2</v></c></row>'),
    expect: cells({ B4: 1, A5: 2 }),
    differs: 'SheetJS counts such rows from the first',
  },
  {
    name: 'rows out of order',
    bytes: () =>
      oneSheet(
        '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>0</v></c></row>',
      ),
    expect: cells({ A1: 0, B1: 1, A3: 3 }),
  },
  {
    name: 'blank rows between and an empty start',
    bytes: () =>
      oneSheet('<row r="5"><c r="C5"><v>1</v></c></row><row r="9"><c r="C9"><v>2</v></c></row>'),
    expect: cells({ C5: 1, C9: 2 }),
  },
  {
    name: 'title and instruction rows above a merged header',
    bytes: () =>
      withMerges(
        `<row r="1"><c r="A1" t="inlineStr">${text('顾客购买表')}</c></row><row r="2"><c r="A2" t="inlineStr">${text('请勿修改表头')}</c></row><row r="3"><c r="A3" t="inlineStr">${text('订单号')}</c><c r="B3" t="inlineStr">${text('商品')}</c></row>`,
        ['A1:F1', '$A$2:$F$2'],
      ),
    expect: {
      kind: 'sheets',
      sheets: [
        {
          cells: { A1: '顾客购买表', A2: '请勿修改表头', A3: '订单号', B3: '商品' },
          merges: [
            { top: 0, left: 0, bottom: 0, right: 5 },
            { top: 1, left: 0, bottom: 1, right: 5 },
          ],
        },
      ],
    },
    differs: 'SheetJS leaves out merges with dollar signs',
  },
  {
    name: 'cells of an order merged over its lines: the value stands once',
    bytes: () =>
      withMerges(
        `<row r="1"><c r="A1" t="inlineStr">${text('D1')}</c><c r="B1" t="inlineStr">${text('鱼')}</c><c r="C1"><v>30</v></c></row><row r="2"><c r="A2"/><c r="B2" t="inlineStr">${text('虾')}</c><c r="C2"/></row>`,
        ['A1:A2', 'C1:C2'],
      ),
    expect: {
      kind: 'sheets',
      sheets: [
        {
          cells: { A1: 'D1', B1: '鱼', C1: 30, B2: '虾' },
          merges: [
            { top: 0, left: 0, bottom: 1, right: 0 },
            { top: 0, left: 2, bottom: 1, right: 2 },
          ],
        },
      ],
    },
  },
  {
    name: 'a claimed dimension of the whole sheet',
    bytes: () => withDimension('A1:XFD1048576'),
    expect: cells({ B2: 5 }),
  },
  {
    name: 'a dimension that is too small',
    bytes: () => withDimension('A1'),
    expect: cells({ B2: 5 }),
  },
  {
    name: 'a lone cell far below and one far to the right',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="AZ1"><v>3</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>',
      ),
    expect: cells({ A1: 1, AZ1: 3, B1048576: 2 }),
  },
  {
    name: 'a lone cell in the last corner, which makes a table of 17 thousand million cells',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
      ),
    expect: refused('import-too-large'),
  },
  {
    name: 'trailing columns and rows that are only formatted',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="ZZ1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>',
        { styles: stylesXml([0, 2]) },
      ),
    expect: cells({ A1: 1 }),
  },
  {
    name: 'a diagonal of cells that would fill the memory',
    bytes: () =>
      oneSheet(
        Array.from({ length: 4096 }, (_, index) => {
          const number = (index + 1) * 256;
          return `<row r="${number}"><c r="${columnName(index)}${number}"><v>1</v></c></row>`;
        }).join(''),
      ),
    expect: refused('import-too-large'),
  },
  {
    name: 'a row beyond every sheet',
    bytes: () => oneSheet('<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'),
    expect: refused('import-damaged'),
  },
  {
    name: 'a column beyond every sheet',
    bytes: () => oneSheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    expect: refused('import-damaged'),
  },
  {
    name: 'a row behind the last',
    bytes: () => oneSheet('<row r="1048576"/><row><c><v>1</v></c></row>'),
    expect: refused('import-damaged'),
  },
  {
    name: 'row 0',
    bytes: () => oneSheet('<row r="0"><c><v>1</v></c></row>'),
    expect: refused('import-damaged'),
  },
];
