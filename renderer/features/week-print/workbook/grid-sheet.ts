import { cellKey, itemsByCell } from '@shared/domain/calendar/cell.rules';
import { dayFacts } from '@shared/domain/calendar/facts/day-facts';
import type { SheetItem, SheetLook, SheetWords } from '@shared/domain/calendar/sheet/sheet.types';
import { factsText, metaLines } from '@shared/domain/calendar/sheet/sheet-parts';
import { SLOTS } from '@shared/domain/calendar/slots';
import type { PrintPart } from '../print-parts';
import { BOOK_STYLE } from './book-styles';
import type { BookCell, BookRow, BookSheet, Merge } from './book-writer';
import { rowHeightPt } from './row-height';

type GridInput = {
  name: string;
  /** At most seven, in order. */
  days: readonly string[];
  range: string;
  part: PrintPart;
  look: SheetLook;
  words: SheetWords;
};

const SLOT_WIDTH = 10;
const DAY_WIDTH = 24;
const ONE_DAY_WIDTH = 60;
/** What a slot's name and hours need over all of its rows. */
const SLOT_PT = 40;

function itemText({ look, words }: GridInput, item: SheetItem): string {
  return [item.title, ...metaLines(look, words, item)].filter((line) => line !== '').join('\n');
}

/**
 * The grid as on paper: the title over all columns, a column for each day, a row for each item, and
 * each slot's head over all the rows that the slot takes.
 */
export function gridSheet(input: GridInput): BookSheet {
  const { days, part, look, words } = input;
  const cells = itemsByCell(part.items);
  const last = days.length;
  const widths = [SLOT_WIDTH, ...days.map(() => (last > 1 ? DAY_WIDTH : ONE_DAY_WIDTH))];
  const merges: Merge[] = [];
  const rows: BookRow[] = [];
  const over = (row: number) => merges.push({ row, column: 0, toRow: row, toColumn: last });
  const wide = (text: string, style: number, heightPt: number) => {
    over(rows.length);
    rows.push({ cells: [{ text, style }], heightPt });
  };
  wide(part.head.title, BOOK_STYLE.title, 34);
  const under = [input.range, part.head.subtitle, part.head.greeting];
  if (look.edition === 'internal') under.push(words.internalMark);
  wide(under.filter(Boolean).join('　'), BOOK_STYLE.quiet, 22);
  rows.push({
    cells: [
      { style: BOOK_STYLE.head },
      ...days.map((day) => ({
        text: [`${words.weekday(day)} ${words.date(day)}`, factsText(dayFacts(day), look, words)]
          .filter((line) => line !== '')
          .join('\n'),
        style: BOOK_STYLE.head,
      })),
    ],
    heightPt: 36,
  });
  const headRows = rows.length;
  for (const slot of SLOTS) {
    const columns = days.map((date) => cells.get(cellKey({ date, slot })) ?? []);
    const height = Math.max(1, ...columns.map((items) => items.length));
    const from = rows.length;
    for (let n = 0; n < height; n += 1) {
      const head: BookCell = {
        ...(n === 0 && { text: `${words.slots[slot]}\n${words.hours[slot]}` }),
        style: BOOK_STYLE.slot[slot],
      };
      const items = columns.map((column): BookCell => {
        const item = column[n];
        return { ...(item && { text: itemText(input, item) }), style: BOOK_STYLE.item };
      });
      // The slot's head lies over all rows; its own text makes none of them higher.
      const heightPt = rowHeightPt([undefined, ...items], widths, SLOT_PT / height);
      rows.push({ cells: [head, ...items], heightPt });
    }
    if (height > 1) merges.push({ row: from, column: 0, toRow: from + height - 1, toColumn: 0 });
  }
  if (part.note?.trim()) {
    const text = `${words.note}　${part.note.trim()}`;
    const width = widths.reduce((sum, one) => sum + one, 0);
    const cell = { text, style: BOOK_STYLE.note };
    wide(text, BOOK_STYLE.note, rowHeightPt([cell], [width]));
  }
  return {
    name: input.name,
    rows,
    widths,
    merges,
    headRows,
    paper: { isA3: look.paper.size === 'A3', isLandscape: look.paper.isLandscape },
  };
}
