import { isCounted } from '@shared/domain/orders/order.rules';
import type { OrderStatus } from '@shared/domain/orders/order.schema';
import { dayNumber } from '@shared/lib/time';
import type { FactColumns } from '../index/fact-columns';
import { LifeCells } from './life-cells';
import type { LifeSpan } from './life-span';
import type { NumberBridge } from './number-bridge';

const FIGURES = [
  'members',
  'present',
  'joined',
  'left',
  'active',
  'orders',
  'gmvFen',
  'ugc',
  'posts',
  'kocs',
  'kocsActive',
] as const;
export type PeopleCells = LifeCells<(typeof FIGURES)[number]>;

/** Written down by the house about somebody, not done by them. */
const NOT_AN_ACT = new Set(['join', 'leave', 'note']);
const POSTS = new Set(['ugc', 'share', 'question', 'answer', 'checkIn']);

export type PeopleWorld = {
  span: LifeSpan;
  /** Groups that are counted, by their place in the answer. */
  groups: ReadonlyMap<string, number>;
  /** Groups that exist at all: an order is shared among all in which its buyer was. */
  isGroup: (groupId: string) => boolean;
  memberships: FactColumns;
  orders: FactColumns;
  interactions: FactColumns;
  fromOrders: NumberBridge;
  fromInteractions: NumberBridge;
  kocIds: readonly string[];
};

/** What people did while they were inside: one walk over the facts of the time. */
export function tallyPeople(world: PeopleWorld): PeopleCells {
  return new PeopleTally(world).count();
}

class PeopleTally {
  private readonly cells: PeopleCells;
  /** For each membership: the place of its group in the answer, −1 where it is not asked, −2 gone. */
  private readonly groupAt: Int32Array;
  private readonly isKoc: Uint8Array;
  /** Membership × stretch: whether the person was seen active in it. */
  private readonly seen: Uint8Array;
  private readonly hasOrders: Uint8Array;
  private readonly hasActs: Uint8Array;

  constructor(private readonly world: PeopleWorld) {
    const { memberships, groups, span, isGroup, kocIds } = world;
    this.cells = new LifeCells(FIGURES, groups, span);
    const ofGroup = memberships.codes.groupId;
    const places = (ofGroup?.values ?? []).map((id) => groups.get(id) ?? (isGroup(id) ? -1 : -2));
    const koc = memberships.codes.role?.codeOf('koc') || -1;
    const kocs = new Set(kocIds.map((id) => memberships.members.numberOf(id)));
    this.groupAt = new Int32Array(memberships.n);
    this.isKoc = new Uint8Array(memberships.n);
    for (let row = 0; row < memberships.n; row += 1) {
      this.groupAt[row] = places[(ofGroup?.of[row] ?? 0) - 1] ?? -2;
      const isOne =
        memberships.codes.role?.of[row] === koc || kocs.has(memberships.memberOf[row] ?? -1);
      this.isKoc[row] = isOne ? 1 : 0;
    }
    this.seen = new Uint8Array(memberships.n * span.periods.length);
    this.hasOrders = new Uint8Array(span.periods.length);
    this.hasActs = new Uint8Array(span.periods.length);
  }

  count(): PeopleCells {
    this.countOrders();
    this.countInteractions();
    this.countStays();
    const { cells } = this;
    cells.round('orders', 6);
    cells.round('gmvFen', 0);
    cells.round('ugc', 6);
    cells.round('posts', 6);
    return cells;
  }

  private countOrders(): void {
    const { orders, fromOrders } = this.world;
    const counts = (orders.codes.status?.values ?? []).map((status) =>
      isCounted({ status: status as OrderStatus }),
    );
    const { amountFen, refundFen } = orders.numbers;
    fromOrders.refresh();
    this.eachInTime(orders, (row, day, at) => {
      this.mark(this.hasOrders, day);
      if (counts[(orders.codes.status?.of[row] ?? 0) - 1] === false) return;
      const stays = this.staysAt(fromOrders.numberOf(orders.memberOf[row] ?? 0), at);
      const net = (amountFen?.[row] ?? 0) - (refundFen?.[row] || 0);
      for (const stay of stays) {
        const group = this.groupAt[stay] ?? -1;
        if (group < 0) continue;
        this.cells.addOn(day, 'orders', group, 1 / stays.length);
        this.cells.addOn(day, 'gmvFen', group, net / stays.length);
        this.sawActive(stay, group, day);
      }
    });
  }

  /** An act in a named group belongs there; one without a group is shared like an order. */
  private countInteractions(): void {
    const { interactions, fromInteractions, groups } = this.world;
    const { kind, groupId } = interactions.codes;
    const places = (groupId?.values ?? []).map((id) => groups.get(id) ?? -1);
    fromInteractions.refresh();
    this.eachInTime(interactions, (row, day, at) => {
      this.mark(this.hasActs, day);
      const what = kind?.textOf(row) ?? 'note';
      if (NOT_AN_ACT.has(what)) return;
      const stays = this.staysAt(fromInteractions.numberOf(interactions.memberOf[row] ?? 0), at);
      const named = groupId?.of[row] ?? 0;
      if (named > 0) {
        const group = places[named - 1] ?? -1;
        if (group < 0) return;
        this.countPost(what, group, day, 1);
        for (const stay of stays) {
          if (this.groupAt[stay] === group) this.sawActive(stay, group, day);
        }
        return;
      }
      for (const stay of stays) {
        const group = this.groupAt[stay] ?? -1;
        if (group < 0) continue;
        this.countPost(what, group, day, 1 / stays.length);
        this.sawActive(stay, group, day);
      }
    });
  }

  private countPost(what: string, group: number, day: number, share: number): void {
    if (POSTS.has(what)) this.cells.addOn(day, 'posts', group, share);
    if (what === 'ugc') this.cells.addOn(day, 'ugc', group, share);
  }

  private countStays(): void {
    const { world, cells } = this;
    const { memberships, span } = world;
    const { members, present, joined, left, kocs } = cells.columns;
    // Counted from zero, five million times: what is not known is made so afterwards.
    for (const column of [members, present, joined, left, kocs]) column.fill(0);
    const width = cells.width;
    const froms = Int32Array.from(span.periods, ({ from }) => dayNumber(from));
    const tos = Int32Array.from(span.periods, ({ to }) => dayNumber(to));
    const firstJoin = new Map<number, number>();
    for (let row = 0; row < memberships.n; row += 1) {
      const group = this.groupAt[row] ?? -1;
      if (group < 0) continue;
      const joinDay = span.days.dayOf(memberships.at[row] ?? 0);
      const leftAt = memberships.numbers.leftAt?.[row] ?? Number.NaN;
      const leftDay = Number.isNaN(leftAt) ? NEVER : span.days.dayOf(leftAt);
      const isKoc = this.isKoc[row] ?? 0;
      if (joinDay < (firstJoin.get(group) ?? NEVER)) firstJoin.set(group, joinDay);
      for (let period = 0; period < width; period += 1) {
        const from = froms[period] ?? 0;
        const to = tos[period] ?? 0;
        if (joinDay > to || leftDay < from) continue;
        const cell = group * width + period;
        present[cell] = (present[cell] ?? 0) + 1;
        kocs[cell] = (kocs[cell] ?? 0) + isKoc;
        if (joinDay >= from) joined[cell] = (joined[cell] ?? 0) + 1;
        if (leftDay > to) members[cell] = (members[cell] ?? 0) + 1;
        else left[cell] = (left[cell] ?? 0) + 1;
      }
    }
    for (const group of world.groups.values()) {
      const first = firstJoin.get(group) ?? NEVER;
      for (let period = 0; period < width; period += 1) {
        if ((tos[period] ?? 0) < first) {
          for (const column of [members, present, joined, left, kocs]) {
            column[group * width + period] = Number.NaN;
          }
          continue;
        }
        const [hasOrders, hasActs] = [this.hasOrders[period] === 1, this.hasActs[period] === 1];
        if (hasOrders) this.zero(['orders', 'gmvFen'], group, period);
        if (hasActs) this.zero(['ugc', 'posts'], group, period);
        if (hasOrders || hasActs) this.zero(['active', 'kocsActive'], group, period);
      }
    }
  }

  private add(figure: (typeof FIGURES)[number], group: number, period: number): void {
    const known = this.cells.get(figure, group, period);
    this.cells.set(figure, group, period, Number.isNaN(known) ? 1 : known + 1);
  }

  /** What nobody was counted under is none, where the figure is on record at all. */
  private zero(figures: readonly (typeof FIGURES)[number][], group: number, period: number): void {
    for (const figure of figures) {
      if (Number.isNaN(this.cells.get(figure, group, period))) {
        this.cells.set(figure, group, period, 0);
      }
    }
  }

  private sawActive(stay: number, group: number, day: number): void {
    const { firstDay, places, periods } = this.world.span;
    const from = 3 * (day - firstDay);
    for (let k = from; k < from + 3; k += 1) {
      const period = places[k] ?? -1;
      if (period < 0) continue;
      const bit = stay * periods.length + period;
      if (this.seen[bit] === 1) continue;
      this.seen[bit] = 1;
      this.add('active', group, period);
      if (this.isKoc[stay] === 1) this.add('kocsActive', group, period);
    }
  }

  private mark(into: Uint8Array, day: number): void {
    const { firstDay, places } = this.world.span;
    const from = 3 * (day - firstDay);
    for (let k = from; k < from + 3; k += 1) {
      const period = places[k] ?? -1;
      if (period >= 0) into[period] = 1;
    }
  }

  /** Rows of memberships of groups that exist in which this person was at the instant. */
  private staysAt(member: number, instant: number): readonly number[] {
    const { memberStarts, byMember, at, numbers } = this.world.memberships;
    if (member < 0 || member + 1 >= memberStarts.length) return NOWHERE;
    const stays: number[] = [];
    const end = memberStarts[member + 1] ?? 0;
    for (let k = memberStarts[member] ?? 0; k < end; k += 1) {
      const row = byMember[k] ?? 0;
      if ((at[row] ?? 0) > instant || (numbers.leftAt?.[row] ?? Number.NaN) <= instant) continue;
      if ((this.groupAt[row] ?? -2) !== -2) stays.push(row);
    }
    return stays;
  }

  private eachInTime(
    facts: FactColumns,
    visit: (row: number, day: number, at: number) => void,
  ): void {
    const { days, firstDay, lastDay } = this.world.span;
    for (const row of facts.newestFirst) {
      const at = facts.at[row] ?? 0;
      const day = days.dayOf(at);
      if (day > lastDay) continue;
      if (day < firstDay) return;
      visit(row, day, at);
    }
  }
}

const NOWHERE: readonly number[] = [];
/** A day number that nothing reaches. */
const NEVER = 0x7fffffff;
