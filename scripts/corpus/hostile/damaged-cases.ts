import { type CorpusCase, type Expected, refused } from '../corpus-case';
import { bookParts, relationsXml, sheetXml, workbook } from '../workbook';
import { joined, utf8, type ZipPart, zip } from '../zip-writer';

const ROWS = Array.from(
  { length: 200 },
  (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index * 7919}</v></c></row>`,
).join('');
const BOOK = { sheets: [{ xml: sheetXml(ROWS) }] };
const SHEET = 'xl/worksheets/sheet1.xml';
const sheetWith = (fields: Partial<ZipPart>) =>
  zip(bookParts(BOOK).map((part) => (part.name === SHEET ? { ...part, ...fields } : part)));
const cut = (share: number) => {
  const whole = workbook(BOOK);
  return whole.slice(0, Math.floor(whole.length * share));
};
const DAMAGED: Expected = { kind: 'refused', code: 'import-damaged' };
const FOREIGN: Expected = { kind: 'refused', code: 'import-not-a-sheet', byOther: true };

const damaged = (name: string, bytes: () => Uint8Array): CorpusCase => ({
  name,
  bytes,
  expect: DAMAGED,
});

export const damagedCases: CorpusCase[] = [
  damaged('broken off after a quarter', () => cut(0.25)),
  damaged('broken off in the middle', () => cut(0.5)),
  damaged('broken off in the list at its end', () => cut(0.97)),
  damaged('broken off in its last bytes', () => workbook(BOOK).slice(0, -3)),
  damaged('only the first header', () => workbook(BOOK).slice(0, 40)),
  damaged('a sheet that ends in the middle of a row', () => {
    const whole = sheetXml(ROWS);
    return workbook({ sheets: [{ xml: whole.slice(0, whole.length / 2) }] });
  }),
  damaged('a sheet that ends between two rows', () =>
    workbook({ sheets: [{ xml: sheetXml(ROWS).replace(/<\/sheetData>.*$/, '') }] }),
  ),
  damaged('shared strings that end in the middle', () =>
    workbook({
      sheets: [{ xml: sheetXml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>') }],
      sharedXml: '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>王',
    }),
  ),
  damaged('bytes changed in the middle of a part', () => {
    const whole = workbook(BOOK);
    const at = whole.length - 900;
    for (let index = 0; index < 8; index++) whole[at + index] = 0xa5 ^ (whole[at + index] ?? 0);
    return whole;
  }),
  damaged('a part that says it is larger', () => sheetWith({ size: 10_000_000 })),
  damaged('a part that says it is smaller', () => sheetWith({ size: 100 })),
  damaged('a part whose packed size is too short', () => sheetWith({ packedSize: 60 })),
  damaged('a part that reaches beyond the file', () => sheetWith({ packedSize: 50_000_000 })),
  damaged('a stored part whose sizes disagree', () => sheetWith({ isStored: true, size: 99_999 })),
  damaged('a sum that is not that of the content', () => sheetWith({ crc: 0x12345678 })),
  damaged('packed content that is noise', () =>
    sheetWith({ packed: Uint8Array.from({ length: 500 }, (_, index) => (index * 197 + 31) & 255) }),
  ),
  damaged('a list that names more parts than there are', () => workbook(BOOK, { count: 400 })),
  damaged('a list that lies beyond the file', () => {
    const whole = workbook(BOOK);
    new DataView(whole.buffer).setUint32(whole.length - 6, 0x7fffffff, true);
    return whole;
  }),
  {
    name: 'an empty file',
    bytes: () => new Uint8Array(0),
    expect: refused('import-empty'),
  },
  {
    name: 'a text document',
    bytes: () =>
      zip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        {
          name: '_rels/.rels',
          data: relationsXml([{ id: 'rId1', kind: 'officeDocument', to: 'word/document.xml' }]),
        },
        { name: 'word/document.xml', data: '<w:document><w:body/></w:document>' },
      ]),
    expect: refused('import-not-a-sheet'),
  },
  {
    name: 'a zip of pictures',
    bytes: () => zip([{ name: 'a.png', data: joined([utf8('\u0089PNG'), new Uint8Array(50)]) }]),
    expect: FOREIGN,
  },
  {
    name: 'the relationships of the package are missing',
    bytes: () => workbook({ ...BOOK, replace: { '_rels/.rels': null } }),
    expect: {
      kind: 'sheets',
      byOther: true,
      sheets: [
        {
          cells: Object.fromEntries(
            Array.from({ length: 200 }, (_, index) => [`A${index + 1}`, index * 7919]),
          ),
        },
      ],
    },
  },
];
