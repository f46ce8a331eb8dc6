import { type CorpusCase, cells, refused } from '../corpus-case';
import {
  DECLARATION,
  oneSheet,
  sharedXml,
  sheetXml,
  stylesXml,
  utf16,
  workbook,
} from '../workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml';
const ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>';
const SHARED = ['<t>王芳</t>'];
const sheetOf = (xml: string | Uint8Array) => workbook({ sheets: [{ xml }], shared: SHARED });
const BOTH = cells({ A1: 1, B1: '王芳' });

const prefixed = (xml: string) =>
  xml.replace(/<(\/?)([a-z])/gi, '<$1x:$2').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
const strict = (xml: string) =>
  xml
    .replaceAll(MAIN, `${STRICT}/spreadsheetml/main`)
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      `${STRICT}/officeDocument/relationships`,
    );
const withType = (type: string) => sheetXml(ROWS).replace('\n', `\n${type}`);

export const markupCases: CorpusCase[] = [
  {
    name: 'elements under a prefix',
    bytes: () =>
      workbook({
        sheets: [{ xml: prefixed(sheetXml(ROWS)) }],
        sharedXml: prefixed(sharedXml(SHARED)),
        styles: prefixed(stylesXml([0])),
      }),
    expect: BOTH,
  },
  {
    name: 'the strict dialect of the standard',
    bytes: () => {
      const book = {
        sheets: [{ xml: strict(sheetXml(ROWS)) }],
        sharedXml: strict(sharedXml(SHARED)),
      };
      const relations = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${STRICT}/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${STRICT}/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
      return workbook({ ...book, replace: { 'xl/_rels/workbook.xml.rels': relations } });
    },
    expect: BOTH,
  },
  {
    name: 'both kinds of quotes, attributes in any order, white space in tags',
    bytes: () =>
      oneSheet(
        `<row spans='1:2' r = '1' ><c t='s' s="0" r='B1'\n><v>0</v></c><c  ph="1" r="A1" ><v>1</v ></c ></row >`,
        { shared: SHARED },
      ),
    expect: BOTH,
    differs: 'SheetJS does not know white space around the equals sign and before the end of a tag',
  },
  {
    name: 'a sheet written with line breaks between all tags',
    bytes: () =>
      oneSheet(
        '\n  <row r="1">\n    <c r="A1">\n      <v>1</v>\n    </c>\n    <c r="B1" t="s">\n      <v>0</v>\n    </c>\n  </row>\n',
        {
          shared: SHARED,
        },
      ),
    expect: BOTH,
  },
  {
    name: 'comments and instructions among the cells',
    bytes: () =>
      oneSheet(
        '<!-- <row r="9"><c><v>9</v></c></row> --><row r="1"><?x <c>?><c r="A1"><!-- - --><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>',
        { shared: SHARED },
      ),
    expect: BOTH,
    differs: 'SheetJS takes comments for cells',
  },
  {
    name: 'numbers and strings in CDATA',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c><c r="B1" t="str"><v>王<![CDATA[芳]]></v></c></row>',
      ),
    expect: BOTH,
  },
  {
    name: 'a byte-order mark before each part',
    bytes: () =>
      workbook({
        sheets: [{ xml: `\ufeff${sheetXml(ROWS)}` }],
        sharedXml: `\ufeff${sharedXml(SHARED)}`,
        styles: `\ufeff${stylesXml([0])}`,
      }),
    expect: BOTH,
  },
  {
    name: 'parts in UTF-16',
    bytes: () => {
      const wide = (xml: string) => utf16(xml.replace('UTF-8', 'UTF-16'));
      return workbook({
        sheets: [{ xml: wide(sheetXml(ROWS)) }],
        sharedXml: wide(sharedXml(SHARED)),
        styles: wide(stylesXml([0])),
      });
    },
    expect: BOTH,
  },
  {
    name: 'extensions and conditional formats behind the rows',
    bytes: () =>
      sheetOf(
        sheetXml(
          ROWS,
          '<conditionalFormatting sqref="A1"><cfRule type="expression"><formula>A1&gt;0</formula></cfRule></conditionalFormatting><extLst><ext uri="x"><sheetData><row r="1"><c r="A1"><v>99</v></c></row></sheetData></ext></extLst>',
        ),
      ),
    expect: BOTH,
  },
  {
    name: 'extensions in a cell and in a row',
    bytes: () =>
      oneSheet(
        '<row r="1"><c r="A1"><v>1</v><extLst><ext><v>5</v></ext></extLst></c><c r="B1" t="s"><v>0</v></c><extLst><ext/></extLst></row>',
        { shared: SHARED },
      ),
    expect: BOTH,
  },
  {
    name: 'a sheet without rows',
    bytes: () => sheetOf(sheetXml('').replace('<sheetData></sheetData>', '<sheetData/>')),
    expect: { kind: 'sheets', sheets: [{ cells: {} }] },
  },
  {
    name: 'a document type',
    bytes: () => sheetOf(withType('<!DOCTYPE worksheet>')),
    expect: refused('import-unsafe-xml'),
  },
  {
    name: 'an external entity',
    bytes: () => sheetOf(withType('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')),
    expect: refused('import-unsafe-xml'),
  },
  {
    name: 'an XML bomb in the shared strings',
    bytes: () => {
      const entities = Array.from(
        { length: 20 },
        (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};&e${index};">`,
      );
      const type = `<!DOCTYPE sst [<!ENTITY e0 "哈">${entities.join('')}]>`;
      return workbook({
        sheets: [{ xml: sheetXml(ROWS) }],
        sharedXml: sharedXml(['<t>&e20;</t>']).replace('\n', `\n${type}`),
      });
    },
    expect: refused('import-unsafe-xml'),
  },
  {
    name: 'an entity in the styles',
    bytes: () =>
      workbook({
        sheets: [{ xml: sheetXml(ROWS) }],
        styles: stylesXml([0]).replace('\n', '\n<!DOCTYPE s [<!ENTITY a "b">]>'),
      }),
    expect: refused('import-unsafe-xml'),
  },
];
