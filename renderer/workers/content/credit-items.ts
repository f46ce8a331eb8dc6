import { ALL_GROUPS } from '@shared/domain/calendar/send-targets.rules';
import { baselineOf, type EarlierWindow } from '@shared/domain/content-results/baseline.rules';
import { EVERY_GROUP, LastTouch, type Stay } from '@shared/domain/content-results/last-touch.rules';
import type { Sending } from '@shared/domain/content-results/sendings.rules';
import type { CreditAnswer, GroupCredit, ItemCredit, OrderSum } from './content-types';
import { GroupOrders } from './group-orders';
import type { GroupStays } from './group-stays';
import type { OrderWindow } from './order-window';

const WEEK_MS = 7 * 86_400_000;
const WEEKS_BEFORE = 4;

/** What the counting rests on. `sendings` are oldest first and reach a window back. */
type CreditWorld = {
  orders: OrderWindow;
  stays: GroupStays;
  sendings: readonly Sending[];
  /** Items of the period. */
  listed: ReadonlySet<string>;
  /** Tells whether two items are the same push for the comparison with earlier weeks. */
  pushOf: (itemId: string) => string;
  fromMs: number;
  toMs: number;
  windowMs: number;
  nowMs: number;
};

type Tally = OrderSum & { buyers: Set<number>; byGroup: Map<string, GroupTally> };
type GroupTally = OrderSum & { buyers: Set<number> };
const newSum = (): OrderSum => ({ orders: 0, netFen: 0 });
const newTally = (): Tally => ({ ...newSum(), buyers: new Set(), byGroup: new Map() });

function add(sum: OrderSum, netFen: number): void {
  sum.orders += 1;
  sum.netFen += netFen;
}

/** Gives every order of the period to the last sending before it, or to none. */
export function creditItems(world: CreditWorld): CreditAnswer {
  const { orders, stays, sendings, listed, fromMs, toMs, windowMs } = world;
  const isEverybody = stays.isEmpty;
  const groupOf = (groupId: string) =>
    groupId === ALL_GROUPS ? EVERY_GROUP : stays.codeOf(groupId);
  const touch = new LastTouch(
    sendings.map(({ groupId, at }) => ({ group: groupOf(groupId), at })),
    windowMs,
  );
  const tallies = new Map<string, Tally>();
  for (const { itemId } of sendings) if (listed.has(itemId)) tallies.set(itemId, newTally());
  const period = { all: newSum(), toItems: newSum(), toOthers: newSum(), toNone: newSum() };
  const { memberOf, at } = orders.orders;
  // Beyond the last day too: what went out on it has its window still ahead.
  orders.each(fromMs, toMs + windowMs, (row) => {
    const buyer = memberOf[row] ?? 0;
    const net = orders.netFen(row);
    const isInPeriod = (at[row] ?? 0) < toMs;
    if (isInPeriod) add(period.all, net);
    const sending = sendings[touch.find(at[row] ?? 0, stays.ofBuyer(buyer), isEverybody)];
    const tally = sending && tallies.get(sending.itemId);
    if (isInPeriod) add(!sending ? period.toNone : tally ? period.toItems : period.toOthers, net);
    if (sending && tally) credit(tally, sending.groupId, buyer, net);
  });
  const bySendings = new Map<string, Sending[]>();
  for (const sending of sendings) {
    const known = bySendings.get(sending.itemId);
    if (known) known.push(sending);
    else bySendings.set(sending.itemId, [sending]);
  }
  // A log may tell of sendings long before or after the plan.
  const sentAt = sendings.flatMap((it) => (listed.has(it.itemId) ? [it.at] : []));
  const usual = new GroupOrders(orders, stays, {
    from: (sentAt[0] ?? toMs) - WEEKS_BEFORE * WEEK_MS,
    to: (sentAt.at(-1) ?? fromMs) + windowMs,
  });
  const items: Record<string, ItemCredit> = {};
  for (const [itemId, tally] of tallies) {
    items[itemId] = itemCredit(world, usual, bySendings.get(itemId) ?? [], tally, groupOf);
  }
  return { items, period, isEverybody, seen: orders.seen };
}

function credit(tally: Tally, groupId: string, buyer: number, net: number): void {
  add(tally, net);
  tally.buyers.add(buyer);
  const group = tally.byGroup.get(groupId) ?? { ...newSum(), buyers: new Set<number>() };
  add(group, net);
  group.buyers.add(buyer);
  tally.byGroup.set(groupId, group);
}

function itemCredit(
  world: CreditWorld,
  usual: GroupOrders,
  own: readonly Sending[],
  { orders, netFen, buyers, byGroup }: Tally,
  groupOf: (groupId: string) => number,
): ItemCredit {
  const { stays, windowMs, nowMs } = world;
  const sentAt = own[0]?.at ?? 0;
  const lastAt = own.at(-1)?.at ?? sentAt;
  const groups = [...new Set(own.map(({ groupId }) => groupOf(groupId)))].sort((a, b) => a - b);
  const people = stays.peopleInside(groups, sentAt);
  const insideAny = () =>
    stays.groupCodes.filter((code) => stays.peopleInside([code], sentAt) > 0).length;
  const sends = groups.includes(EVERY_GROUP) ? Math.max(1, insideAny()) : own.length;
  const isOpen = nowMs < lastAt + windowMs;
  // A window that is not over would be held against whole ones.
  const baseline = isOpen ? undefined : baselineFor(world, usual, own, groups, people, groupOf);
  return {
    orders,
    netFen,
    buyers: buyers.size,
    people,
    sends,
    sentAt,
    isOpen,
    byGroup: [...byGroup]
      .map(([groupId, it]): GroupCredit => ({ ...it, groupId, buyers: it.buyers.size }))
      .sort((a, b) => b.orders - a.orders || (a.groupId < b.groupId ? -1 : 1)),
    ...(baseline && { baseline }),
  };
}

/**
 * All orders of the groups' people in the window, against the same hours of the four weeks before,
 * leaving out weeks in which the same push went out or from which there are no orders at all.
 */
function baselineFor(
  world: CreditWorld,
  usual: GroupOrders,
  own: readonly Sending[],
  groups: readonly number[],
  people: number,
  groupOf: (groupId: string) => number,
) {
  const { orders, sendings, pushOf, windowMs } = world;
  const first = own[0];
  if (!first || people === 0) return undefined;
  const from = first.at;
  const to = (own.at(-1)?.at ?? from) + windowMs;
  const push = pushOf(first.itemId);
  const isAmong = (group: number) =>
    group === EVERY_GROUP || groups.includes(EVERY_GROUP) || groups.includes(group);
  const earlier: EarlierWindow[] = [];
  for (let week = 1; week <= WEEKS_BEFORE; week += 1) {
    const [start, end] = [from - week * WEEK_MS, to - week * WEEK_MS];
    if (start < orders.earliest) break;
    const isSame = sendings.some(
      (it) =>
        it.at > start - windowMs &&
        it.at < end &&
        pushOf(it.itemId) === push &&
        isAmong(groupOf(it.groupId)),
    );
    if (isSame) continue;
    earlier.push({
      orders: ordersOf(world, usual, groups, start, end),
      people: world.stays.peopleInside(groups, start),
    });
  }
  return baselineOf(ordersOf(world, usual, groups, from, to), people, earlier);
}

/** Orders within a stretch by people who were in one of the groups as they ordered. */
function ordersOf(
  { orders, stays }: CreditWorld,
  byGroup: GroupOrders,
  groups: readonly number[],
  from: number,
  to: number,
): number {
  const [only = EVERY_GROUP] = groups;
  if (groups.includes(EVERY_GROUP)) return byGroup.count(EVERY_GROUP, from, to);
  if (groups.length === 1) return byGroup.count(only, from, to);
  // Somebody in two of them ordered once.
  const wanted = new Set(groups);
  const { at, memberOf } = orders.orders;
  let count = 0;
  orders.each(from, to, (row) => {
    const time = at[row] ?? 0;
    const isInside = (it: Stay) => it.from <= time && it.to > time && wanted.has(it.group);
    if (stays.ofBuyer(memberOf[row] ?? 0).some(isInside)) count += 1;
  });
  return count;
}
