import type { SheetItem, SheetWords } from '@shared/domain/calendar/sheet/sheet.types';
import { compareByPlace } from '@shared/domain/calendar/sheet/week-sheet';
import {
  CALENDAR_COLUMNS,
  type CalendarColumnKey,
} from '@shared/domain/export/columns/content-columns';
import type { Language } from '@/app/i18n/i18n';
import { BOOK_STYLE } from './book-styles';
import type { BookCell, BookSheet } from './book-writer';
import { rowHeightPt } from './row-height';

type ListInput = {
  name: string;
  items: readonly SheetItem[];
  words: SheetWords;
  language: Language;
  isInternal: boolean;
  paper: BookSheet['paper'];
};

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
const INTERNAL: ReadonlySet<string> = new Set(['status', 'owner', 'text']);
const WIDTHS: Partial<Record<CalendarColumnKey, number>> = {
  date: 12,
  title: 44,
  text: 60,
  groups: 26,
};
const OTHER_WIDTH = 12;

const textCell = (text = ''): BookCell => ({ text, style: BOOK_STYLE.item });

/**
 * One row an item under the heads of the calendar's export, so that the sheet can be read in again.
 * For members without status, owner and text.
 */
export function listSheet({
  paper,
  name,
  items,
  words,
  language,
  isInternal,
}: ListInput): BookSheet {
  const columns = CALENDAR_COLUMNS.filter(
    (column) => !('isExtra' in column) && (isInternal || !INTERNAL.has(column.key)),
  );
  const values: Partial<Record<CalendarColumnKey, (item: SheetItem) => BookCell>> = {
    date: (item) => ({
      number: (Date.parse(`${item.date}T00:00:00Z`) - EPOCH_MS) / DAY_MS,
      style: BOOK_STYLE.day,
    }),
    slot: (item) => textCell(words.slots[item.slot]),
    title: (item) => textCell(item.title),
    column: (item) => textCell(item.columnName),
    form: (item) => textCell(words.forms[item.form]),
    status: (item) => textCell(words.statuses[item.status]),
    owner: (item) => textCell(item.owner),
    groups: (item) => textCell(item.groupNames?.join('、')),
    text: (item) => textCell(item.text),
  };
  const known = columns.flatMap((column) => {
    const value = values[column.key];
    return value ? [{ column, value }] : [];
  });
  const widths = known.map(({ column }) => WIDTHS[column.key] ?? OTHER_WIDTH);
  return {
    name,
    rows: [
      {
        cells: known.map(({ column }) => ({
          text: language === 'en' ? column.en : column.zh,
          style: BOOK_STYLE.head,
        })),
      },
      ...[...items].sort(compareByPlace).map((item) => {
        const cells = known.map(({ value }) => value(item));
        return { cells, heightPt: rowHeightPt(cells, widths) };
      }),
    ],
    widths,
    merges: [],
    headRows: 1,
    ...(paper && { paper }),
  };
}
