import type {
  FriendAction,
  GroupInput,
  GroupReading,
} from '@shared/domain/group-life/group-day.schema';
import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import { dayNumber } from '@shared/lib/time';
import type { ConsoleDb } from '@/db/db';
import { columnValue } from '@/db/paged/columns';
import { rowTable } from '@/db/tables';
import { readPages } from '../people/read-pages';
import { LifeCells } from './life-cells';
import type { LifeSpan } from './life-span';
import { rewardsGiven } from './rewards-given';

const DAY_FIGURES = ['messages', 'messageDays', 'speakers', 'speakerDays'] as const;
export type DayCells = LifeCells<(typeof DAY_FIGURES)[number]>;

const FIGURES = [
  'questions',
  'answered',
  'answerMinutes',
  'friendActions',
  'knownN',
  'knownK',
  'friendsN',
  'friendsK',
  'hours',
  'unpricedHours',
  'inputFen',
  'rewards',
  'rewardFen',
] as const;
export type RecordCells = LifeCells<(typeof FIGURES)[number]>;

/** What a day of a group is said to have held, where the member lists do not tell. */
export type SaidDay = {
  group: number;
  day: number;
  members?: number;
  joined?: number;
  left?: number;
};

const MINUTE_MS = 60_000;

/** Many rows share few days, and reading a date takes longer than all else about a row. */
function dayReader(): (day: string) => number {
  const known = new Map<string, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const number = dayNumber(day);
    known.set(day, number);
    return number;
  };
}

/** What is written down of groups beside their days: questions, actions, readings, inputs. */
export async function tallyRecords(
  db: ConsoleDb,
  groups: ReadonlyMap<string, number>,
  span: LifeSpan,
): Promise<RecordCells> {
  const cells: RecordCells = new LifeCells(FIGURES, groups, span);
  const [questions, actions, readings, inputs] = await Promise.all([
    all<ChatQuestion>(db, 'chatQuestions'),
    all<FriendAction>(db, 'friendActions'),
    all<GroupReading>(db, 'groupReadings'),
    all<GroupInput>(db, 'groupInputs'),
  ]);
  const dayAt = dayReader();
  for (const question of questions) countQuestion(cells, question);
  for (const [group, rows] of byGroup(actions, groups)) {
    for (const { day } of rows) cells.addOn(dayAt(day), 'friendActions', group, 1);
    cells.zeroFrom('friendActions', group, firstDayOf(rows));
  }
  for (const { groupId, day, kind, n, k } of readings) {
    const group = groups.get(groupId);
    if (group === undefined) continue;
    const [asked, yes] = kind === 'known' ? NAMES.known : NAMES.newFriends;
    cells.addOn(dayAt(day), asked, group, n);
    cells.addOn(dayAt(day), yes, group, Math.min(k, n));
  }
  for (const [group, rows] of byGroup(inputs, groups)) {
    for (const input of rows) countInput(cells, group, input, dayAt(input.day));
    for (const figure of ['hours', 'unpricedHours', 'inputFen'] as const) {
      cells.zeroFrom(figure, group, firstDayOf(rows));
    }
  }
  for (const { groupId, at, amountFen } of await rewardsGiven(db)) {
    const group = groups.get(groupId);
    if (group === undefined) continue;
    const day = span.days.dayOf(at);
    cells.addOn(day, 'rewards', group, 1);
    cells.addOn(day, 'rewardFen', group, amountFen);
  }
  return cells;
}

const NAMES = {
  known: ['knownN', 'knownK'],
  newFriends: ['friendsN', 'friendsK'],
} as const;

/** The days of groups: what was said by how many, and what the platform told of people. */
export async function tallyDays(
  db: ConsoleDb,
  groups: ReadonlyMap<string, number>,
  span: LifeSpan,
): Promise<{ cells: DayCells; said: SaidDay[] }> {
  const cells: DayCells = new LifeCells(DAY_FIGURES, groups, span);
  const said: SaidDay[] = [];
  const dayAt = dayReader();
  await readPages(db, 'groupDays', false, ({ n, c }) => {
    const textAt = (field: string, i: number) => {
      const column = c[field];
      return column ? columnValue(column, i) : undefined;
    };
    for (let i = 0; i < n; i += 1) {
      const day = dayAt(String(textAt('day', i) ?? ''));
      if (day < span.firstDay || day > span.lastDay) continue;
      const group = cells.groups.get(String(textAt('groupId', i) ?? ''));
      if (group === undefined) continue;
      const numberAt = (field: string) => {
        const value = textAt(field, i);
        return typeof value === 'number' && !Number.isNaN(value) ? value : undefined;
      };
      const messages = numberAt('messages');
      const speakers = numberAt('speakers');
      if (messages !== undefined) {
        cells.addOn(day, 'messages', group, messages);
        cells.addOn(day, 'messageDays', group, 1);
      }
      if (speakers !== undefined) {
        cells.addOn(day, 'speakers', group, speakers);
        cells.addOn(day, 'speakerDays', group, 1);
      }
      const [members, joined, left] = ['members', 'joined', 'left'].map(numberAt);
      if (members === undefined && joined === undefined && left === undefined) continue;
      said.push({
        group,
        day,
        ...(members !== undefined && { members }),
        ...(joined !== undefined && { joined }),
        ...(left !== undefined && { left }),
      });
    }
  });
  return { cells, said: said.sort((a, b) => a.day - b.day) };
}

function countQuestion(cells: RecordCells, question: ChatQuestion): void {
  const { groupId, state, askedAt, answeredAt } = question;
  const group = groupId === undefined ? undefined : cells.groups.get(groupId);
  if (group === undefined || state === 'ignored') return;
  const day = cells.span.days.dayOf(askedAt);
  cells.addOn(day, 'questions', group, 1);
  cells.addOn(day, 'answered', group, state === 'answered' ? 1 : 0);
  if (state !== 'answered' || answeredAt === undefined) return;
  cells.addOn(day, 'answerMinutes', group, Math.max(0, answeredAt - askedAt) / MINUTE_MS);
}

function countInput(cells: RecordCells, group: number, input: GroupInput, day: number): void {
  const { kind, hours = 0, amountFen } = input;
  if (kind === 'hours') {
    cells.addOn(day, 'hours', group, hours);
    cells.addOn(day, 'unpricedHours', group, amountFen === undefined ? hours : 0);
  }
  if (amountFen !== undefined) cells.addOn(day, 'inputFen', group, amountFen);
}

function byGroup<R extends { groupId: string }>(
  rows: readonly R[],
  groups: ReadonlyMap<string, number>,
): Map<number, R[]> {
  const parts = new Map<number, R[]>();
  for (const row of rows) {
    const group = groups.get(row.groupId);
    if (group === undefined) continue;
    const known = parts.get(group);
    if (known) known.push(row);
    else parts.set(group, [row]);
  }
  return parts;
}

const firstDayOf = (rows: readonly { day: string }[]) =>
  dayNumber(rows.reduce((first, { day }) => (day < first ? day : first), rows[0]?.day ?? ''));

async function all<R>(
  db: ConsoleDb,
  entity: 'chatQuestions' | 'friendActions' | 'groupReadings' | 'groupInputs',
): Promise<R[]> {
  return (await rowTable(db, entity).toArray()) as unknown as R[];
}
