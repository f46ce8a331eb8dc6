import { addDays, weekdayOf, weekStart } from '@shared/lib/time';
import { type Cell, cellKey } from './cell.rules';
import { officialDay } from './facts/official';
import { SLOTS } from './slots';

/** Something to be planned in a cell: where it goes, and what came from where. */
export type Placement<Source> = {
  cell: Cell;
  source: Source;
  /** How many items the cell holds already. */
  there: number;
  /** The holiday that the day is off for. */
  off?: { zh: string; en: string };
};

export const PLACE_MODES = ['add', 'emptyOnly'] as const;
export type PlaceMode = (typeof PLACE_MODES)[number];

/** Lays things into their cells beside what is there (`existing`: the items of those days). */
export function placements<Source>(
  wanted: readonly { cell: Cell; source: Source }[],
  existing: readonly Cell[],
): Placement<Source>[] {
  const counts = new Map<string, number>();
  for (const cell of existing) counts.set(cellKey(cell), (counts.get(cellKey(cell)) ?? 0) + 1);
  return wanted
    .map(({ cell, source }) => {
      const official = officialDay(cell.date);
      const off = official?.isOff ? { zh: official.zh, en: official.en } : undefined;
      const there = counts.get(cellKey(cell)) ?? 0;
      return { cell, source, there, ...(off && { off }) };
    })
    .sort(
      (a, b) =>
        (a.cell.date < b.cell.date ? -1 : a.cell.date > b.cell.date ? 1 : 0) ||
        SLOTS.indexOf(a.cell.slot) - SLOTS.indexOf(b.cell.slot),
    );
}

/** Those that are made: all of them, or only into cells that hold nothing; days off on request not. */
export function chosenPlacements<Source>(
  all: readonly Placement<Source>[],
  mode: PlaceMode,
  skipsDaysOff = false,
): Placement<Source>[] {
  return all.filter(
    ({ there, off }) => (mode === 'add' || there === 0) && !(skipsDaysOff && off !== undefined),
  );
}

/** A weekday (1 Monday … 7 Sunday) of the week of `monday`. */
export function dayInWeek(monday: string, weekday: number): string {
  return addDays(weekStart(monday), weekday - 1);
}

const monthOf = (day: string) => day.slice(0, 7);

/** First and last day of the month (`YYYY-MM`). */
export function monthSpan(month: string): { first: string; last: string } {
  const first = `${month}-01`;
  let last = addDays(first, 27);
  while (monthOf(addDays(last, 1)) === month) last = addDays(last, 1);
  return { first, last };
}

/** The month `count` months later (earlier when negative), as `YYYY-MM`. */
export function shiftMonth(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/**
 * The day of another month at the same place among its weekdays: the second Tuesday for the second
 * Tuesday. A fifth one may be missing there: then nothing.
 */
export function samePlaceInMonth(day: string, month: string): string | undefined {
  const nth = Math.ceil(Number(day.slice(8, 10)) / 7);
  const first = `${month}-01`;
  const toWeekday = (weekdayOf(day) - weekdayOf(first) + 7) % 7;
  const found = addDays(first, toWeekday + (nth - 1) * 7);
  return monthOf(found) === month ? found : undefined;
}
