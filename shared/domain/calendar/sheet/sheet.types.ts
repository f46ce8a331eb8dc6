import type { ContentForm, ContentItem, ContentStatus } from '../content.schema';
import type { DayFacts } from '../facts/day-facts';
import type { Slot } from '../slots';
import type { Week } from '../week.rules';
import type { Paper } from './paper';

/** `members`: what and when. `internal`: also status, owner and the scripts. */
export const SHEET_EDITIONS = ['members', 'internal'] as const;
export type SheetEdition = (typeof SHEET_EDITIONS)[number];

export type SheetItem = Pick<
  ContentItem,
  | 'id'
  | 'date'
  | 'slot'
  | 'title'
  | 'form'
  | 'status'
  | 'owner'
  | 'text'
  | 'position'
  | 'time'
  | 'checklist'
  | 'note'
  | 'approvedBy'
> & {
  columnName?: string;
  /** The groups that it is for, where the sheet is for more than these. */
  groupNames?: readonly string[];
};

/** Every word on the sheets, in one language; the caller's catalogue has them. */
export type SheetWords = {
  slots: Record<Slot, string>;
  /** Beside the names: `06–08`. */
  hours: Record<Slot, string>;
  forms: Record<ContentForm, string>;
  statuses: Record<ContentStatus, string>;
  weekday: (day: string) => string;
  /** A day without the year, e.g. `11月16日`. */
  date: (day: string) => string;
  off: string;
  makeUp: string;
  notAnnounced: string;
  continued: string;
  note: string;
  internalMark: string;
  checklist: string;
  sendTo: string;
  approvedBy: (name: string) => string;
  onlyFor: (names: string) => string;
  nothing: string;
  more: (count: number) => string;
  cutRemark: string;
  page: (number: number, total: number) => string;
};

/** How a sheet looks, whatever is on it. */
export type SheetLook = {
  paper: Paper;
  /** Without tints: slots are told apart by sign, word and pattern. */
  isMono: boolean;
  language: 'zh-CN' | 'en';
  edition: SheetEdition;
  /** Festivals, solar terms and lunar days. */
  hasFacts: boolean;
};

/** What stands above every page of a sheet. Pictures are data URLs. */
export type SheetHead = {
  /** The group's or the workspace's name. */
  title: string;
  /** The dates in full, e.g. `2026年11月16日–22日`. */
  range: string;
  subtitle: string;
  greeting?: string;
  logo?: string;
  qr?: { picture: string; caption: string };
};

type SheetInput = {
  look: SheetLook;
  head: SheetHead;
  items: readonly SheetItem[];
  note?: string;
  words: SheetWords;
};

/** `facts`: one for each day of the week, in order. */
export type WeekSheetInput = SheetInput & { week: Week; facts: readonly DayFacts[] };

/** `groupNames`: who gets the items that name no groups, one tick box each. */
export type DaySheetInput = SheetInput & {
  facts: DayFacts;
  groupNames: readonly string[];
};

/** `facts`: every day of the month, in order. */
export type MonthSheetInput = SheetInput & { facts: readonly DayFacts[] };

/** Planned pages (each one `<section class="page">`) and the style that they need. */
export type SheetPages = { style: string; pages: string[] };
