import { escapeHtml } from '@shared/lib/html';
import { compareInCell } from '../cell.rules';
import { SLOTS } from '../slots';
import { planGrid } from './grid-layout';
import { breakLines } from './measure';
import { linesMm, metricsOf, roomEm } from './paper';
import type { SheetItem, SheetPages, WeekSheetInput } from './sheet.types';
import { framePages, planHead } from './sheet-head';
import { joined, metaLines, openYearRemark } from './sheet-parts';
import { sheetStyle } from './sheet-style';
import { textColumns, textPage, workText } from './sheet-texts';
import { StyleBook } from './style-book';
import { flowTexts, type TextBlock } from './text-flow';
import { weekTable } from './week-table';

const NOTE_PT = 10;
/** A longer note gets pages of its own rather than squeezing the week. */
const LONGEST_NOTE_LINES = 4;
const LARGEST_TITLE_PT = { A4: 15, A3: 21 } as const;
const TEXT_SIZES = { headPt: 10, subPt: 8.5, textPt: 9.5 } as const;

/** By day, slot and place: the order in which a week is worked through. */
export function compareByPlace(a: SheetItem, b: SheetItem): number {
  return (
    a.date.localeCompare(b.date) ||
    SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) ||
    compareInCell(a, b)
  );
}

function scriptBlocks({ items, words, week, look }: WeekSheetInput): TextBlock[] {
  return [...items].sort(compareByPlace).flatMap((item) => {
    const text = workText(words, item);
    if (text === '' || !week.days.includes(item.date)) return [];
    const when = joined(
      `${words.weekday(item.date)} ${words.date(item.date)}`,
      words.slots[item.slot],
    );
    const sub = metaLines(look, words, item).join('　');
    return [{ heading: `${when} · ${item.title}`, sub, text }];
  });
}

/**
 * The week as pages. They are planned here, since print heads know nothing of the week: the type
 * steps down as the load grows, a week that still does not fit goes on on a next page, and nothing
 * is ever clipped: a page that a font makes higher than planned flows on. Items of other weeks are
 * left out. The internal edition adds status and owner and, after the grid, scripts, checklists and
 * notes. All texts are escaped.
 */
export function renderWeekSheet(input: WeekSheetInput, book = new StyleBook()): SheetPages {
  const { words, look } = input;
  const metrics = metricsOf(look.paper);
  const head = planHead(input.head, look, words, metrics, book);
  const notePt = NOTE_PT * metrics.scale;
  const noteText = input.note?.trim() ?? '';
  const noteLines = breakLines(
    `${words.note}  ${noteText}`,
    roomEm(metrics.widthMm, notePt),
  ).length;
  const isNoteShort = noteText !== '' && noteLines <= LONGEST_NOTE_LINES;
  const noteMm = isNoteShort ? linesMm(noteLines, notePt) + 2 : 0;

  const table = weekTable(input, metrics, book);
  const plan = planGrid(table.lines, {
    cellMm: table.cellMm,
    capacityMm: metrics.heightMm - head.heightMm - table.headMm - metrics.footMm - noteMm - 2,
    largestPt: LARGEST_TITLE_PT[look.paper.size],
    metaLines: (item) => metaLines(look, words, item),
  });

  const texts = look.edition === 'internal' ? scriptBlocks(input) : [];
  if (noteText !== '' && !isNoteShort) texts.unshift({ heading: words.note, text: noteText });
  const columns = textColumns(
    metrics,
    metrics.heightMm - head.heightMm - metrics.footMm - 4,
    TEXT_SIZES,
  );
  const note = isNoteShort
    ? `<div class="note"><b>${escapeHtml(words.note)}</b>${escapeHtml(noteText)}</div>`
    : '';
  const bodies = [
    ...plan.pages.map(
      (rows, index) => table.page(rows, plan) + (index === plan.pages.length - 1 ? note : ''),
    ),
    ...flowTexts(texts, columns).map((page) => textPage(page, columns, words, book)),
  ];
  const pages = framePages(head, bodies, words, openYearRemark(input.facts, look, words));
  return { style: `${sheetStyle(look, metrics)}\n${book.rules()}`, pages };
}
