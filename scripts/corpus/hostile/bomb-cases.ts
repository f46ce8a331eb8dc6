import { deflateRawSync } from 'node:zlib';
import { type CorpusCase, cells, refused } from '../corpus-case';
import { bookParts, sheetXml } from '../workbook';
import { crc32, type ZipPart, zip } from '../zip-writer';

const XML = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>');
const BOOK = { sheets: [{ xml: XML }] };
const SHEET = 'xl/worksheets/sheet1.xml';
const MB = 2 ** 20;

/** So many megabytes of spaces, packed a thousand times. */
function blanks(megabytes: number): Pick<ZipPart, 'data' | 'packed' | 'size' | 'crc'> {
  const data = new Uint8Array(megabytes * MB).fill(32);
  return {
    data: '',
    packed: new Uint8Array(deflateRawSync(data)),
    size: data.length,
    crc: crc32(data),
  };
}

const sheetWith = (fields: Partial<ZipPart>) =>
  zip(bookParts(BOOK).map((part) => (part.name === SHEET ? { ...part, ...fields } : part)));

function rowsAlike(rows: number): string {
  return sheetXml('<row><c t="inlineStr"><is><t>一样</t></is></c></row>'.repeat(rows));
}

export const bombCases: CorpusCase[] = [
  {
    name: 'a sheet that unfolds to 40 MB of nothing',
    bytes: () => sheetWith(blanks(40)),
    expect: refused('import-zip-bomb'),
  },
  {
    name: 'a bomb beside the workbook, where no part points',
    bytes: () => zip([...bookParts(BOOK), { name: 'xl/media/image1.png', ...blanks(32) }]),
    expect: refused('import-zip-bomb'),
  },
  {
    name: 'a bomb that says it is small',
    bytes: () => sheetWith({ ...blanks(40), size: XML.length }),
    expect: refused('import-damaged'),
  },
  {
    name: 'a sheet that says it is 3 GB',
    bytes: () => sheetWith({ size: 3_000_000_000 }),
    expect: refused('import-zip-bomb'),
  },
  {
    name: 'parts laid over one another',
    bytes: () =>
      zip([
        ...bookParts(BOOK),
        ...Array.from({ length: 50 }, (_, index) => ({
          name: `xl/media/${index}.xml`,
          data: '',
          sharesHeaderOf: 5,
        })),
      ]),
    expect: refused('import-zip-bomb'),
  },
  {
    name: 'a zip within the zip',
    bytes: () => {
      const inner = zip([{ name: 'again.zip', ...blanks(16) }]);
      return zip([...bookParts(BOOK), { name: 'xl/embeddings/inner.zip', data: inner }]);
    },
    expect: cells({ A1: 1 }),
  },
  {
    name: 'half a million rows that are all alike',
    bytes: () => sheetWith({ data: rowsAlike(600_000) }),
    expect: refused('import-zip-bomb'),
  },
  {
    name: 'a million comments in the styles, none of them closed',
    bytes: () =>
      zip(
        bookParts(BOOK).map((part) =>
          part.name === 'xl/styles.xml' ? { ...part, data: '<!--'.repeat(1_000_000) } : part,
        ),
      ),
    expect: refused('import-damaged'),
  },
  {
    name: 'a quote that never ends',
    bytes: () => sheetWith({ data: XML.replace('r="A1"', `r="${'A'.repeat(2 * MB)}`) }),
    expect: refused('import-damaged'),
  },
];
