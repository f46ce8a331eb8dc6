import { type ZipOptions, type ZipPart, zip } from './zip-writer';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type BookSheet = {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  xml: string | Uint8Array;
};

export type Book = {
  sheets: readonly BookSheet[];
  /** Each one the inside of an `<si>`. */
  shared?: readonly string[];
  /** The whole part instead. */
  sharedXml?: string | Uint8Array;
  styles?: string | Uint8Array;
  workbookPr?: string;
  /** Behind the list of sheets. */
  workbookEnd?: string;
  /** Instead of what would be written under this name; `null` leaves the part out. */
  replace?: Readonly<Record<string, string | Uint8Array | null>>;
  extra?: readonly ZipPart[];
};

/** The XML of a sheet with these rows; `after` stands behind them (merges). */
export function sheetXml(rows: string, after = '', before = ''): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function sharedXml(items: readonly string[]): string {
  const all = items.map((item) => `<si>${item}</si>`).join('');
  return `${DECLARATION}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${all}</sst>`;
}

/** Cell formats by number format: an id, or a code of its own from 164 on. */
export function stylesXml(formats: readonly (number | string)[]): string {
  const codes = formats.filter((format) => typeof format === 'string');
  const own = codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const xfs = formats.map((format) => {
    const id = typeof format === 'number' ? format : 164 + codes.indexOf(format);
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  });
  return `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`;
}

function workbookXml(book: Book): string {
  const sheets = book.sheets.map(({ name, state }, index) => {
    const shown = state ? ` state="${state}"` : '';
    return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${shown} r:id="rId${index + 1}"/>`;
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${book.workbookPr ?? ''}<sheets>${sheets.join('')}</sheets>${book.workbookEnd ?? ''}</workbook>`;
}

export function relationsXml(targets: readonly { id: string; kind: string; to: string }[]): string {
  const all = targets.map(
    ({ id, kind, to }) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${to}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}">${all.join('')}</Relationships>`;
}

function contentTypes(book: Book): string {
  const sheets = book.sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  );
  return `${DECLARATION}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${sheets.join('')}<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${KIND}.sharedStrings+xml"/></Types>`;
}

/** The parts of a workbook in the order and under the names that Excel gives them. */
export function bookParts(book: Book): ZipPart[] {
  const relations = book.sheets.map((_, index) => ({
    id: `rId${index + 1}`,
    kind: 'worksheet',
    to: `worksheets/sheet${index + 1}.xml`,
  }));
  const shared = book.sharedXml ?? (book.shared ? sharedXml(book.shared) : null);
  const written: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': contentTypes(book),
    '_rels/.rels': relationsXml([{ id: 'rId1', kind: 'officeDocument', to: 'xl/workbook.xml' }]),
    'xl/workbook.xml': workbookXml(book),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...relations,
      { id: 'rIdStyles', kind: 'styles', to: 'styles.xml' },
      { id: 'rIdTexts', kind: 'sharedStrings', to: 'sharedStrings.xml' },
    ]),
    'xl/styles.xml': book.styles ?? stylesXml([0]),
    'xl/sharedStrings.xml': shared,
  };
  book.sheets.forEach(({ xml }, index) => {
    written[`xl/worksheets/sheet${index + 1}.xml`] = xml;
  });
  const parts = Object.entries({ ...written, ...book.replace }).flatMap(([name, data]) =>
    data === null ? [] : [{ name, data }],
  );
  return [...parts, ...(book.extra ?? [])];
}

export function workbook(book: Book, options: ZipOptions = {}): Uint8Array {
  return zip(bookParts(book), options);
}

/** A workbook of one sheet with these rows, which is all that most cases need. */
export function oneSheet(rows: string, book: Omit<Book, 'sheets'> = {}): Uint8Array {
  return workbook({ ...book, sheets: [{ xml: sheetXml(rows) }] });
}

/** A whole part in UTF-16 with its mark. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), true);
  return bytes;
}
