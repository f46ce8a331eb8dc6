import { groupsOn } from '@shared/domain/koc/koc-facts.rules';
import { type PeopleColumns, STILL_THERE } from '@shared/domain/people/people-columns';

/** Days of the stretch that is looked at, and of the one before it that says who was active. */
export const RECENT_DAYS = 14;
export const BEFORE_DAYS = 56;

/** Written down by the house about somebody, not done by them. */
const NOT_AN_ACT = new Set(['join', 'leave', 'note']);

/** Somebody who was active in the time before and is not any more. `row`: of the columns. */
export type QuietPerson = {
  row: number;
  /** Different days with an act or an order, in the time before. */
  activeDays: number;
  acts: number;
  orders: number;
  /** Day number of the last one. */
  lastDay: number;
  /** Not inside the group any more. */
  hasLeft: boolean;
};

export type WentQuiet = {
  /** Most active days first. */
  people: QuietPerson[];
  /** Different people active in the time before, and how many of these still are. */
  before: number;
  still: number;
  /** Active now and not in the time before. */
  fresh: number;
};

/**
 * Who of a group went quiet: active on some day of the 56 days before the last 14, and on none of
 * these 14 (the last of them is `toDay`, a day number). Active is what the activity score counts: an
 * order while inside, or an act of one's own that is filed under the group or under none. `group` is
 * the index + 1 into the columns' groups.
 */
export function wentQuiet(
  columns: Pick<PeopleColumns, 'n' | 'isHere' | 'orders' | 'interactions' | 'memberships'>,
  group: number,
  toDay: number,
): WentQuiet {
  const recentFrom = toDay - RECENT_DAYS + 1;
  const from = recentFrom - BEFORE_DAYS;
  const found: WentQuiet = { people: [], before: 0, still: 0, fresh: 0 };
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] !== 1 || !wasEverIn(columns, row, group)) continue;
    const seen = activeDaysOf(columns, row, group, { from, to: toDay });
    const earlier = seen.filter(({ day }) => day < recentFrom);
    const isActive = earlier.length < seen.length;
    if (earlier.length === 0) {
      if (isActive) found.fresh += 1;
      continue;
    }
    found.before += 1;
    if (isActive) {
      found.still += 1;
      continue;
    }
    found.people.push({
      row,
      activeDays: new Set(earlier.map(({ day }) => day)).size,
      acts: earlier.filter(({ isOrder }) => !isOrder).length,
      orders: earlier.filter(({ isOrder }) => isOrder).length,
      lastDay: Math.max(...earlier.map(({ day }) => day)),
      hasLeft: !groupsOn(columns.memberships, row, toDay).includes(group),
    });
  }
  found.people.sort((a, b) => b.activeDays - a.activeDays || b.lastDay - a.lastDay);
  return found;
}

type Columns = Parameters<typeof wentQuiet>[0];
type Seen = { day: number; isOrder: boolean };

function wasEverIn({ memberships }: Columns, row: number, group: number): boolean {
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    if (memberships.group[slot] === group) return true;
  }
  return false;
}

function activeDaysOf(
  { orders, interactions, memberships }: Columns,
  row: number,
  group: number,
  { from, to }: { from: number; to: number },
): Seen[] {
  const seen: Seen[] = [];
  const isInside = (day: number) => isInsideOn(memberships, row, group, day);
  const lastOrder = orders.end[row] ?? 0;
  for (let slot = orders.start[row] ?? 0; slot < lastOrder; slot += 1) {
    const day = orders.day[slot] ?? 0;
    if (day >= from && day <= to && isInside(day)) seen.push({ day, isOrder: true });
  }
  const lastAct = interactions.end[row] ?? 0;
  for (let slot = interactions.start[row] ?? 0; slot < lastAct; slot += 1) {
    const day = interactions.day[slot] ?? 0;
    if (day < from || day > to) continue;
    const filed = interactions.group[slot] ?? 0;
    if (filed !== 0 && filed !== group) continue;
    if (NOT_AN_ACT.has(interactions.kinds[interactions.kind[slot] ?? 0] ?? '')) continue;
    if (isInside(day)) seen.push({ day, isOrder: false });
  }
  return seen;
}

/** The day of leaving still counts here: an order of that morning was placed inside. */
function isInsideOn(
  memberships: Columns['memberships'],
  row: number,
  group: number,
  day: number,
): boolean {
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    if (memberships.group[slot] !== group) continue;
    const left = memberships.leftDay[slot] ?? STILL_THERE;
    if (day >= (memberships.joinedDay[slot] ?? 0) && day <= left) return true;
  }
  return false;
}
