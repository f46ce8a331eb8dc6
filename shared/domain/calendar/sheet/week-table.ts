import { escapeHtml } from '@shared/lib/html';
import { cellKey, itemsByCell } from '../cell.rules';
import { SLOTS, type Slot } from '../slots';
import type { GridLine, GridPlan, GridRow } from './grid-layout';
import { countLines } from './measure';
import { CELL, linesMm, type Metrics, roomEm } from './paper';
import type { SheetItem, WeekSheetInput } from './sheet.types';
import { factsHtml, factsText, itemBlock, slotLabel } from './sheet-parts';
import type { StyleBook } from './style-book';

/** The grid of a week on one kind of paper: its measures, its lines, and its markup. */
export type WeekTable = {
  cellMm: number;
  headMm: number;
  lines: GridLine<SheetItem>[];
  page: (rows: readonly GridRow<SheetItem>[], plan: GridPlan<SheetItem>) => string;
};

const DATE_PT = 13;
const FACTS_PT = 8.5;
/** What a slot's sign, name and hours need one above the other, on A4. */
const SLOT_HEAD_MM = 19.8;
const SLOT_COLUMN_MM = 19;
const DAY_COLUMN_MM = 25;

const isSlot = (key: string): key is Slot => SLOTS.some((slot) => slot === key);

function dayLabel(input: WeekSheetInput, day: string): string {
  const { words, look } = input;
  const facts = input.facts.find((of) => of.day === day);
  return (
    `<div class="date"><span class="weekday">${escapeHtml(words.weekday(day))}</span>` +
    `${escapeHtml(words.date(day))}</div><div class="facts">${factsHtml(facts, look, words)}</div>`
  );
}

/** Dates take one line or two, festivals and the lunar day as many as the fullest day needs. */
function dayHeadMm(
  input: WeekSheetInput,
  day: string,
  widthMm: number,
  scale: number,
  dateLines = 1,
): number {
  const { words, look } = input;
  const facts = input.facts.find((of) => of.day === day);
  const room = roomEm(widthMm - 2 * CELL.paddingMm * scale - 1, FACTS_PT * scale);
  const lines = countLines(factsText(facts, look, words), room);
  return (
    linesMm(dateLines, DATE_PT * scale) +
    linesMm(Math.max(1, lines), FACTS_PT * scale) +
    3.5 * scale
  );
}

function cellsHtml(
  input: WeekSheetInput,
  plan: GridPlan<SheetItem>,
  items: readonly SheetItem[],
  slot: string,
  book: StyleBook,
): string {
  const blocks = items.map((item) => itemBlock(input.look, input.words, item, plan.step, book));
  return `<td class="${slot}">${blocks.join('')}</td>`;
}

const continuedHtml = (input: WeekSheetInput, isContinued: boolean) =>
  isContinued ? `<div class="hours">${escapeHtml(input.words.continued)}</div>` : '';

const tableHtml = (columns: string, head: string, body: string, vars: string) =>
  `<table class="${vars}"><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${body}</tbody></table>`;

function stepVars({ step }: GridPlan<SheetItem>, book: StyleBook): string {
  return book.add(
    `--title: ${step.titlePt}pt; --meta: ${step.metaPt}pt; --lead: ${step.lineHeight}; ` +
      `--pad: ${step.paddingMm}mm; --gap: ${step.gapMm}mm`,
  );
}

/** Landscape: slots are rows, days are columns. */
function slotRows(input: WeekSheetInput, metrics: Metrics, book: StyleBook): WeekTable {
  const { week, words } = input;
  const { scale, widthMm } = metrics;
  const cells = itemsByCell(input.items);
  const cellMm = (widthMm - SLOT_COLUMN_MM * scale) / 7;
  const headMm = Math.max(...week.days.map((day) => dayHeadMm(input, day, cellMm, scale)));
  const columns =
    `<col class="${book.add(`width: ${(SLOT_COLUMN_MM * scale).toFixed(2)}mm`)}">` +
    `<col class="${book.add(`width: ${cellMm.toFixed(2)}mm`)}">`.repeat(7);
  const heads = week.days.map(
    (day, index) =>
      `<th scope="col"${index > 4 ? ' class="weekend"' : ''}>${dayLabel(input, day)}</th>`,
  );
  return {
    cellMm,
    headMm,
    lines: SLOTS.map((slot) => ({
      key: slot,
      headMm: SLOT_HEAD_MM * scale,
      cells: week.days.map((date) => cells.get(cellKey({ date, slot })) ?? []),
    })),
    page: (rows, plan) => {
      const body = rows.map((row) => {
        const height = book.add(`height: ${row.heightMm.toFixed(2)}mm`);
        const label = isSlot(row.key) ? slotLabel(words, row.key) : '';
        const days = row.cells.map((items) => cellsHtml(input, plan, items, row.key, book));
        return (
          `<tr class="${height}"><th scope="row" class="band ${row.key}">${label}` +
          `${continuedHtml(input, row.isContinued)}</th>${days.join('')}</tr>`
        );
      });
      const headHeight = book.add(`height: ${headMm.toFixed(2)}mm`);
      const head = `<tr class="${headHeight}"><th></th>${heads.join('')}</tr>`;
      return tableHtml(columns, head, body.join(''), stepVars(plan, book));
    },
  };
}

/** Portrait: days are rows from the top down, slots are columns: wide cells for an upright sheet. */
function dayRows(input: WeekSheetInput, metrics: Metrics, book: StyleBook): WeekTable {
  const { week, words } = input;
  const { scale, widthMm } = metrics;
  const cells = itemsByCell(input.items);
  const dayMm = DAY_COLUMN_MM * scale;
  const cellMm = (widthMm - dayMm) / SLOTS.length;
  const headMm = 11 * scale;
  const columns =
    `<col class="${book.add(`width: ${dayMm.toFixed(2)}mm`)}">` +
    `<col class="${book.add(`width: ${cellMm.toFixed(2)}mm`)}">`.repeat(SLOTS.length);
  const heads = SLOTS.map(
    (slot) => `<th scope="col" class="band ${slot}">${slotLabel(words, slot)}</th>`,
  );
  return {
    cellMm,
    headMm,
    lines: week.days.map((date) => ({
      key: date,
      // The weekday stands above its date.
      headMm: dayHeadMm(input, date, dayMm, scale, 2),
      cells: SLOTS.map((slot) => cells.get(cellKey({ date, slot })) ?? []),
    })),
    page: (rows, plan) => {
      const body = rows.map((row) => {
        const height = book.add(`height: ${row.heightMm.toFixed(2)}mm`);
        const weekend = week.days.indexOf(row.key) > 4 ? ' weekend' : '';
        const slots = row.cells.map((items, index) =>
          cellsHtml(input, plan, items, SLOTS[index] ?? 'night', book),
        );
        return (
          `<tr class="${height}"><th scope="row" class="day${weekend}">${dayLabel(input, row.key)}` +
          `${continuedHtml(input, row.isContinued)}</th>${slots.join('')}</tr>`
        );
      });
      const headHeight = book.add(`height: ${headMm.toFixed(2)}mm`);
      const head = `<tr class="${headHeight}"><th></th>${heads.join('')}</tr>`;
      return tableHtml(columns, head, body.join(''), stepVars(plan, book));
    },
  };
}

/** Days across on a wide sheet, days from the top down on a high one. */
export function weekTable(input: WeekSheetInput, metrics: Metrics, book: StyleBook): WeekTable {
  return metrics.paper.isLandscape ? slotRows(input, metrics, book) : dayRows(input, metrics, book);
}
