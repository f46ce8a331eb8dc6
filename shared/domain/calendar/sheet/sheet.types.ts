import type { ContentForm, ContentItem, ContentStatus, Slot } from '../content.schema';
import type { DayFacts } from '../facts/day-facts';
import type { Week } from '../week.rules';

/** `members`: what and when. `internal`: also status, owner and the scripts. */
export const SHEET_EDITIONS = ['members', 'internal'] as const;
export type SheetEdition = (typeof SHEET_EDITIONS)[number];

export type SheetItem = Pick<
  ContentItem,
  'id' | 'date' | 'slot' | 'title' | 'form' | 'status' | 'owner' | 'text' | 'position'
> & { columnName?: string };

/** Every word on the sheet, in one language; the caller's catalogue has them. */
export type WeekSheetWords = {
  subtitle: string;
  /** The week's dates in full, e.g. `2026年11月16日—22日`. */
  range: string;
  /** Monday first. */
  weekdays: readonly string[];
  /** The seven days without the year, e.g. `11月16日`. */
  dates: readonly string[];
  slots: Record<Slot, string>;
  forms: Record<ContentForm, string>;
  statuses: Record<ContentStatus, string>;
  off: string;
  makeUp: string;
  notAnnounced: string;
  continued: string;
  note: string;
  internalMark: string;
  page: (number: number, total: number) => string;
};

export type WeekSheetInput = {
  week: Week;
  items: readonly SheetItem[];
  /** One for each day of the week, in order. */
  facts: readonly DayFacts[];
  language: 'zh-CN' | 'en';
  /** The group's or the workspace's name. */
  title: string;
  note?: string;
  edition: SheetEdition;
  words: WeekSheetWords;
};
