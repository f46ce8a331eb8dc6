import { CELL, type Merge, type Sheet } from '@shared/domain/import/sheet';
import {
  createSheetBuilder,
  createTextTable,
  type TextTableBuilder,
} from '@shared/domain/import/sheet-builder';
import type { SizeLimit } from '../size-limit';
import { decodeEntities } from './entities';
import { createCellText } from './html-cell';
import { scanMarkup, type Tag } from './scan-markup';

/** What browsers allow; more is not meant. */
const MOST_COLUMNS_SPANNED = 1000;
const MOST_ROWS_SPANNED = 65_534;

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'dl', 'dd', 'h1', 'h2', 'h3', 'h4', 'pre']);
/** Shown by a column too narrow, or rounded: the number behind is nearer to what was meant. */
const NOT_SHOWN = /^(?:#+|-?[\d.]+E[+-]?\d+)?$/i;

function spanOf(tag: Tag, name: string, most: number): number {
  const span = Number(tag.attribute(name) ?? 1);
  return span >= 1 ? Math.min(Math.floor(span), most) : 1;
}

/** One table on its way to a sheet. */
function createTable(texts: TextTableBuilder, allow: SizeLimit) {
  const builder = createSheetBuilder('');
  const merges: Merge[] = [];
  /** For each column the row from which on it is free again. */
  const takenUntil: number[] = [];
  const text = createCellText();
  let row = -1;
  let column = 0;
  let cell: Tag | undefined;
  let isInRow = false;

  function closeCell(): void {
    if (!cell) return;
    const shown = text.take();
    // Excel writes what a cell holds beside what it shows.
    const exact = NOT_SHOWN.test(shown) ? cell.attribute('x:num') : undefined;
    const value = cell.attribute('x:str') || exact || shown;
    if (value !== '') builder.put(row, column, CELL.text, texts.add(value));
    const width = spanOf(cell, 'colspan', MOST_COLUMNS_SPANNED);
    const height = spanOf(cell, 'rowspan', MOST_ROWS_SPANNED);
    if (width > 1 || height > 1) {
      merges.push({ top: row, left: column, bottom: row + height - 1, right: column + width - 1 });
    }
    if (height > 1) {
      for (let at = column; at < column + width; at++) takenUntil[at] = row + height;
    }
    column += width;
    cell = undefined;
  }

  function closeRow(): void {
    closeCell();
    isInRow = false;
  }

  return {
    builder,
    merges,
    text,
    closeCell,
    closeRow,
    hasCell: () => cell !== undefined,
    openRow(): void {
      closeRow();
      row += 1;
      column = 0;
      isInRow = true;
    },
    openCell(tag: Tag): void {
      closeCell();
      if (!isInRow) this.openRow();
      while ((takenUntil[column] ?? 0) > row) column += 1;
      allow.cell(column + 1, row + 1);
      cell = tag;
    },
  };
}

type Table = ReturnType<typeof createTable>;

/** The names that Excel gives its sheets in a note for itself. */
function sheetNames(comment: string): string[] {
  const found = comment.matchAll(/<x:Name>([^<]*)<\/x:Name>/gi);
  return Array.from(found, (match) => decodeEntities(match[1] ?? ''));
}

/** A merge that reaches beyond the last row ends there, as browsers draw it. */
function fitted(merges: readonly Merge[], rowCount: number): Merge[] {
  return merges
    .filter((merge) => merge.top < rowCount)
    .map((merge) => ({ ...merge, bottom: Math.min(merge.bottom, rowCount - 1) }))
    .filter((merge) => merge.bottom > merge.top || merge.right > merge.left);
}

/**
 * The tables of an HTML page, which back offices name .xls: each with content is a sheet, and every
 * cell stays text as it is shown. A table inside a cell is a sheet of its own.
 */
export function readHtmlTables(html: string, file: string, allow: SizeLimit): Sheet[] {
  const texts = createTextTable();
  const done: Table[] = [];
  const open: Table[] = [];
  const names: string[] = [];
  const current = () => open[open.length - 1];

  function openTable(): Table {
    const frame = createTable(texts, allow);
    open.push(frame);
    done.push(frame);
    return frame;
  }

  scanMarkup(
    html,
    {
      open: (tag) => {
        const frame = current();
        if (tag.name === 'table') openTable();
        else if (tag.name === 'tr') (frame ?? openTable()).openRow();
        else if (tag.name === 'td' || tag.name === 'th') (frame ?? openTable()).openCell(tag);
        else if (tag.name === 'br') frame?.text.lineBreak();
        else if (BLOCKS.has(tag.name) && frame?.hasCell()) frame.text.blockEdge();
      },
      close: (name) => {
        const frame = current();
        if (!frame) return;
        if (name === 'table') {
          frame.closeRow();
          open.pop();
        } else if (name === 'tr') frame.closeRow();
        else if (name === 'td' || name === 'th') frame.closeCell();
        else if (BLOCKS.has(name) && frame.hasCell()) frame.text.blockEdge();
      },
      text: (raw, isCdata) => {
        const frame = current();
        if (frame?.hasCell()) frame.text.add(raw, isCdata);
      },
      comment: (text) => names.push(...sheetNames(text)),
    },
    true,
  );
  for (const frame of open) frame.closeRow();

  const blocks = texts.finish();
  const sheets = done.map((one) => {
    const sheet = one.builder.finish(blocks);
    return { ...sheet, merges: fitted(one.merges, sheet.rowCount) };
  });
  const filled = sheets.filter((sheet) => sheet.rowCount > 0);
  return filled.map((sheet, index) => {
    const plain = filled.length === 1 ? file : `${index + 1}`;
    return { ...sheet, name: names.length === filled.length ? (names[index] ?? plain) : plain };
  });
}
