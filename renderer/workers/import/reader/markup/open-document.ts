import type { Merge, RawCell, Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  putCell,
  type SheetBuilder,
} from '@shared/domain/import/sheet-builder';
import type { SizeLimit } from '../size-limit';
import { readNumberText } from '../xlsx/cell-number';
import { msOfIsoCell, msOfSerial } from '../xlsx/serial-date';
import { decodeEntities } from './entities';
import { scanMarkup, type Tag } from './scan-markup';

/** Parts that hold cells or text which are not the sheet's. */
const ASIDE = new Set(['annotation', 'tracked-changes', 'shapes', 'ruby-text', 'forms', 'desc']);
const ERROR = /^(?:#[A-Z0-9/!?]+|Err:\d{3})$/;
const TIME = /^P(?:\d+D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/;
/** Times of a day are days of 1900 to every other format. */
const TIME_EPOCH_MS = Date.UTC(1899, 11, 30);

type OpenSheet = {
  name: string;
  styleName: string;
  builder: SheetBuilder;
  merges: Merge[];
  row: number;
  rowRepeat: number;
  column: number;
};
type OpenCell = { tag: Tag; repeat: number; paragraphs: string[] };

const countOf = (tag: Tag, name: string) =>
  Math.max(1, Math.floor(Number(tag.attribute(name)) || 1));

function numberCell(text: string, isDate: boolean): RawCell {
  const read = readNumberText(text);
  if (read.kind === 'digits') return { digits: read.digits };
  if (read.kind === 'text') return text;
  const ms = isDate ? msOfSerial(read.value, false) : undefined;
  return ms === undefined ? read.value : new Date(ms);
}

function timeCell(value: string, shown: string): RawCell {
  const match = TIME.exec(value);
  if (!match) return shown;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  return new Date(TIME_EPOCH_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** The styles by which numbers are shown as dates, as some writers keep them. */
function createDateStyles() {
  const dates = new Set<string>();
  const formatOf = new Map<string, string>();
  return {
    addFormat: (tag: Tag) => dates.add(tag.attribute('style:name') ?? ''),
    addStyle: (tag: Tag) => {
      const format = tag.attribute('style:data-style-name');
      if (format !== undefined) formatOf.set(tag.attribute('style:name') ?? '', format);
    },
    showsDate: (tag: Tag) => {
      const format = formatOf.get(tag.attribute('table:style-name') ?? '');
      return format !== undefined && dates.has(format);
    },
  };
}

type DateStyles = ReturnType<typeof createDateStyles>;

function cellValue({ tag, paragraphs }: OpenCell, styles: DateStyles): RawCell {
  const shown = paragraphs.join('\n');
  const isError = tag.attribute('calcext:value-type') === 'error' || ERROR.test(shown);
  const hasFormula = tag.attribute('table:formula') !== undefined;
  if (isError && hasFormula) return { error: shown };
  switch (tag.attribute('office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return numberCell(tag.attribute('office:value') ?? shown, styles.showsDate(tag));
    case 'date': {
      const ms = msOfIsoCell((tag.attribute('office:date-value') ?? '').replace(/(\.\d*)?Z?$/, ''));
      return ms === undefined ? shown : new Date(ms);
    }
    case 'time':
      return timeCell(tag.attribute('office:time-value') ?? '', shown);
    case 'boolean':
      return tag.attribute('office:boolean-value') === 'true';
    case 'string':
      return shown === '' ? (tag.attribute('office:string-value') ?? null) : shown;
    default:
      if (shown !== '') return shown;
      return hasFormula ? { formula: true } : null;
  }
}

/**
 * The content of an OpenDocument spreadsheet (`content.xml` of an .ods, or a flat .fods). Numbers keep
 * the digits that the file writes; repeated blank cells and rows cost nothing.
 */
export function readOpenDocument(xml: string, allow: SizeLimit): Sheet[] {
  const texts = createTextTable();
  const sheets: OpenSheet[] = [];
  const hiddenStyles = new Set<string>();
  const aside: string[] = [];
  const dateStyles = createDateStyles();
  let style = '';
  let sheet: OpenSheet | undefined;
  let cell: OpenCell | undefined;
  let isInParagraph = false;

  function closeCell(): void {
    if (!sheet || !cell) return;
    const value = cellValue(cell, dateStyles);
    const { column, row, rowRepeat } = sheet;
    if (value !== null && value !== '') {
      allow.cell(column + cell.repeat, row + rowRepeat);
      for (let down = 0; down < rowRepeat; down++) {
        for (let across = 0; across < cell.repeat; across++) {
          putCell(sheet.builder, texts, row + down, column + across, value);
        }
      }
    }
    const right = column + countOf(cell.tag, 'table:number-columns-spanned') - 1;
    const bottom = row + countOf(cell.tag, 'table:number-rows-spanned') - 1;
    if (right > column || bottom > row) {
      sheet.merges.push({ top: row, left: column, bottom, right });
    }
    sheet.column += cell.repeat;
    cell = undefined;
  }

  function openCell(tag: Tag): void {
    const repeat = countOf(tag, 'table:number-columns-repeated');
    if (tag.name === 'covered-table-cell') {
      // What a merge covers is not shown.
      if (sheet) sheet.column += repeat;
      if (!tag.isEmpty) aside.push(tag.name);
      return;
    }
    cell = { tag, repeat, paragraphs: [] };
    if (tag.isEmpty) closeCell();
  }

  function addText(text: string): void {
    const last = (cell?.paragraphs.length ?? 0) - 1;
    if (cell && isInParagraph && last >= 0) cell.paragraphs[last] += text;
  }

  function openTag(tag: Tag): void {
    if (aside.length > 0 || ASIDE.has(tag.name)) {
      if (!tag.isEmpty && (aside.length === 0 || tag.name === aside[0])) aside.push(tag.name);
      return;
    }
    switch (tag.name) {
      case 'style':
        style = tag.attribute('style:name') ?? '';
        dateStyles.addStyle(tag);
        break;
      case 'date-style':
      case 'time-style':
        dateStyles.addFormat(tag);
        break;
      case 'table-properties':
        if (tag.attribute('table:display') === 'false') hiddenStyles.add(style);
        break;
      case 'table':
        sheet = {
          name: tag.attribute('table:name') ?? '',
          styleName: tag.attribute('table:style-name') ?? '',
          builder: createSheetBuilder(''),
          merges: [],
          row: 0,
          rowRepeat: 1,
          column: 0,
        };
        sheets.push(sheet);
        break;
      case 'table-row':
        if (!sheet) break;
        sheet.rowRepeat = countOf(tag, 'table:number-rows-repeated');
        sheet.column = 0;
        if (tag.isEmpty) sheet.row += sheet.rowRepeat;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        openCell(tag);
        break;
      case 'p':
      case 'h':
        cell?.paragraphs.push('');
        isInParagraph = !tag.isEmpty;
        break;
      case 's':
        addText(' '.repeat(Math.min(1000, countOf(tag, 'text:c'))));
        break;
      case 'tab':
        addText('\t');
        break;
      case 'line-break':
        addText('\n');
        break;
      default:
    }
  }

  function closeTag(name: string): void {
    if (aside.length > 0) {
      if (name === aside[0]) aside.pop();
      return;
    }
    if (name === 'table-cell') closeCell();
    else if (name === 'p' || name === 'h') isInParagraph = false;
    else if (name === 'table') sheet = undefined;
    else if (name === 'table-row' && sheet) sheet.row += sheet.rowRepeat;
  }

  scanMarkup(
    xml,
    {
      open: openTag,
      close: closeTag,
      text: (raw, isCdata) => {
        if (aside.length === 0 && isInParagraph) {
          addText((isCdata ? raw : decodeEntities(raw)).replace(/[ \t\r\n]+/g, ' '));
        }
      },
    },
    false,
  );
  const table = texts.finish();
  return sheets.map(({ name, styleName, builder, merges }) => ({
    ...builder.finish(table, merges),
    name,
    visibility: hiddenStyles.has(styleName) ? 'hidden' : 'visible',
  }));
}
