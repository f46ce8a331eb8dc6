import { escapeHtml } from '@shared/lib/html';
import { weekdayOf } from '@shared/lib/time';
import type { DayFacts } from '../facts/day-facts';
import { breakLines, countLines, textEm } from './measure';
import { linesMm, metricsOf, roomEm } from './paper';
import type { MonthSheetInput, SheetItem, SheetPages } from './sheet.types';
import { framePages, planHead } from './sheet-head';
import { SLOT_ICONS } from './sheet-icons';
import { factsHtml, factsText, openYearRemark } from './sheet-parts';
import { sheetStyle } from './sheet-style';
import { StyleBook } from './style-book';
import { compareByPlace } from './week-sheet';

const DATE_PT = 13;
const FACTS_PT = 8;
const WEEKDAY_MM = 7;
const PADDING_MM = 1;
/** Before the title: the sign of its slot. */
const SIGN_EM = 1.4;
const LEAD = 1.2;
/** Beside the facts of its day. */
const DATE_MM = 8;
/** How titles are set, the best first: whole while they can be read, then shortened. */
const SETTINGS: readonly { longest: number; sizesPt: readonly number[] }[] = [
  { longest: Number.POSITIVE_INFINITY, sizesPt: [13, 11, 10, 9, 8, 7.5] },
  { longest: 2, sizesPt: [8] },
  { longest: 1, sizesPt: [9, 8, 7] },
];

type Line = { item: SheetItem; text: string; lines: number; isCut: boolean };
type DayCell = { facts: DayFacts | undefined; lines: Line[]; headMm: number };
type Setting = { titlePt: number; longest: number };

/** Weeks of a month, Monday first; days of other months are `undefined`. */
function weeksOf(facts: readonly DayFacts[]): (DayFacts | undefined)[][] {
  const before = weekdayOf(facts[0]?.day ?? '2000-01-03') - 1;
  const cells: (DayFacts | undefined)[] = [...Array<undefined>(before).fill(undefined), ...facts];
  while (cells.length % 7 !== 0) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function shorten(title: string, room: number, longest: number): Omit<Line, 'item'> {
  const lines = breakLines(title.replace(/\s+/g, ' '), room);
  if (lines.length <= longest) return { text: title, lines: lines.length, isCut: false };
  const kept = lines.slice(0, longest).map(({ line }) => line);
  const end = Array.from(kept.pop() ?? '');
  while (textEm(end.join('')) + 1 > room) end.pop();
  return { text: `${kept.join('')}${end.join('')}…`, lines: longest, isCut: true };
}

/**
 * The month on one page. Titles are set whole and as large as all of them allow; where a month holds
 * too much they are shortened with a mark, and days that still do not fit say how many more they
 * have. Never clipped in silence: the foot says that something was shortened.
 */
export function renderMonthSheet(input: MonthSheetInput, book = new StyleBook()): SheetPages {
  const { look, words } = input;
  const metrics = metricsOf(look.paper);
  const { scale } = metrics;
  const head = planHead(input.head, look, words, metrics, book);
  const cellMm = metrics.widthMm / 7;
  const textMm = cellMm - 2 * PADDING_MM - 1;
  const items = [...input.items].sort(compareByPlace);
  const weeks = weeksOf(input.facts);
  const gapMm = 0.5 * scale;
  const headOf = (facts: DayFacts | undefined) => {
    if (facts === undefined) return 0;
    const text = factsText(facts, look, words);
    const isBeside = countLines(text, roomEm(textMm - DATE_MM * scale, FACTS_PT * scale)) === 1;
    const below = isBeside ? 0 : countLines(text, roomEm(textMm, FACTS_PT * scale));
    return linesMm(1, DATE_PT * scale) + linesMm(below, FACTS_PT * scale);
  };

  const cellsAt = ({ titlePt, longest }: Setting): DayCell[][] =>
    weeks.map((week) =>
      week.map((facts) => ({
        facts,
        headMm: headOf(facts),
        lines: items
          .filter((item) => item.date === facts?.day)
          .map((item) => ({
            item,
            ...shorten(item.title, roomEm(textMm, titlePt) - SIGN_EM, longest),
          })),
      })),
    );
  const lineMm = (line: Line, titlePt: number) => linesMm(line.lines, titlePt, LEAD) + gapMm;
  const cellNeedsMm = (cell: DayCell, titlePt: number) =>
    cell.lines.reduce((sum, line) => sum + lineMm(line, titlePt), cell.headMm + 2 * PADDING_MM);
  const capacityMm = metrics.heightMm - head.heightMm - WEEKDAY_MM * scale - metrics.footMm - 2;
  const settings = SETTINGS.flatMap(({ longest, sizesPt }) =>
    sizesPt.map((pt) => ({ titlePt: pt * (scale > 1 ? 1.2 : 1), longest })),
  );
  const needs = (setting: Setting) =>
    cellsAt(setting).map((week) =>
      Math.max(...week.map((cell) => cellNeedsMm(cell, setting.titlePt))),
    );
  const last = settings.at(-1) ?? { titlePt: 7, longest: 1 };
  const setting =
    settings.find((it) => needs(it).reduce((sum, mm) => sum + mm, 0) <= capacityMm) ?? last;
  const heights = fitRows(needs(setting), capacityMm);

  let isCut = false;
  const rows = cellsAt(setting).map((week, at) => {
    const heightMm = heights[at] ?? 0;
    const cells = week.map((cell, weekday) => {
      const { shown, more } = fitCell(cell, heightMm, (line) => lineMm(line, setting.titlePt));
      isCut ||= more > 0 || shown.some((line) => line.isCut);
      const titles = shown.map(
        ({ item, text }) =>
          `<div class="line"><span class="sign ${item.slot}">${SLOT_ICONS[item.slot]}</span>${escapeHtml(text)}</div>`,
      );
      const rest = more > 0 ? `<div class="line"><b>${escapeHtml(words.more(more))}</b></div>` : '';
      if (cell.facts === undefined) return '<td class="outside"></td>';
      const date = String(Number(cell.facts.day.slice(8, 10)));
      return (
        `<td class="${weekday > 4 ? 'weekend' : ''}"><div class="head-line"><span class="date">${date}</span> ` +
        `<span class="facts">${factsHtml(cell.facts, look, words)}</span></div>${titles.join('')}${rest}</td>`
      );
    });
    return `<tr class="${book.add(`height: ${heightMm.toFixed(2)}mm`)}">${cells.join('')}</tr>`;
  });
  const weekdays = (weeks[1] ?? weeks[0] ?? []).map(
    (facts, weekday) =>
      `<th scope="col"${weekday > 4 ? ' class="weekend"' : ''}>${escapeHtml(facts ? words.weekday(facts.day) : '')}</th>`,
  );
  const body =
    `<table class="month ${book.add(`--title: ${setting.titlePt}pt; --gap: ${gapMm}mm`)}"><thead>` +
    `<tr class="${book.add(`height: ${WEEKDAY_MM * scale}mm`)}">${weekdays.join('')}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table>`;
  const remark = [openYearRemark(input.facts, look, words), isCut ? words.cutRemark : '']
    .filter((part) => part !== '')
    .join('　');
  const style = `${sheetStyle(look, metrics)}
.month td { padding: ${PADDING_MM}mm; } .month thead th { text-align: center; font-size: ${11 * scale}pt; }
.month .outside { background: #f4f2ec; }
.month .facts { font-size: ${FACTS_PT * scale}pt; }
.head-line { line-height: 1.25; } .month .date { margin-right: 0.8mm; }
.line { font-size: var(--title); line-height: ${LEAD}; margin-bottom: var(--gap); font-weight: 500; }
.sign { display: inline-block; width: ${SIGN_EM - 0.2}em; margin-right: 0.15em; color: var(--text);
  background: var(--tint); border-radius: 0.5mm; text-align: center; }`;
  return {
    style: `${style}\n${book.rules()}`,
    pages: framePages(head, [body], words, remark),
  };
}

/** Rows of one common height where the fullest week allows it; never more than the page. */
function fitRows(needsMm: readonly number[], capacityMm: number): number[] {
  const sum = needsMm.reduce((total, mm) => total + mm, 0);
  if (sum > capacityMm) return needsMm.map((mm) => (mm / sum) * capacityMm);
  let level = 0;
  for (let high = capacityMm, n = 0; n < 40; n += 1) {
    const middle = (level + high) / 2;
    const total = needsMm.reduce((all, mm) => all + Math.max(mm, middle), 0);
    if (total <= capacityMm) level = middle;
    else high = middle;
  }
  return needsMm.map((mm) => Math.max(mm, level));
}

/** The lines that a cell has room for; what is left needs a line that says so. */
function fitCell(cell: DayCell, heightMm: number, mmOf: (line: Line) => number) {
  const roomMm = heightMm - cell.headMm - 2 * PADDING_MM;
  const sums: number[] = [];
  let sum = 0;
  for (const line of cell.lines) {
    sum += mmOf(line);
    sums.push(sum);
  }
  if (sum <= roomMm + 0.01) return { shown: cell.lines, more: 0 };
  const oneMm = mmOf({ ...(cell.lines[0] as Line), lines: 1 });
  const count = sums.filter((total) => total + oneMm <= roomMm).length;
  return { shown: cell.lines.slice(0, count), more: cell.lines.length - count };
}
