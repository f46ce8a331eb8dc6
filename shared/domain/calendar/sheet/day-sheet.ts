import { compareInCell } from '../cell.rules';
import { SLOTS } from '../slots';
import { linesMm, metricsOf } from './paper';
import type { DaySheetInput, SheetItem, SheetPages } from './sheet.types';
import { framePages, planHead } from './sheet-head';
import { factsHtml, joined, metaLines, openYearRemark } from './sheet-parts';
import { sheetStyle } from './sheet-style';
import { groupTicks, textColumns, textPage, workText } from './sheet-texts';
import { StyleBook } from './style-book';
import { flowTexts, type TextBlock } from './text-flow';

const SECTION_PT = 12;
/** The largest type that needs no more pages than the smallest. */
const SIZES = [
  { headPt: 20, subPt: 12, textPt: 14 },
  { headPt: 16, subPt: 10, textPt: 12 },
  { headPt: 13, subPt: 9, textPt: 10.5 },
  { headPt: 11, subPt: 8.5, textPt: 9.5 },
] as const;
const FACTS_PT = 11;

function dayBlocks(input: DaySheetInput): TextBlock[] {
  const { look, words, facts, groupNames } = input;
  const isInternal = look.edition === 'internal';
  const block = (item: SheetItem): TextBlock => {
    const meta = metaLines(look, words, item).join('　');
    const sendTo = isInternal ? groupTicks(words, item.groupNames ?? groupNames) : '';
    const work = isInternal ? workText(words, item) : '';
    return {
      section: item.slot,
      heading: `${isInternal ? '☐ ' : ''}${item.title}`,
      sub: meta,
      text: [work, sendTo].filter((part) => part !== '').join('\n'),
    };
  };
  return SLOTS.flatMap((slot) => {
    const items = input.items
      .filter((item) => item.slot === slot && item.date === facts.day)
      .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '') || compareInCell(a, b));
    if (items.length > 0) return items.map(block);
    return [{ section: slot, heading: '', sub: words.nothing, text: '' }];
  });
}

/**
 * One day to work through: slots with their hours, items in the order in which they go out. The
 * internal edition has texts, checklists and notes, and a tick box for every item and every group
 * that gets it. A day that fills more than a page goes on under its slot's name.
 */
export function renderDaySheet(input: DaySheetInput, book = new StyleBook()): SheetPages {
  const { look, words, facts, note } = input;
  const metrics = metricsOf(look.paper);
  const head = planHead(input.head, look, words, metrics, book);
  const line = factsHtml(facts, look, words);
  const factsPt = FACTS_PT * metrics.scale;
  const factsMm = line === '' ? 0 : linesMm(1, factsPt) + 2;
  const factsLine =
    line === ''
      ? ''
      : `<div class="facts ${book.add(`font-size: ${factsPt}pt; padding-bottom: 2mm`)}">${line}</div>`;
  const blocks = dayBlocks(input);
  if (note?.trim()) blocks.push({ heading: words.note, text: note });
  const heightMm = metrics.heightMm - head.heightMm - factsMm - metrics.footMm - 4;
  const set = (sizes: (typeof SIZES)[number]) => {
    const columns = textColumns(metrics, heightMm, sizes, SECTION_PT * metrics.scale);
    return { columns, pages: flowTexts(blocks, columns) };
  };
  const tried = SIZES.map(set);
  const fewest = Math.min(...tried.map(({ pages }) => pages.length));
  const chosen = tried.find(({ pages }) => pages.length === fewest);
  const bodies =
    chosen?.pages.map((page) => factsLine + textPage(page, chosen.columns, words, book)) ?? [];
  const remark = joined(openYearRemark([facts], look, words));
  return {
    style: `${sheetStyle(look, metrics)}\n${book.rules()}`,
    pages: framePages(head, bodies, words, remark),
  };
}
