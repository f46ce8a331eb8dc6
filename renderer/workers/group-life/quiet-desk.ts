import { type DayTablePlan, planGroupDays } from '@shared/domain/group-life/day-table.rules';
import type { GroupDay } from '@shared/domain/group-life/group-day.schema';
import {
  BEFORE_DAYS,
  RECENT_DAYS,
  type WentQuiet,
  wentQuiet,
} from '@shared/domain/group-life/went-quiet.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import { type RawCell, rowCells } from '@shared/domain/import/sheet';
import type { ChatQuestion } from '@shared/domain/replies/reply.schema';
import { cellsOfPaste } from '@shared/domain/replies/reply-import.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { addDays, dayNumber, dayOf, dayOfNumber } from '@shared/lib/time';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { PageSet } from '@/db/paged/page-set';
import { rowTable } from '@/db/tables';
import type { PeopleService } from '../people/people-service';
import { lifeSpan } from './life-span';
import type { QuietPersonAnswer, QuietWhy } from './quiet-types';
import { contentLines, readSends } from './send-tally';

/** People and questions that are told by name; the rest are counted. */
const SHOWN = 50;
const QUESTIONS_SHOWN = 8;
/** A column that came once did not stop: it came once. */
const LEAST_PIECES = 2;

/** Why a group went quiet, and what a table of its days comes to; each method is a remote call. */
export class QuietDesk implements ProxyMarked {
  readonly [proxyMarker] = true;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: Pick<PeopleService, 'columns'>,
  ) {}

  /** What changed in a group between the last 14 whole days and the 56 before them. */
  async why({ groupId, nowMs }: { groupId: string; nowMs: number }): Promise<QuietWhy> {
    const db = await this.database();
    const zone = await zoneOf(db);
    const to = addDays(dayOf(nowMs, zone), -1);
    const recent = { from: addDays(to, 1 - RECENT_DAYS), to };
    const before = { from: addDays(recent.from, -BEFORE_DAYS), to: addDays(recent.from, -1) };
    const [quiet, stopped, questions] = await Promise.all([
      this.quietPeople(groupId, to),
      stoppedColumns(db, groupId, { before, recent, nowMs, zone }),
      openQuestions(db, groupId, recent.from, zone),
    ]);
    return {
      before,
      recent,
      people: quiet.named,
      total: quiet.found.people.length,
      left: quiet.found.people.filter(({ hasLeft }) => hasLeft).length,
      activeBefore: quiet.found.before,
      still: quiet.found.still,
      fresh: quiet.found.fresh,
      stopped,
      questions: questions.slice(0, QUESTIONS_SHOWN),
      openQuestions: questions.length,
    };
  }

  /** What a pasted table of days comes to; nothing is written. */
  async planPaste(groupId: string, pasted: string): Promise<DayTablePlan> {
    return this.plan(groupId, cellsOfPaste(pasted));
  }

  /** The same for a spreadsheet: its first sheet that says anything. */
  async planFile(groupId: string, file: File): Promise<DayTablePlan> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { readInWorker } = await import('../import/reader/read-in-worker');
    const { sheets } = await readInWorker(bytes, file.name, new AbortController().signal);
    const sheet = sheets.find(({ rowCount }) => rowCount > 0);
    const lines = Array.from({ length: sheet?.rowCount ?? 0 }, (_, row) =>
      sheet ? rowCells(sheet, row) : [],
    );
    return this.plan(groupId, lines);
  }

  private async plan(
    groupId: string,
    lines: readonly (readonly RawCell[])[],
  ): Promise<DayTablePlan> {
    const db = await this.database();
    const zone = await zoneOf(db);
    const all = (await new PageSet(db, 'groupDays').rows()) as GroupDay[];
    const known = all.filter((it) => it.groupId === groupId);
    return planGroupDays(lines, { known, today: dayOf(Date.now(), zone), zone });
  }

  private async quietPeople(
    groupId: string,
    toDay: string,
  ): Promise<{ found: WentQuiet; named: QuietPersonAnswer[] }> {
    const columns = await this.people.columns();
    const group = columns.groups.findIndex(({ id }) => id === groupId) + 1;
    const none: WentQuiet = { people: [], before: 0, still: 0, fresh: 0 };
    const found = group === 0 ? none : wentQuiet(columns, group, dayNumber(toDay));
    const named = found.people.slice(0, SHOWN).map(({ row, lastDay, ...person }) => ({
      ...person,
      memberId: columns.idOf(row),
      name: columns.text(row, 'name') ?? '',
      lastDay: dayOfNumber(lastDay),
    }));
    return { found, named };
  }
}

async function zoneOf(db: ConsoleDb): Promise<string> {
  const workspace = await rowTable(db, 'workspace').get('workspace');
  return String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
}

type Stretch = { from: string; to: string };

async function stoppedColumns(
  db: ConsoleDb,
  groupId: string,
  world: { before: Stretch; recent: Stretch; nowMs: number; zone: string },
): Promise<QuietWhy['stopped']> {
  const [groups, columns] = await Promise.all([
    rowTable(db, 'groups').toArray() as Promise<unknown> as Promise<Group[]>,
    rowTable(db, 'contentColumns').toArray(),
  ]);
  const own = groups.find(({ id }) => id === groupId);
  if (!own) return [];
  const span = lifeSpan(world.nowMs, world.zone);
  const live = groups.filter((it) => it.id !== groupId && it.phase !== 'dissolved').slice(0, 1);
  const piecesIn = async ({ from, to }: Stretch) => {
    const within = { ...span, from, today: to };
    const pieces = new Map<string, number>();
    for (const line of contentLines(await readSends(db, [own, ...live], within), own, within)) {
      if (line.columnId === undefined) continue;
      pieces.set(line.columnId, (pieces.get(line.columnId) ?? 0) + line.pieces);
    }
    return pieces;
  };
  const [before, recent] = await Promise.all([piecesIn(world.before), piecesIn(world.recent)]);
  const names = new Map(columns.map((it) => [String(it.id), String(it.name ?? '')]));
  return [...before]
    .filter(([columnId, pieces]) => pieces >= LEAST_PIECES && !recent.has(columnId))
    .map(([columnId, pieces]) => ({ columnId, name: names.get(columnId) ?? '', pieces }))
    .sort((a, b) => b.pieces - a.pieces);
}

async function openQuestions(
  db: ConsoleDb,
  groupId: string,
  from: string,
  zone: string,
): Promise<QuietWhy['questions']> {
  const rows = (await rowTable(db, 'chatQuestions')
    .where('groupId')
    .equals(groupId)
    .toArray()) as unknown as ChatQuestion[];
  return rows
    .filter(({ state, askedAt }) => state === 'open' && dayOf(askedAt, zone) >= from)
    .sort((a, b) => a.askedAt - b.askedAt)
    .map(({ id, text, asker, askedAt }) => ({ id, text, asker, day: dayOf(askedAt, zone) }));
}
