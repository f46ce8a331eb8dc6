import { parseDateCell, writtenDay } from '@shared/domain/import/cells/date-cell';
import { valueText } from '@shared/domain/import/cells/text-cell';
import type { RawCell } from '@shared/domain/import/sheet';
import { addDays } from '@shared/lib/time';
import type { GroupDay } from './group-day.schema';

export const DAY_FIGURES = ['messages', 'speakers', 'members', 'joined', 'left'] as const;
export type DayFigure = (typeof DAY_FIGURES)[number];

/** What one day is said to have held; absent figures are not told. */
export type DayDraft = { day: string } & { [F in DayFigure]?: number };

export type DayTableError = {
  /** From 1, as a spreadsheet counts; 0 for the whole table. */
  row: number;
  code:
    | 'noHeader'
    | 'noDay'
    | 'futureDay'
    | 'longAgo'
    | 'notANumber'
    | 'nothing'
    | 'twice'
    | 'moreSpeakers';
  /** What stands there. */
  text?: string;
  /** `twice`: the earlier row of the same day. */
  other?: number;
};

export type DayTablePlan = {
  adds: DayDraft[];
  changes: { before: DayDraft; after: DayDraft }[];
  unchanged: number;
  errors: DayTableError[];
};

const HEADERS: Record<DayFigure | 'day', RegExp> = {
  day: /^(?:日期|时间|统计日期|统计时间|date|day)$/i,
  messages: /^(?:消息数|消息总数|群消息数|发言数|聊天消息数|消息|messages?)$/i,
  speakers: /^(?:发言人数|发言成员数|发消息人数|活跃人数|speakers?)$/i,
  members: /^(?:群成员数|成员数|群人数|总人数|群成员总数|members?)$/i,
  joined: /^(?:入群|入群人数|新增人数|新增成员|入群数|joined)$/i,
  left: /^(?:退群|退群人数|离开人数|退群数|流失人数|left)$/i,
};
type Column = keyof typeof HEADERS;

/** No chat is older than this; what lies before was read wrongly. */
const FIRST_DAY = '2011-01-01';
const MAX_COUNT = 10_000_000;

/**
 * A table of a group's days (platform statistics, pasted or from a spreadsheet) against what is
 * known. The first line that says anything names the columns in any order; each line after it gives
 * an added day, a changed one (figures that it leaves out stay), nothing new, or an error: no line is
 * dropped in silence. `today` in the workspace's zone.
 */
export function planGroupDays(
  lines: readonly (readonly RawCell[])[],
  { known, today, zone }: { known: readonly GroupDay[]; today: string; zone: string },
): DayTablePlan {
  const plan: DayTablePlan = { adds: [], changes: [], unchanged: 0, errors: [] };
  const isBlank = (line: readonly RawCell[]) => line.every((cell) => valueText(cell) === '');
  const first = lines.findIndex((line) => !isBlank(line));
  const places = headerOf(lines[first] ?? []);
  if (!places) return { ...plan, errors: [{ row: Math.max(0, first + 1), code: 'noHeader' }] };
  const byDay = new Map(known.map((it) => [it.day, it]));
  const seen = new Map<string, number>();
  lines.forEach((line, at) => {
    if (at <= first || isBlank(line)) return;
    const row = at + 1;
    const read = readLine(line, places, { today, zone });
    if ('code' in read) {
      plan.errors.push({ row, ...read });
      return;
    }
    const other = seen.get(read.day);
    if (other !== undefined) {
      plan.errors.push({ row, code: 'twice', text: read.day, other });
      return;
    }
    seen.set(read.day, row);
    const before = draftOf(byDay.get(read.day));
    if (!before) plan.adds.push(read);
    else if (DAY_FIGURES.every((key) => read[key] === undefined || read[key] === before[key])) {
      plan.unchanged += 1;
    } else plan.changes.push({ before, after: { ...before, ...read } });
  });
  return plan;
}

function draftOf(row: GroupDay | undefined): DayDraft | undefined {
  if (!row) return undefined;
  const draft: DayDraft = { day: row.day };
  for (const key of DAY_FIGURES) if (row[key] !== undefined) draft[key] = row[key];
  return draft;
}

function headerOf(line: readonly RawCell[]): Partial<Record<Column, number>> | undefined {
  const places: Partial<Record<Column, number>> = {};
  line.forEach((cell, at) => {
    const text = valueText(cell)
      .replace(/[（(].*[)）]$/, '')
      .trim();
    for (const column of Object.keys(HEADERS) as Column[]) {
      if (HEADERS[column].test(text)) places[column] ??= at;
    }
  });
  const hasFigure = DAY_FIGURES.some((key) => places[key] !== undefined);
  return places.day !== undefined && hasFigure ? places : undefined;
}

function readLine(
  line: readonly RawCell[],
  places: Partial<Record<Column, number>>,
  { today, zone }: { today: string; zone: string },
): DayDraft | Pick<DayTableError, 'code' | 'text'> {
  const cellOf = (column: Column) => line[places[column] ?? -1];
  const day = dayOfCell(cellOf('day'), today, zone);
  const text = valueText(cellOf('day'));
  if (day === undefined) return { code: 'noDay', text };
  if (day > today) return { code: 'futureDay', text: day };
  if (day < FIRST_DAY) return { code: 'longAgo', text: day };
  const draft: DayDraft = { day };
  for (const key of DAY_FIGURES) {
    const told = valueText(cellOf(key)).replace(/[,，\s]|人$|条$/g, '');
    if (told === '') continue;
    const value = Number(told);
    if (!Number.isInteger(value) || value < 0 || value > MAX_COUNT) {
      return { code: 'notANumber', text: valueText(cellOf(key)) };
    }
    draft[key] = value;
  }
  if (DAY_FIGURES.every((key) => draft[key] === undefined)) return { code: 'nothing', text: day };
  if (isTooManySpeakers(draft)) return { code: 'moreSpeakers', text: day };
  return draft;
}

/** Whoever speaks says something: more speakers than messages cannot be. */
export const isTooManySpeakers = ({ messages, speakers }: Omit<DayDraft, 'day'>): boolean =>
  messages !== undefined && speakers !== undefined && speakers > messages;

const WITHOUT_YEAR = /^(\d{1,2})\s*(?:月|[/.-])\s*(\d{1,2})\s*[日号]?$/;

/** A day without a year is the latest such day up to today. */
function dayOfCell(cell: RawCell | undefined, today: string, zone: string): string | undefined {
  const short = WITHOUT_YEAR.exec(valueText(cell));
  if (short && typeof cell === 'string') {
    const two = (text = '') => text.padStart(2, '0');
    const rest = `${two(short[1])}-${two(short[2])}`;
    const year = Number(today.slice(0, 4)) - (rest > today.slice(5) ? 1 : 0);
    const day = `${year}-${rest}`;
    return isRealDay(day) ? day : undefined;
  }
  const read = parseDateCell(cell, zone);
  return read.kind === 'date' ? writtenDay(read.wall) : undefined;
}

const isRealDay = (day: string) =>
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;
