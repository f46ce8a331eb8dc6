import { type CorpusCase, cells, refused } from '../corpus-case';
import { bookParts, relationsXml, sheetXml, workbook } from '../workbook';
import { utf8, type ZipPart, zip } from '../zip-writer';

const XML = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');
const BOOK = { sheets: [{ xml: XML }] };
const ONE = cells({ A1: 1 });
const parts = (change: (part: ZipPart) => ZipPart) => bookParts(BOOK).map(change);
const only = (name: string, fields: Partial<ZipPart>) =>
  parts((part) => (part.name === name ? { ...part, ...fields } : part));
const SHEET = 'xl/worksheets/sheet1.xml';

export const archiveCases: CorpusCase[] = [
  {
    name: 'parts that are not packed',
    bytes: () => zip(parts((part) => ({ ...part, isStored: true }))),
    expect: ONE,
  },
  {
    name: 'sizes behind the parts, as streaming writers put them',
    bytes: () => zip(parts((part) => ({ ...part, hasDescriptor: true }))),
    expect: ONE,
  },
  {
    name: 'folders as entries of their own',
    bytes: () =>
      zip([
        { name: 'xl/', data: '', isStored: true },
        { name: 'xl/worksheets/', data: '', isStored: true },
        ...bookParts(BOOK),
      ]),
    expect: ONE,
  },
  {
    name: 'folders parted by backslashes',
    bytes: () => zip(parts((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))),
    expect: ONE,
  },
  {
    name: 'names of parts in another case',
    bytes: () => zip(only(SHEET, { name: 'XL/Worksheets/Sheet1.xml' })),
    expect: ONE,
  },
  {
    name: 'a comment behind the archive',
    bytes: () => workbook(BOOK, { comment: '导出于 2026-11-13' }),
    expect: ONE,
  },
  {
    name: 'bytes before the archive',
    bytes: () => workbook(BOOK, { prefix: utf8('PK\u0003\u0004 not yet') }),
    expect: ONE,
    differs: 'SheetJS looks for the parts in the wrong places',
  },
  {
    name: 'a list in 64-bit form',
    bytes: () => workbook(BOOK, { isWide: true }),
    expect: ONE,
    differs: 'SheetJS does not read the 64-bit list',
  },
  {
    name: 'targets from the root and through the parent folder',
    bytes: () =>
      workbook({
        ...BOOK,
        replace: {
          '_rels/.rels': relationsXml([
            { id: 'a', kind: 'officeDocument', to: '/xl/workbook.xml' },
          ]),
          'xl/_rels/workbook.xml.rels': relationsXml([
            { id: 'rId1', kind: 'worksheet', to: './sub/../../xl/worksheets/sheet1.xml' },
          ]),
        },
      }),
    expect: ONE,
    differs: 'SheetJS does not follow a path back out of a folder',
  },
  {
    name: 'a workbook in a folder of its own',
    bytes: () => {
      const moved = (part: ZipPart) => ({
        ...part,
        name: part.name.replace(/^xl\//, 'book/data/'),
      });
      const named = workbookRelations('book/data/workbook.xml');
      return zip(
        bookParts({ ...BOOK, replace: named })
          .map(moved)
          .filter(({ name }) => name !== '[Content_Types].xml')
          .concat({ name: '[Content_Types].xml', data: typesOf('/book/data') }),
      );
    },
    expect: ONE,
  },
  {
    name: 'two parts of one name',
    bytes: () => zip([...bookParts(BOOK), { name: SHEET, data: sheetXml('') }]),
    expect: refused('import-damaged'),
  },
  {
    name: 'two parts whose names differ in case only',
    bytes: () => zip([...bookParts(BOOK), { name: SHEET.toUpperCase(), data: sheetXml('') }]),
    expect: refused('import-damaged'),
  },
  {
    name: 'a part protected by a zip password',
    bytes: () => zip(only(SHEET, { flags: 1 })),
    expect: refused('import-encrypted'),
  },
];

function workbookRelations(to: string): Record<string, string> {
  return { '_rels/.rels': relationsXml([{ id: 'rId1', kind: 'officeDocument', to }]) };
}

function typesOf(folder: string): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${folder}/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="${folder}/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="${folder}/styles.xml" ContentType="${kind}.styles+xml"/></Types>`;
}
