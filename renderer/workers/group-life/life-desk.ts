import type { FigureTable } from '@shared/domain/group-life/figure-table';
import { GROUP_FIGURES, type GroupFigure } from '@shared/domain/group-life/figures.types';
import type { Attention, Standing } from '@shared/domain/group-life/standing.rules';
import type { Group } from '@shared/domain/groups/group.schema';
import type { EntityName } from '@shared/domain/registry';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import { FactIndex } from '../index/fact-index';
import type { ListService } from '../index/list-service';
import { type LifeSpan, lifeSpan } from './life-span';
import type {
  BoardQuestion,
  ContentLine,
  StandingCounts,
  StandingQuestion,
  StandingsAnswer,
  StandingsQuestion,
  TrialQuestion,
  WeeksQuestion,
} from './life-types';
import { NumberBridge } from './number-bridge';
import { type PeopleCells, tallyPeople } from './people-tally';
import {
  type DayCells,
  type RecordCells,
  type SaidDay,
  tallyDays,
  tallyRecords,
} from './record-tally';
import { contentLines, readSends, type SendCells, tallySends } from './send-tally';
import { StandingKeeper } from './standing-keeper';

/** Columns that nobody has asked for so long are given back. */
const IDLE_MS = 5 * 60_000;

/** The counts of an answer, and what each rests on: only what a commit touched is counted again. */
const RESTS_ON = {
  people: ['members', 'memberships', 'orders', 'interactions', 'kocs', 'groups', 'workspace'],
  days: ['groupDays', 'groups', 'workspace'],
  records: [
    'chatQuestions',
    'friendActions',
    'groupReadings',
    'groupInputs',
    'ruleEntries',
    'kocIncentives',
    'kocs',
    'groups',
    'workspace',
  ],
  sends: [
    'contentItems',
    'contentSends',
    'contentColumns',
    'contentResults',
    'modelSettings',
    'groups',
    'workspace',
  ],
} as const satisfies Record<string, readonly EntityName[]>;
type Part = keyof typeof RESTS_ON;
const PARTS = Object.keys(RESTS_ON) as Part[];

type Counted = {
  people: PeopleCells;
  days: { cells: DayCells; said: SaidDay[] };
  records: RecordCells;
  sends: SendCells;
};

/** The groups' figures by week, day and seven days; each method is a remote call. */
export class GroupLifeDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private memberships: FactIndex | undefined;
  private bridges: { orders?: NumberBridge; interactions?: NumberBridge } = {};
  private kept: { key: string; hour: number; parts: Partial<Counted> } | undefined;
  /** Grows with every commit that the part rests on. */
  private readonly versions: Record<Part, number> = { people: 0, days: 0, records: 0, sends: 0 };
  private readonly keeper: StandingKeeper;
  private idle: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly lists: Pick<ListService, 'orderFacts' | 'interactionFacts'>,
  ) {
    this.keeper = new StandingKeeper(async (nowMs) => {
      const table = await this.board({ nowMs });
      return { table, ...(await this.frame({ nowMs })) };
    });
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    this.memberships?.onCommit(op, entities);
    this.keeper.onCommit(op, entities);
    for (const part of PARTS) {
      if (!RESTS_ON[part].some((entity) => entities.includes(entity))) continue;
      this.versions[part] += 1;
      if (this.kept) delete this.kept.parts[part];
    }
  }

  /** All groups at once, packed. */
  async board(question: BoardQuestion): Promise<FigureTable> {
    this.touch();
    const { groups, span } = await this.frame(question);
    const key = `${span.today} ${span.periods.length} ${groups.map(({ id }) => id).join(' ')}`;
    const hour = Math.floor(question.nowMs / 3_600_000);
    if (this.kept?.key !== key) this.kept = { key, hour, parts: {} };
    // Slots end while the day goes on.
    if (this.kept.hour !== hour) delete this.kept.parts.sends;
    this.kept.hour = hour;
    const { parts } = this.kept;
    return tableOf(groups, span, await this.count(groups, groups, span, parts));
  }

  /** Every group judged; `undefined` where nothing changed since the answer that is known. */
  async standings({ nowMs, known }: StandingsQuestion): Promise<StandingsAnswer | undefined> {
    const answer = await this.keeper.answer(nowMs);
    return answer.stamp === known ? undefined : answer;
  }

  /** One group as it was judged beside all others. */
  standing({ groupId, nowMs }: StandingQuestion): Promise<Standing | undefined> {
    return this.keeper.one(groupId, nowMs);
  }

  /** How many groups ask for somebody now, and why. */
  attention({ nowMs }: StandingsQuestion): Promise<Attention> {
    return this.keeper.attention(nowMs);
  }

  /** What lights and states would be under other settings. */
  trial(question: TrialQuestion): Promise<StandingCounts> {
    return this.keeper.trial(question);
  }

  /** One group, over as many weeks as are asked. */
  async weeks({ groupId, ...question }: WeeksQuestion): Promise<FigureTable> {
    this.touch();
    const { groups, span } = await this.frame(question);
    const own = groups.filter(({ id }) => id === groupId);
    return tableOf(own, span, await this.count(own, groups, span, {}));
  }

  /** What went out to one group over the weeks, by column and speaker. */
  async contentOf({ groupId, ...question }: WeeksQuestion): Promise<ContentLine[]> {
    const { db, groups, span } = await this.frame(question);
    const own = groups.find(({ id }) => id === groupId);
    if (!own) return [];
    return contentLines(await readSends(db, plannedFor([own], groups), span), own, span);
  }

  private async frame({ nowMs, weeks }: BoardQuestion) {
    const db = await this.database();
    const [workspace, rows] = await Promise.all([
      rowTable(db, 'workspace').get('workspace'),
      rowTable(db, 'groups').toArray(),
    ]);
    const zone = String(workspace?.timeZone ?? DEFAULT_TIME_ZONE);
    return { db, groups: rows as unknown as Group[], span: lifeSpan(nowMs, zone, weeks) };
  }

  /** Counts what `known` does not hold yet, and keeps in it what nobody changed meanwhile. */
  private async count(
    asked: readonly Group[],
    groups: readonly Group[],
    span: LifeSpan,
    known: Partial<Counted>,
  ): Promise<Counted> {
    const db = await this.database();
    const places = new Map(asked.map(({ id }, at) => [id, at]));
    const versions = { ...this.versions };
    const isFresh = (part: Part) => this.versions[part] === versions[part];
    const sends =
      known.sends ??
      tallySends(await readSends(db, plannedFor(asked, groups), span), asked, places, span);
    if (isFresh('sends')) known.sends = sends;
    const days = known.days ?? (await tallyDays(db, places, span));
    if (isFresh('days')) known.days = days;
    const records = known.records ?? (await tallyRecords(db, places, span));
    if (isFresh('records')) known.records = records;
    const people = known.people ?? (await this.people(db, places, groups, span));
    if (isFresh('people')) known.people = people;
    return { people, days, records, sends };
  }

  private async people(
    db: ConsoleDb,
    places: ReadonlyMap<string, number>,
    groups: readonly Group[],
    span: LifeSpan,
  ): Promise<PeopleCells> {
    this.memberships ??= new FactIndex(db, {
      entity: 'memberships',
      time: 'joinedAt',
      numbers: ['leftAt'],
      codes: ['groupId', 'role'],
    });
    const index = this.memberships;
    const kocs = await rowTable(db, 'kocs')
      .where('state')
      .anyOf('active', 'cultivating')
      .primaryKeys();
    const [memberships, orders, interactions] = await Promise.all([
      index.ready(),
      this.lists.orderFacts(),
      this.lists.interactionFacts(),
    ]);
    const bridge = (kept: NumberBridge | undefined, from: NumberBridge['from']) =>
      kept?.from === from && kept.to === memberships.members
        ? kept
        : new NumberBridge(from, memberships.members);
    const fromOrders = bridge(this.bridges.orders, orders.members);
    const fromInteractions = bridge(this.bridges.interactions, interactions.members);
    this.bridges = { orders: fromOrders, interactions: fromInteractions };
    const ids = new Set(groups.map(({ id }) => id));
    return tallyPeople({
      span,
      groups: places,
      isGroup: (id) => ids.has(id),
      memberships,
      orders,
      interactions,
      fromOrders,
      fromInteractions,
      kocIds: kocs,
    });
  }

  private touch(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      this.memberships?.forget();
      this.bridges = {};
      this.kept = undefined;
      this.keeper.forget();
    }, IDLE_MS);
  }
}

/** A live group beside a dissolved one: without any, what goes to all groups would have nobody to go to. */
function plannedFor(asked: readonly Group[], groups: readonly Group[]): Group[] {
  const isLive = ({ phase }: Group) => phase !== 'dissolved';
  const live = asked.some(isLive) ? undefined : groups.find(isLive);
  return live ? [...asked, live] : [...asked];
}

function tableOf(groups: readonly Group[], span: LifeSpan, counted: Counted): FigureTable {
  const { people, days, records, sends } = counted;
  const columns: Partial<Record<GroupFigure, Float64Array>> = {
    ...people.columns,
    ...days.cells.columns,
    ...records.columns,
    ...sends.columns,
  };
  const size = groups.length * span.periods.length;
  const whole = Object.fromEntries(
    GROUP_FIGURES.map((figure) => [
      figure,
      columns[figure] ?? new Float64Array(size).fill(Number.NaN),
    ]),
  ) as FigureTable['columns'];
  whole.members = withSaid(people, days.said, 'members');
  whole.joined = withSaid(people, days.said, 'joined');
  whole.left = withSaid(people, days.said, 'left');
  return { groupIds: groups.map(({ id }) => id), periods: span.periods, columns: whole };
}

/** Where no memberships are on record, what the platform said: the last of the stretch, or the sum. */
function withSaid(
  people: PeopleCells,
  said: readonly SaidDay[],
  figure: 'members' | 'joined' | 'left',
): Float64Array {
  const column = people.columns[figure].slice();
  const { firstDay, lastDay, places } = people.span;
  const filled = new Set<number>();
  for (const it of said) {
    const value = it[figure];
    if (value === undefined || it.day < firstDay || it.day > lastDay) continue;
    for (let k = 3 * (it.day - firstDay); k < 3 * (it.day - firstDay) + 3; k += 1) {
      const period = places[k] ?? -1;
      const cell = it.group * people.width + period;
      if (period < 0 || !(filled.has(cell) || Number.isNaN(column[cell]))) continue;
      const before = filled.has(cell) && figure !== 'members' ? (column[cell] ?? 0) : 0;
      column[cell] = before + value;
      filled.add(cell);
    }
  }
  return column;
}
