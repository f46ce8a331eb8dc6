import { type CorpusCase, cells, type ExpectedSheet, refused } from '../corpus-case';
import { DECLARATION, relationsXml, sheetXml, workbook } from '../workbook';

const xml = (value: number) => sheetXml(`<row r="1"><c r="A1"><v>${value}</v></c></row>`);
const sheets = (...expected: ExpectedSheet[]) => ({ kind: 'sheets' as const, sheets: expected });
const WORKBOOK_OF_CHART = `${DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="图" sheetId="1" r:id="rId1"/><sheet name="数据" sheetId="2" r:id="rId2"/></sheets></workbook>`;

export const sheetCases: CorpusCase[] = [
  {
    name: 'hidden and very hidden sheets',
    bytes: () =>
      workbook({
        sheets: [
          { name: '订单', xml: xml(1) },
          { name: '藏', state: 'hidden', xml: xml(2) },
          { name: '深藏', state: 'veryHidden', xml: xml(3) },
        ],
      }),
    expect: sheets(
      { name: '订单', visibility: 'visible', cells: { A1: 1 } },
      { name: '藏', visibility: 'hidden', cells: { A1: 2 } },
      { name: '深藏', visibility: 'veryHidden', cells: { A1: 3 } },
    ),
  },
  {
    name: 'sheets named with what XML escapes',
    bytes: () => workbook({ sheets: [{ name: 'A&amp;B &lt;1&gt; &#x56e2;', xml: xml(1) }] }),
    expect: sheets({ name: 'A&B <1> 团', cells: { A1: 1 } }),
  },
  {
    name: 'one table of texts for several sheets and their own texts',
    bytes: () => {
      const own = (text: string) =>
        sheetXml(
          `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>${text}</t></is></c></row>`,
        );
      return workbook({
        sheets: [{ xml: own('甲') }, { xml: own('乙') }],
        shared: ['<t>共用</t>'],
      });
    },
    expect: sheets({ cells: { A1: '共用', B1: '甲' } }, { cells: { A1: '共用', B1: '乙' } }),
  },
  {
    name: 'a chart among the sheets',
    bytes: () =>
      workbook({
        sheets: [{ xml: xml(1) }],
        replace: {
          'xl/workbook.xml': WORKBOOK_OF_CHART,
          'xl/chartsheets/sheet1.xml': `${DECLARATION}<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
          'xl/_rels/workbook.xml.rels': relationsXml([
            { id: 'rId1', kind: 'chartsheet', to: 'chartsheets/sheet1.xml' },
            { id: 'rId2', kind: 'worksheet', to: 'worksheets/sheet1.xml' },
          ]),
        },
      }),
    expect: sheets({ name: '数据', cells: { A1: 1 } }),
    differs: 'SheetJS lists charts as blank sheets',
  },
  {
    name: 'two sheets of one part',
    bytes: () =>
      workbook({
        sheets: [{ xml: xml(1) }, { xml: xml(2) }],
        replace: {
          'xl/_rels/workbook.xml.rels': relationsXml([
            { id: 'rId1', kind: 'worksheet', to: 'worksheets/sheet1.xml' },
            { id: 'rId2', kind: 'worksheet', to: 'worksheets/sheet1.xml' },
          ]),
        },
      }),
    expect: refused('import-damaged'),
  },
  {
    name: 'a sheet whose part is missing',
    bytes: () =>
      workbook({ sheets: [{ xml: xml(1) }], replace: { 'xl/worksheets/sheet1.xml': null } }),
    expect: refused('import-damaged'),
  },
  {
    name: 'no styles',
    bytes: () => workbook({ sheets: [{ xml: xml(1) }], replace: { 'xl/styles.xml': null } }),
    expect: cells({ A1: 1 }),
    differs: 'SheetJS refuses the workbook',
  },
  {
    name: 'texts pointed to in a workbook without shared strings',
    bytes: () =>
      workbook({ sheets: [{ xml: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') }] }),
    expect: refused('import-damaged'),
  },
  {
    name: 'a text beyond the shared strings',
    bytes: () =>
      workbook({
        sheets: [{ xml: sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>') }],
        shared: ['<t>只有一条</t>'],
      }),
    expect: refused('import-damaged'),
  },
];
