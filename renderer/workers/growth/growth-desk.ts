import { type GrowthBooking, growthFactsOf } from '@shared/domain/growth/growth-facts';
import {
  growthOfAll,
  levelColumn,
  NO_LEVEL,
  type PeopleGrowth,
} from '@shared/domain/growth/growth-figures';
import { growthLedger } from '@shared/domain/growth/growth-ledger';
import {
  type GrowthSettings,
  readGrowthSettings,
  withVersion,
} from '@shared/domain/growth/growth-settings.schema';
import type { Interaction } from '@shared/domain/interactions/interaction.schema';
import type { CodeColumn, PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName, Row } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { madeAt } from '@shared/lib/record-ids';
import { dayNumber, dayOf, dayOfNumber } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { decodeRow, findInPage } from '@/db/paged/page';
import { hotPages, rowTable } from '@/db/tables';
import type { ListService } from '../index/list-service';
import type { MemberEvent } from '../index/list-types';
import type { PeopleService } from '../people/people-service';
import { type SummaryWords, summaryCsv } from './growth-summary';
import { levelFigures, peopleToTell, totals } from './growth-sums';
import type { GrowthOverview, MemberLedger, RuleDraft, RuleTrial } from './growth-types';

type World = {
  columns: PeopleColumns;
  settings: GrowthSettings;
  isProposal: boolean;
  bookings: Map<number, GrowthBooking[]>;
  today: number;
};

type Answer = World & { growth: PeopleGrowth; key: string };

/** Growth value of everybody and of one; each method is a remote call unless it says otherwise. */
export class GrowthDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private changes = 0;
  private kept: Answer | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: PeopleService,
    private readonly lists: ListService,
  ) {}

  onCommit(_op: Op, entities: readonly EntityName[]): void {
    if (!entities.includes('growthEntries') && !entities.includes('modelSettings')) return;
    this.changes += 1;
    // Levels follow from bookings too: what rules remember of them is stale.
    this.people.version += 1;
  }

  async overview(): Promise<GrowthOverview> {
    const began = performance.now();
    const { columns, settings, isProposal, growth, today } = await this.answer();
    return {
      today: dayOfNumber(today),
      ...totals(columns, growth),
      levels: levelFigures(columns, growth, settings, today),
      ...peopleToTell(columns, growth, settings),
      settings,
      isProposal,
      tookMs: performance.now() - began,
    };
  }

  /** What saving these rules would change today. */
  async tryOut(draft: RuleDraft): Promise<RuleTrial> {
    const { growth: before, ...world } = await this.answer();
    const { settings, columns, today } = world;
    const tomorrow = dayOfNumber(today + 1);
    const versions = draft.earning
      ? withVersion(settings, draft.earning, tomorrow, world.isProposal)
      : settings.versions;
    const wanted = { versions, levels: draft.levels, downgrade: draft.downgrade };
    const after = growthOfAll(columns, world.bookings, wanted, today);
    const moves = new Map<string, RuleTrial['moves'][number]>();
    const trial = { members: 0, up: 0, down: 0, balanceBefore: 0, balanceAfter: 0 };
    for (let row = 0; row < columns.n; row += 1) {
      const was = before.level[row] ?? NO_LEVEL;
      const is = after.level[row] ?? NO_LEVEL;
      if (was === NO_LEVEL || is === NO_LEVEL) continue;
      trial.members += 1;
      trial.balanceBefore += Math.max(0, before.balance[row] ?? 0);
      trial.balanceAfter += Math.max(0, after.balance[row] ?? 0);
      const from = settings.levels[was]?.key ?? '';
      const to = wanted.levels[is]?.key ?? '';
      if (from === to) continue;
      if (is > was) trial.up += 1;
      else trial.down += 1;
      const move = moves.get(`${from} ${to}`);
      if (move) move.n += 1;
      else moves.set(`${from} ${to}`, { from, to, n: 1 });
    }
    return { ...trial, moves: [...moves.values()].sort((a, b) => b.n - a.n) };
  }

  /** One member's ledger with everything behind it. */
  async ledgerOf(memberId: string): Promise<MemberLedger> {
    const db = await this.database();
    const settings = await readSettings(db);
    const [joinedAt, orders, events, entries] = await Promise.all([
      readJoinedAt(db, memberId),
      this.lists.ordersOf(memberId, 0, Number.POSITIVE_INFINITY),
      this.lists.eventsOf(memberId, Number.POSITIVE_INFINITY),
      rowTable(db, 'growthEntries').where('memberId').equals(memberId).toArray(),
    ]);
    const facts = growthFactsOf(
      {
        joinedAt,
        madeAt: madeAt(memberId),
        orders: orders.rows,
        interactions: events as (MemberEvent & Pick<Interaction, 'kind'>)[],
        entries: entries as unknown as Row<'growthEntries'>[],
      },
      DEFAULT_TIME_ZONE,
    );
    const today = dayNumber(dayOf(Date.now(), DEFAULT_TIME_ZONE));
    const ledger = growthLedger(facts, settings.settings, today);
    const level = settings.settings.levels[ledger.level];
    return {
      ...ledger,
      levelKey: level?.key ?? '',
      ...(level?.name === undefined ? {} : { levelName: level.name }),
    };
  }

  /** Everybody's points as the bytes of a CSV file. */
  async summary(words: SummaryWords): Promise<Uint8Array<ArrayBuffer>> {
    const { columns, growth } = await this.answer();
    return summaryCsv(columns, growth, words);
  }

  /** In the worker only: everybody's level as rules read it. */
  async levels(): Promise<CodeColumn> {
    const { growth, settings } = await this.answer();
    return levelColumn(growth, settings);
  }

  private async answer(): Promise<Answer> {
    const columns = await this.people.columns();
    const today = this.people.today();
    const key = `${this.people.version} ${this.changes} ${today}`;
    if (this.kept?.key === key) return this.kept;
    const db = await this.database();
    const { settings, isProposal } = await readSettings(db);
    const bookings = await readBookings(db, columns);
    const growth = growthOfAll(columns, bookings, settings, today);
    this.kept = { columns, today, settings, isProposal, bookings, growth, key };
    return this.kept;
  }
}

async function readJoinedAt(db: ConsoleDb, memberId: string): Promise<number | undefined> {
  const page = await hotPages(db, 'members').where(':id').belowOrEqual(memberId).last();
  const at = page ? findInPage(page, memberId) : -1;
  return page && at >= 0 ? (decodeRow(page, undefined, at) as Row<'members'>).joinedAt : undefined;
}

async function readSettings(db: ConsoleDb) {
  const row = (await rowTable(db, 'modelSettings').get('growth')) as
    | Row<'modelSettings'>
    | undefined;
  return { settings: readGrowthSettings(row?.settings), isProposal: row === undefined };
}

/** What was booked for each row of the columns. */
async function readBookings(
  db: ConsoleDb,
  columns: PeopleColumns,
): Promise<Map<number, GrowthBooking[]>> {
  const entries = (await rowTable(
    db,
    'growthEntries',
  ).toArray()) as unknown as Row<'growthEntries'>[];
  const bookings = new Map<number, GrowthBooking[]>();
  for (const { memberId, ...entry } of entries) {
    const row = columns.rowOf(memberId);
    if (row < 0) continue;
    const booking = { ...entry, day: dayNumber(dayOf(entry.at, DEFAULT_TIME_ZONE)) };
    const own = bookings.get(row);
    if (own) own.push(booking);
    else bookings.set(row, [booking]);
  }
  return bookings;
}
