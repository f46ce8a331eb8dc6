import type { Merge, RawCell, Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  putCell,
  type SheetBuilder,
} from '@shared/domain/import/sheet-builder';
import type { SizeLimit } from '../size-limit';
import { readNumberText } from '../xlsx/cell-number';
import { isDateCode } from '../xlsx/number-format';
import { msOfIsoCell, msOfSerial } from '../xlsx/serial-date';
import { decodeEntities } from './entities';
import { scanMarkup, type Tag } from './scan-markup';

/** Formats that are called by a name instead of a code. */
const NAMED_DATES = /^(?:general|short|medium|long) (?:date|time)$/i;
const VISIBILITY = new Map<string, Sheet['visibility']>([
  ['sheethidden', 'hidden'],
  ['sheetveryhidden', 'veryHidden'],
]);

type OpenSheet = {
  name: string;
  visibility: Sheet['visibility'];
  builder: SheetBuilder;
  merges: Merge[];
  row: number;
  column: number;
};
type OpenCell = { type: string | undefined; hasFormula: boolean; isDate: boolean; text: string };

const spanOf = (tag: Tag, name: string) =>
  Math.max(0, Math.floor(Number(tag.attribute(name)) || 0));

function cellValue({ type, hasFormula, isDate, text }: OpenCell, is1904: boolean): RawCell {
  if (type === undefined) return hasFormula ? { formula: true } : null;
  switch (type.toLowerCase()) {
    case 'number': {
      const read = readNumberText(text.trim());
      if (read.kind === 'digits') return { digits: read.digits };
      if (read.kind === 'text') return text;
      const ms = isDate ? msOfSerial(read.value, is1904) : undefined;
      return ms === undefined ? read.value : new Date(ms);
    }
    case 'datetime': {
      const ms = msOfIsoCell(text.trim().replace(/T24:/, 'T00:'));
      return ms === undefined ? text : new Date(ms);
    }
    case 'boolean':
      return text.trim() === '1' || text.trim().toLowerCase() === 'true';
    case 'error':
      return { error: text.trim() };
    default:
      return text.replace(/\r\n?/g, '\n');
  }
}

/** A workbook of Excel 2003 in XML. Long numbers keep their digits as the file writes them. */
export function readSpreadsheetXml(xml: string, allow: SizeLimit): Sheet[] {
  const texts = createTextTable();
  const sheets: OpenSheet[] = [];
  const dateStyles = new Set<string>();
  let style = '';
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;
  let isInData = false;
  let isInComment = false;
  let wanted = '';
  let heard = '';
  let is1904 = false;
  let afterCell = 0;

  function openRow(tag: Tag): void {
    if (!sheet) return;
    const index = spanOf(tag, 'ss:index');
    sheet.row = index > 0 ? index - 1 : sheet.row + 1;
    sheet.column = -1;
    if (tag.isEmpty) sheet.row += spanOf(tag, 'ss:span');
  }

  function openCell(tag: Tag): void {
    if (!sheet) return;
    const index = spanOf(tag, 'ss:index');
    sheet.column = index > 0 ? index - 1 : sheet.column + 1;
    allow.cell(sheet.column + 1, sheet.row + 1);
    cell = {
      type: undefined,
      hasFormula: tag.attribute('ss:formula') !== undefined,
      isDate: dateStyles.has(tag.attribute('ss:styleid') ?? ''),
      text: '',
    };
    const across = spanOf(tag, 'ss:mergeacross');
    const down = spanOf(tag, 'ss:mergedown');
    if (across > 0 || down > 0) {
      const { row: top, column: left } = sheet;
      sheet.merges.push({ top, left, bottom: top + down, right: left + across });
    }
    if (tag.isEmpty) closeCell(across);
    else afterCell = across;
  }

  function closeCell(across: number): void {
    if (!sheet || !cell) return;
    putCell(sheet.builder, texts, sheet.row, sheet.column, cellValue(cell, is1904));
    sheet.column += across;
    cell = undefined;
  }

  function openTag(tag: Tag): void {
    switch (tag.name) {
      case 'worksheet':
        sheet = {
          name: tag.attribute('ss:name') ?? '',
          visibility: 'visible',
          builder: createSheetBuilder(''),
          merges: [],
          row: -1,
          column: -1,
        };
        sheets.push(sheet);
        break;
      case 'style':
        style = tag.attribute('ss:id') ?? '';
        break;
      case 'numberformat': {
        const format = tag.attribute('ss:format') ?? '';
        if (NAMED_DATES.test(format) || isDateCode(format)) dateStyles.add(style);
        break;
      }
      case 'row':
        openRow(tag);
        break;
      case 'cell':
        openCell(tag);
        break;
      case 'comment':
        isInComment = true;
        break;
      case 'data':
        isInData = !isInComment && !tag.isEmpty;
        if (cell && !isInComment) cell.type = tag.attribute('ss:type') ?? 'String';
        break;
      case 'visible':
      case 'date1904':
        wanted = tag.isEmpty ? '' : tag.name;
        heard = '';
        if (tag.name === 'date1904') is1904 = true;
        break;
      default:
    }
  }

  function closeTag(name: string): void {
    if (name === 'cell') closeCell(afterCell);
    else if (name === 'comment') isInComment = false;
    else if (name === 'data') isInData = false;
    else if (name === 'worksheet') sheet = undefined;
    else if (name === 'visible' && sheet && wanted === name) {
      sheet.visibility = VISIBILITY.get(heard.trim().toLowerCase()) ?? 'visible';
      wanted = '';
    }
  }

  scanMarkup(
    xml,
    {
      open: openTag,
      close: closeTag,
      text: (raw, isCdata) => {
        const text = isCdata ? raw : decodeEntities(raw);
        if (cell && isInData) cell.text += text;
        else if (wanted !== '') heard += text;
      },
    },
    false,
  );
  const table = texts.finish();
  return sheets.map(({ name, visibility, builder, merges }) => ({
    ...builder.finish(table, merges),
    name,
    visibility,
  }));
}
