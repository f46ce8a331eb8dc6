import { strToU8, zipSync } from 'fflate';
import { BOOK_STYLES_XML } from './book-styles';

/** A text, or a day as the number that spreadsheet programs count. */
export type BookCell = { text?: string; number?: number; style: number };
export type BookRow = { cells: readonly (BookCell | undefined)[]; heightPt?: number };
/** Rows and columns from 0, both ends included. */
export type Merge = { row: number; column: number; toRow: number; toColumn: number };
export type BookSheet = {
  name: string;
  rows: readonly BookRow[];
  /** In digits' widths. */
  widths: readonly number[];
  merges: readonly Merge[];
  /** Rows at the top that stay in sight and head every printed page. */
  headRows: number;
  paper?: { isA3: boolean; isLandscape: boolean };
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** More characters than this and Excel calls the file damaged. */
const MAX_CELL_TEXT = 32_767;
const MAX_NAME = 31;

/** What XML cannot hold at all: control signs and halves of characters that somebody pasted. */
function isWritable(character: string): boolean {
  const cp = character.codePointAt(0) ?? 0;
  if (cp < 0x20) return cp === 9 || cp === 10 || cp === 13;
  return !(cp >= 0xd800 && cp <= 0xdfff) && cp !== 0xfffe && cp !== 0xffff;
}

const escapeXml = (text: string) =>
  Array.from(text)
    .filter(isWritable)
    .join('')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

function letters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column < 26 ? letter : letters((column - rest) / 26 - 1) + letter;
}
const at = (row: number, column: number) => `${letters(column)}${row + 1}`;

function cellXml(cell: BookCell | undefined, row: number, column: number): string {
  if (cell === undefined) return '';
  const open = `<c r="${at(row, column)}" s="${cell.style}"`;
  if (cell.number !== undefined) return `${open}><v>${cell.number}</v></c>`;
  if (!cell.text) return `${open}/>`;
  const text = escapeXml(cell.text.slice(0, MAX_CELL_TEXT));
  return `${open} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function sheetXml(sheet: BookSheet): string {
  const rows = sheet.rows.map(({ cells, heightPt }, row) => {
    const height = heightPt === undefined ? '' : ` ht="${heightPt}" customHeight="1"`;
    return `<row r="${row + 1}"${height}>${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`;
  });
  const columns = sheet.widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = sheet.merges.map(
    ({ row, column, toRow, toColumn }) =>
      `<mergeCell ref="${at(row, column)}:${at(toRow, toColumn)}"/>`,
  );
  const { paper, headRows } = sheet;
  const frozen =
    headRows > 0
      ? `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : '';
  return (
    `${HEAD}<worksheet xmlns="${MAIN}">${paper ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}` +
    `<sheetViews><sheetView workbookViewId="0"${paper ? ' showGridLines="0"' : ''}>${frozen}</sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`
      : '') +
    '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.5" header="0.2" footer="0.25"/>' +
    (paper
      ? `<pageSetup paperSize="${paper.isA3 ? 8 : 9}" orientation="${paper.isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
      : '') +
    '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}

/** Names as spreadsheet programs take them: short, without their signs, each once. */
function plainNames(sheets: readonly BookSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim() || 'Sheet';
    let unique = Array.from(plain).slice(0, MAX_NAME).join('').slice(0, MAX_NAME);
    for (let n = 2; taken.has(unique.toLowerCase()); n += 1)
      unique = `${plain.slice(0, MAX_NAME - 4)} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** A workbook with merged cells, widths, wrapped text and a page set up for printing. */
export function writeBook(sheets: readonly BookSheet[]): Uint8Array<ArrayBuffer> {
  const names = plainNames(sheets);
  const ids = sheets.map((_, n) => n + 1);
  const titles = sheets.flatMap(({ headRows }, n) =>
    headRows > 0
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${escapeXml(names[n] ?? '')}'!$1:$${headRows}</definedName>`
      : [],
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
      ids
        .map(
          (id) =>
            `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
        )
        .join('') +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>` +
      ids
        .map(
          (id) =>
            `<sheet name="${escapeXml(names[id - 1] ?? '')}" sheetId="${id}" r:id="rId${id}"/>`,
        )
        .join('') +
      `</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
      ids
        .map(
          (id) =>
            `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/worksheet" Target="worksheets/sheet${id}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId${ids.length + 1}" Type="${OFFICE}/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': BOOK_STYLES_XML,
    ...Object.fromEntries(
      sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(files)));
}
