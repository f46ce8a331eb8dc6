import { findCohorts } from '@shared/domain/insights/cohorts/cohorts.rules';
import { isCounted } from '@shared/domain/orders/order.rules';
import type { CodeColumn, PeopleColumns } from '@shared/domain/people/people-columns';
import type { EntityName } from '@shared/domain/registry';
import { dueRows, type StageRows } from '@shared/domain/touch/due.rules';
import { lotFor, lotsOf } from '@shared/domain/touch/hold-out.rules';
import { openPlans } from '@shared/domain/touch/plan-overlap.rules';
import { TOUCH_WINDOWS, type TouchedPerson, touchResult } from '@shared/domain/touch/results.rules';
import type { TouchPlan } from '@shared/domain/touch/touch.schema';
import { packIds } from '@shared/lib/pack-ids';
import { dayOfNumber } from '@shared/lib/time';
import type { Op } from '@shared/sync/op';
import { type ProxyMarked, proxyMarker } from 'comlink';
import type { ConsoleDb } from '@/db/db';
import { rowTable } from '@/db/tables';
import type { ListService } from '../index/list-service';
import { rowsById } from '../index/rows-by-id';
import { BUYERS } from '../people/people-data';
import type { PeopleService } from '../people/people-service';
import type { ZoneDays } from '../people/zone-days';
import { TouchMarks } from './touch-marks';
import type {
  PlanCounts,
  TouchLine,
  TouchOverview,
  TouchPart,
  TouchPick,
  TouchQuestion,
  TouchResults,
} from './touch-types';
import { placeOnPlans, type TouchWorld } from './touch-world';

const SAMPLE = 3;
const BOUGHT_PRODUCTS = 2;
/** More people than this are not done at one stroke. */
const MOST_AT_ONCE = 100_000;
const NEWCOMER_WEEKS = 4;
const EVERYTHING = Number.POSITIVE_INFINITY;

type Standing = {
  key: string;
  columns: PeopleColumns;
  plans: TouchPlan[];
  world: TouchWorld;
  /** By plan, by stage. */
  rows: StageRows[][];
  today: number;
};

/** Who is to be touched today and what touching brought; each method is a remote call. */
export class TouchDesk implements ProxyMarked {
  readonly [proxyMarker] = true;
  private readonly marks: TouchMarks;
  private changes = 0;
  private kept: Standing | undefined;
  private days: ZoneDays | undefined;
  private own: { key: string; numbers: Int32Array } | undefined;

  constructor(
    private readonly database: () => Promise<ConsoleDb>,
    private readonly people: PeopleService,
    private readonly lists: Pick<ListService, 'ordersOf'>,
  ) {
    this.marks = new TouchMarks(database);
  }

  onCommit(op: Op, entities: readonly EntityName[]): void {
    if (entities.includes('workspace')) {
      this.days = undefined;
      this.marks.mark('all');
    }
    if (entities.includes('touchPlans') || entities.includes('segments')) this.changes += 1;
    if (!entities.includes('touches')) return;
    const named = op.changes.filter(({ entity }) => entity === 'touches').map(({ id }) => id);
    this.marks.mark(op.hasPayload ? 'all' : named);
  }

  /** Counts of every open plan by stage. */
  async overview(): Promise<TouchOverview> {
    const began = performance.now();
    const { columns, plans, world, rows, today } = await this.standing();
    return {
      today: dayOfNumber(today),
      plans: plans.map((plan, at) => countsOf(plan, at, world, rows[at] ?? [])),
      inFuture: world.inFuture,
      withoutOrder: world.withoutOrder,
      isClockBack: this.hasLaterMark(plans, today),
      channels: namesIn(columns.channel),
      regions: namesIn(columns.region),
      tookMs: performance.now() - began,
    };
  }

  /** One part of one list, those who wait longest first. */
  async list(question: TouchQuestion, offset: number, limit: number): Promise<TouchPart> {
    const standing = await this.standing();
    const rows = rowsFor(standing, question);
    const stage = stageFor(standing, question);
    const shown = rows.slice(offset, offset + limit);
    const bought = await this.boughtFirst(standing, shown);
    const lines = shown.map((row, at) => lineOf(standing, row, stage?.day ?? 0, bought[at] ?? ''));
    return { total: rows.length, rows: lines };
  }

  /** Everybody on a list, to be done at one stroke. */
  async pick(question: TouchQuestion): Promise<TouchPick> {
    const standing = await this.standing();
    const { columns } = standing;
    const rows = rowsFor(standing, question).slice(0, MOST_AT_ONCE);
    return {
      members: packIds(rows.map((row) => columns.idOf(row))),
      count: rows.length,
      sample: rows.slice(0, SAMPLE).map((row) => columns.text(row, 'name') ?? ''),
    };
  }

  /** What touching brought among the people of one plan, closed or not. */
  async results(planId: string): Promise<TouchResults> {
    const plan = (await rowTable(await this.database(), 'touchPlans').get(planId)) as
      | TouchPlan
      | undefined;
    if (!plan) return { people: 0, results: [], weeklyNewcomers: 0 };
    const { columns, plans, world: open, today } = await this.standing();
    const at = plans.findIndex(({ id }) => id === planId);
    const world =
      at >= 0 ? open : placeOnPlans(columns, [plan], [await this.segmentMarks(plan)], today);
    const place = Math.max(0, at);
    const cohorts = findCohorts(columns, today);
    const lots = lotsOf(plan);
    const markOf = this.markReader(plan);
    const people: TouchedPerson[] = [];
    let recent = 0;
    for (let row = 0; row < world.n; row += 1) {
      if (world.planOf[row] !== place) continue;
      const firstDay = world.firstDay[row] ?? 0;
      if (today - firstDay < NEWCOMER_WEEKS * 7) recent += 1;
      const lot = lotFor(lots, firstDay);
      const hasLot = lot !== undefined && lot.share > 0;
      people.push({
        firstDay,
        returnedAfter: cohorts.returnedAfter[row] ?? -1,
        touchedOn: firstTouch(plan, row, markOf),
        lot: hasLot ? (world.isHeld[row] === 1 ? 'hold' : 'touch') : undefined,
      });
    }
    return {
      people: people.length,
      results: TOUCH_WINDOWS.map((window) => touchResult(people, window, today)),
      weeklyNewcomers: recent / NEWCOMER_WEEKS,
    };
  }

  private async standing(): Promise<Standing> {
    const columns = await this.people.columns(BUYERS);
    this.days ??= await this.people.zoneDays();
    await this.marks.ready(this.days);
    const today = this.people.today();
    const key = [this.people.answersVersion(), this.marks.version, this.changes, today].join(' ');
    if (this.kept?.key === key && this.kept.columns === columns) return this.kept;
    const db = await this.database();
    const stored = (await rowTable(db, 'touchPlans').toArray()) as unknown as TouchPlan[];
    const plans = openPlans(stored);
    const inSegment: (Uint8Array | undefined)[] = [];
    for (const plan of plans) inSegment.push(await this.segmentMarks(plan));
    const world = placeOnPlans(columns, plans, inSegment, today);
    const rows = plans.map((plan, at) =>
      dueRows(world, at, plan.stages, today, this.markReader(plan)),
    );
    this.kept = { key, columns, plans, world, rows, today };
    return this.kept;
  }

  private async segmentMarks({ segmentId }: TouchPlan): Promise<Uint8Array | undefined> {
    if (segmentId === undefined) return undefined;
    return (await this.people.marksOf({ kind: 'segment', segmentId })).marks;
  }

  /** A touch at a stage counts whichever plan it was done for: nobody gets the same one twice. */
  private markReader(plan: TouchPlan): (row: number, stage: number) => number {
    const own = this.ownNumbers();
    const arrays = plan.stages.map(({ key }) => this.marks.ofStage(key));
    return (row, stage) => {
      const number = own[row] ?? -1;
      if (number < 0) return 0;
      let mark = 0;
      for (const array of arrays[stage] ?? []) {
        const here = array[number] ?? 0;
        if (here > 0) return here;
        mark = here || mark;
      }
      return mark;
    };
  }

  private ownNumbers(): Int32Array {
    const rows = this.people.rows;
    const key = `${rows.size} ${this.marks.numbers.size}`;
    if (this.own?.key !== key) this.own = { key, numbers: rows.numbersIn(this.marks.numbers) };
    return this.own.numbers;
  }

  private hasLaterMark(plans: readonly TouchPlan[], today: number): boolean {
    const keys = new Set(plans.flatMap(({ stages }) => stages.map((stage) => stage.key)));
    return [...keys].some((stage) =>
      this.marks.ofStage(stage).some((array) => array.some((mark) => Math.abs(mark) > today)),
    );
  }

  /** What each of these people bought first, shortened. */
  private async boughtFirst({ columns }: Standing, rows: readonly number[]): Promise<string[]> {
    const ids: (string | undefined)[] = [];
    for (const row of rows) {
      const at = columns.orders.at[columns.orders.start[row] ?? 0];
      const { rows: orders } = await this.lists.ordersOf(columns.idOf(row), 0, EVERYTHING);
      const first = orders.find((it) => it.orderedAt === at && isCounted(it));
      ids.push(first?.id);
    }
    const found = await rowsById(
      await this.database(),
      'orders',
      ids.flatMap((id) => id ?? []),
    );
    return ids.map((id) => shortBought(found.get(id ?? '')?.lines ?? []));
  }
}

function lineOf({ columns, world }: Standing, row: number, day: number, bought: string): TouchLine {
  const firstDay = world.firstDay[row] ?? 0;
  const slot = columns.orders.start[row] ?? 0;
  const amountFen = columns.orders.amountFen[slot] ?? 0;
  const nickname = columns.text(row, 'groupNickname');
  return {
    memberId: columns.idOf(row),
    name: columns.text(row, 'name') ?? '',
    ...(nickname && { groupNickname: nickname }),
    firstDay: dayOfNumber(firstDay),
    dueDay: dayOfNumber(firstDay + day),
    bought,
    isRefunded: amountFen > 0 && (columns.orders.refundFen[slot] ?? 0) >= amountFen,
  };
}

function shortBought(lines: readonly { product: string }[]): string {
  const products = [...new Set(lines.map(({ product }) => product))];
  const more = products.length > BOUGHT_PRODUCTS ? '…' : '';
  return products.slice(0, BOUGHT_PRODUCTS).join('、') + more;
}

function countsOf(plan: TouchPlan, at: number, world: TouchWorld, rows: StageRows[]): PlanCounts {
  let [people, held] = [0, 0];
  for (let row = 0; row < world.n; row += 1) {
    if (world.planOf[row] !== at) continue;
    people += 1;
    held += world.isHeld[row] ?? 0;
  }
  const open = new Map<number, number>();
  for (const { due, overdue } of rows) {
    for (const row of due) open.set(row, (open.get(row) ?? 0) + 1);
    for (const row of overdue) open.set(row, (open.get(row) ?? 0) + 1);
  }
  return {
    planId: plan.id,
    people,
    held,
    crowded: [...open.values()].filter((count) => count > 1).length,
    elsewhere: world.elsewhere[at] ?? 0,
    stages: plan.stages.map(({ key }, stage) => ({
      key,
      due: rows[stage]?.due.length ?? 0,
      overdue: rows[stage]?.overdue.length ?? 0,
      missed: rows[stage]?.missed.length ?? 0,
      done: rows[stage]?.touched ?? 0,
      left: rows[stage]?.left ?? 0,
    })),
  };
}

function stageFor({ plans }: Standing, { planId, stage }: TouchQuestion) {
  return plans.find(({ id }) => id === planId)?.stages.find(({ key }) => key === stage);
}

function rowsFor(standing: Standing, question: TouchQuestion): number[] {
  const { columns, plans, rows } = standing;
  const plan = plans.findIndex(({ id }) => id === question.planId);
  const stage = plans[plan]?.stages.findIndex(({ key }) => key === question.stage) ?? -1;
  const all = rows[plan]?.[stage]?.[question.state] ?? [];
  const { channel, region } = question;
  if (channel === undefined && region === undefined) return all;
  const isWanted = (column: CodeColumn, row: number, value: string | undefined) =>
    value === undefined || column.values[(column.of[row] ?? 0) - 1] === value;
  return all.filter(
    (row) => isWanted(columns.channel, row, channel) && isWanted(columns.region, row, region),
  );
}

function firstTouch(
  plan: TouchPlan,
  row: number,
  markOf: (row: number, stage: number) => number,
): number | undefined {
  let first: number | undefined;
  for (let stage = 0; stage < plan.stages.length; stage += 1) {
    const mark = markOf(row, stage);
    if (mark > 0 && (first === undefined || mark < first)) first = mark;
  }
  return first;
}

const namesIn = ({ values }: CodeColumn): string[] => [...values].filter(Boolean).sort();
