import { escapeHtml } from '@shared/lib/html';
import { compareInCell } from '../cell.rules';
import { SLOTS } from '../content.schema';
import { planGrid } from './grid-layout';
import { breakLines, countLines, textEm } from './measure';
import { BOX, dayColumnMm, FOOT_MM, GRID, linesMm, roomEm, SCRIPTS } from './page-metrics';
import type { WeekSheetInput } from './sheet.types';
import { factNames, gridTable, metaLines, scriptColumns } from './sheet-parts';
import { SHEET_STYLE } from './sheet-style';
import { flowTexts, type TextBlock } from './text-flow';

const RANGE_PT = 16;
const UNDER_MM = 7;
const NOTE_PT = 10;
/** A longer note gets pages of its own rather than squeezing the week. */
const LONGEST_NOTE_LINES = 4;

type Head = { titlePt: number; heightMm: number };

function planHead(input: WeekSheetInput): Head {
  const rangeMm = BOX.widthMm / roomEm(BOX.widthMm, RANGE_PT);
  const roomMm = BOX.widthMm - textEm(input.words.range) * rangeMm - 6;
  const lines = (titlePt: number) => countLines(input.title, roomEm(roomMm, titlePt));
  const titlePt = [24, 20, 16].find((size) => lines(size) === 1) ?? 14;
  return { titlePt, heightMm: linesMm(lines(titlePt), Math.max(titlePt, RANGE_PT)) + UNDER_MM };
}

/** Dates take one line, festivals and the lunar day as many as the fullest day needs. */
function dayHeadMm(input: WeekSheetInput): number {
  const room = roomEm(dayColumnMm - 2 * GRID.cellPaddingMm, 8.5);
  const lines = input.facts.map((facts) => {
    const { bold, lunar } = factNames(facts, input.language);
    const rest = facts.arrangement.kind === 'ordinary' ? '' : `${input.words.makeUp}  `;
    return countLines([rest, ...bold, lunar].join(' '), room);
  });
  return linesMm(1, 13) + linesMm(Math.max(1, ...lines), 8.5) + 3.5;
}

function headHtml(input: WeekSheetInput, { titlePt, heightMm }: Head): string {
  const { words } = input;
  const mark =
    input.edition === 'internal'
      ? `<span class="mark">${escapeHtml(words.internalMark)}</span>`
      : '<span></span>';
  return (
    `<header style="height:${heightMm.toFixed(2)}mm"><div class="head"><h1 class="title" style="font-size:${titlePt}pt">${escapeHtml(input.title)}` +
    `</h1><div class="range">${escapeHtml(words.range)}</div></div>` +
    `<div class="under"><span>${escapeHtml(words.subtitle)}</span>${mark}</div></header>`
  );
}

function scriptBlocks(input: WeekSheetInput): TextBlock[] {
  const { words, week } = input;
  return [...input.items]
    .sort(
      (a, b) =>
        a.date.localeCompare(b.date) ||
        SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot) ||
        compareInCell(a, b),
    )
    .flatMap((item) => {
      const day = week.days.indexOf(item.date);
      if (!item.text?.trim() || day < 0) return [];
      const when = `${words.weekdays[day]} ${words.dates[day]} · ${words.slots[item.slot]}`;
      return [{ heading: `${when} · ${item.title}`, text: item.text }];
    });
}

/**
 * The week as a complete HTML document for A4 landscape: no scripts, all styles inline, every text
 * escaped. Pages are planned here, since print headers know nothing of the week: the type steps
 * down as the load grows, a week that still does not fit goes on on a next page, and nothing is
 * ever clipped: a page that a font makes higher than planned flows on. Items of other weeks are
 * left out. The internal edition adds status, owner and, after the grid, the scripts.
 */
export function renderWeekSheet(input: WeekSheetInput): string {
  const { words } = input;
  const head = planHead(input);
  const noteText = input.note?.trim() ?? '';
  const noteLines = breakLines(`${words.note}  ${noteText}`, roomEm(BOX.widthMm, NOTE_PT)).length;
  const isNoteShort = noteText !== '' && noteLines <= LONGEST_NOTE_LINES;
  const noteMm = isNoteShort ? linesMm(noteLines, NOTE_PT) + 2 : 0;

  const gridHeadMm = dayHeadMm(input);
  const capacityMm = BOX.heightMm - head.heightMm - gridHeadMm - FOOT_MM - noteMm - 2;
  const plan = planGrid(input.items, input.week.days, capacityMm, (item) => metaLines(input, item));

  const texts = input.edition === 'internal' ? scriptBlocks(input) : [];
  if (noteText !== '' && !isNoteShort) texts.unshift({ heading: words.note, text: noteText });
  const columnMm = (BOX.widthMm - SCRIPTS.columnGapMm) / 2;
  const flow = flowTexts(texts, columnMm, BOX.heightMm - head.heightMm - FOOT_MM - 4);

  const note = isNoteShort
    ? `<div class="note"><b>${escapeHtml(words.note)}</b>${escapeHtml(noteText)}</div>`
    : '';
  const bodies = [
    ...plan.pages.map(
      (rows, index) =>
        gridTable(input, rows, plan.step, gridHeadMm) +
        (index === plan.pages.length - 1 ? note : ''),
    ),
    ...flow.map((page) => scriptColumns(input, page)),
  ];
  const isOpen = input.facts.some((facts) => facts.arrangement.kind === 'notAnnounced');
  const remark = isOpen ? escapeHtml(words.notAnnounced) : '';
  const pages = bodies.map(
    (body, index) =>
      `<section class="page">${headHtml(input, head)}${body}<div class="foot"><span>${remark}` +
      `</span><span>${escapeHtml(words.page(index + 1, bodies.length))}</span></div></section>`,
  );
  return (
    `<!doctype html><html lang="${input.language}"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">` +
    `<title>${escapeHtml(`${input.title} ${words.range}`)}</title><style>${SHEET_STYLE}</style>` +
    `</head><body>${pages.join('')}</body></html>`
  );
}
