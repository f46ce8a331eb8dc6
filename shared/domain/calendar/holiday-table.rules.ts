import { parseDateCell, writtenDay } from '@shared/domain/import/cells/date-cell';
import { lineText } from '@shared/domain/import/cells/text-cell';
import type { RawCell } from '@shared/domain/import/sheet';
import { isBuiltInYear } from './facts/official';
import type { HolidayTable } from './holiday-table.schema';

/** What is wrong with a row of a holiday list, in the order in which a person would mend it. */
export type HolidayProblem =
  | 'date-unreadable'
  | 'kind-unreadable'
  | 'name-missing'
  | 'year-built-in'
  | 'day-twice';

export type HolidayRow = HolidayTable['days'][number];
export type HolidayPlan = {
  /** By year, ascending; days ascending. */
  years: { year: string; days: HolidayRow[] }[];
  /** `row` counts from 1, as a spreadsheet program does; `text` is the row as it stands. */
  rejected: { row: number; text: string; problem: HolidayProblem }[];
};

const OFF = /^(放假|休|休息|假|假期|off|holiday|true|1|是)$/i;
const MADE_UP = /^(补班|上班|班|调休上班|调休|工作日?|work|make-?up|workday|false|0|否)$/i;
const HEADER = /日期|date|day/i;

/** The calendar is the same in every zone; what the cell shows is its day. */
const ANY_ZONE = 'UTC';

function dayOfCell(cell: RawCell | undefined): string | undefined {
  const read = parseDateCell(cell ?? null, ANY_ZONE);
  return read.kind === 'date' ? writtenDay(read.wall) : undefined;
}

function kindOf(text: string): boolean | undefined {
  if (OFF.test(text)) return true;
  return MADE_UP.test(text) ? false : undefined;
}

function readRow(texts: readonly string[], day: string | undefined): HolidayRow | HolidayProblem {
  const [, name = '', kind = ''] = texts;
  const isOff = kindOf(kind);
  if (day === undefined) return 'date-unreadable';
  if (name === '') return 'name-missing';
  if (isOff === undefined) return 'kind-unreadable';
  return isBuiltInYear(day.slice(0, 4)) ? 'year-built-in' : { day, name: name.slice(0, 60), isOff };
}

/**
 * Reads a list of official days: date, name, 放假 or 补班, in this order (`rows` of cells, with or
 * without a heading). Years that the console comes with are refused: their notice is known. A day
 * that is listed twice the same way counts once; told both ways it is refused.
 */
export function planHolidays(rows: readonly (readonly RawCell[])[]): HolidayPlan {
  const found = new Map<string, HolidayRow>();
  const rejected: HolidayPlan['rejected'] = [];
  for (const [index, cells] of rows.entries()) {
    const texts = cells.map((cell) => lineText(cell));
    const text = texts.filter((part) => part !== '').join(' ');
    const day = dayOfCell(cells[0]);
    // Only the first row can be a heading; further down it is a date that nobody can read.
    const isHeading = day === undefined && index === 0 && HEADER.test(texts[0] ?? '');
    if (text === '' || isHeading) continue;
    const read = readRow(texts, day);
    const row = index + 1;
    if (typeof read === 'string') rejected.push({ row, text, problem: read });
    else if ((found.get(read.day)?.isOff ?? read.isOff) !== read.isOff) {
      rejected.push({ row, text, problem: 'day-twice' });
    } else found.set(read.day, read);
  }
  const years = new Map<string, HolidayRow[]>();
  for (const row of [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const year = row.day.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), row]);
  }
  return { years: Array.from(years, ([year, days]) => ({ year, days })), rejected };
}

/** A pasted list as rows of cells: one day a line, parted by commas or tabs, else by blanks. */
export function pastedRows(text: string): string[][] {
  return text.split(/\r?\n/).map((line) => {
    const whole = line.trim();
    if (whole === '') return [];
    return whole.split(/[,，;；\t]/.test(whole) ? /\s*[,，;；\t]\s*/ : /\s+/);
  });
}
