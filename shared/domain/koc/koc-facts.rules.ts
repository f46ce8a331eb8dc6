import { type PeopleColumns, STILL_THERE } from '@shared/domain/people/people-columns';

/** Sums per row of `PeopleColumns`. */
export type KocSums = {
  answers: Uint32Array;
  ugc: Uint32Array;
  orders: Uint32Array;
  /** An estimate, in orders: see `followersOrders`. */
  followers: Float64Array;
};

export type KocColumns = Pick<
  PeopleColumns,
  'n' | 'isHere' | 'orders' | 'interactions' | 'memberships' | 'groups'
>;

/** Day numbers, both included. */
export type DaySpan = { fromDay: number; toDay: number };

/** Posts that others may follow: what somebody shows or answers inside a group. */
export const POST_KINDS = ['ugc', 'share', 'answer'] as const;

/** Answers, posts of their own (`ugc`, `share`) and counted orders of everybody within the days. */
export function kocSums(columns: KocColumns, span: DaySpan): KocSums {
  const { n, isHere, orders, interactions } = columns;
  const { kinds } = interactions;
  const answer = kinds.indexOf('answer');
  const [ugc, share] = [kinds.indexOf('ugc'), kinds.indexOf('share')];
  const sums: KocSums = {
    answers: new Uint32Array(n),
    ugc: new Uint32Array(n),
    orders: new Uint32Array(n),
    followers: followersOrders(columns, span),
  };
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] !== 1) continue;
    let [answers, posts, bought] = [0, 0, 0];
    // The newest lie last.
    const first = interactions.start[row] ?? 0;
    for (let slot = (interactions.end[row] ?? 0) - 1; slot >= first; slot -= 1) {
      const day = interactions.day[slot] ?? 0;
      if (day < span.fromDay) break;
      if (day > span.toDay) continue;
      const kind = interactions.kind[slot];
      if (kind === answer) answers += 1;
      else if (kind === ugc || kind === share) posts += 1;
    }
    const firstOrder = orders.start[row] ?? 0;
    for (let slot = (orders.end[row] ?? 0) - 1; slot >= firstOrder; slot -= 1) {
      const day = orders.day[slot] ?? 0;
      if (day < span.fromDay) break;
      if (day <= span.toDay) bought += 1;
    }
    sums.answers[row] = answers;
    sums.ugc[row] = posts;
    sums.orders[row] = bought;
  }
  return sums;
}

/**
 * An estimate of the orders that followed somebody: who brought whom is not on record. The orders
 * that people inside a group place on a day are shared equally among the members who posted in that
 * group on that day (`POST_KINDS`), oneself left out; an order of somebody inside several groups is
 * first shared equally among these groups. Everybody who posts on a strong day gains by it, so this
 * ranks people and proves nothing: that is for `kocEffect`.
 */
function followersOrders(columns: KocColumns, span: DaySpan): Float64Array {
  const { n, isHere, orders, memberships, groups } = columns;
  const found = new Float64Array(n);
  const days = span.toDay - span.fromDay + 1;
  if (days <= 0) return found;
  const cell = (group: number, day: number) => group * days + (day - span.fromDay);
  const posters = postersOf(columns, span, cell);
  if (posters.size === 0) return found;
  const isPoster = new Uint8Array(n);
  for (const rows of posters.values()) for (const row of rows) isPoster[row] = 1;
  const sums = new Float64Array((groups.length + 1) * days);
  const own = new Map<string, number>();
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] !== 1) continue;
    const firstStay = memberships.start[row] ?? 0;
    const lastStay = memberships.end[row] ?? 0;
    if (firstStay === lastStay) continue;
    const first = orders.start[row] ?? 0;
    for (let slot = (orders.end[row] ?? 0) - 1; slot >= first; slot -= 1) {
      const day = orders.day[slot] ?? 0;
      if (day < span.fromDay) break;
      if (day > span.toDay) continue;
      let inside = 0;
      for (let stay = firstStay; stay < lastStay; stay += 1) {
        if (isInside(memberships, stay, day)) inside += 1;
      }
      for (let stay = firstStay; inside > 0 && stay < lastStay; stay += 1) {
        if (!isInside(memberships, stay, day)) continue;
        const key = cell(memberships.group[stay] ?? 0, day);
        sums[key] = (sums[key] ?? 0) + 1 / inside;
        if (isPoster[row] !== 1 || !posters.get(key)?.has(row)) continue;
        own.set(`${key} ${row}`, (own.get(`${key} ${row}`) ?? 0) + 1 / inside);
      }
    }
  }
  for (const [key, rows] of posters) {
    for (const row of rows) {
      const others = (sums[key] ?? 0) - (own.get(`${key} ${row}`) ?? 0);
      found[row] = (found[row] ?? 0) + others / rows.size;
    }
  }
  return found;
}

/** Who posted in which group on which day, by the cell of the two. */
export function postersOf(
  { n, isHere, interactions }: KocColumns,
  span: DaySpan,
  cell: (group: number, day: number) => number,
): Map<number, Set<number>> {
  const isPost = interactions.kinds.map((kind) => (POST_KINDS as readonly string[]).includes(kind));
  const posters = new Map<number, Set<number>>();
  for (let row = 0; row < n; row += 1) {
    if (isHere[row] !== 1) continue;
    const end = interactions.end[row] ?? 0;
    for (let slot = interactions.start[row] ?? 0; slot < end; slot += 1) {
      const group = interactions.group[slot] ?? 0;
      const day = interactions.day[slot] ?? 0;
      if (group === 0 || !isPost[interactions.kind[slot] ?? 0] || !isWithin(day, span)) continue;
      const key = cell(group, day);
      const there = posters.get(key);
      if (there) there.add(row);
      else posters.set(key, new Set([row]));
    }
  }
  return posters;
}

/** Groups (index + 1) that the row is inside on a day; the day of leaving does not count any more. */
export function groupsOn(
  memberships: PeopleColumns['memberships'],
  row: number,
  day: number,
): number[] {
  const inside: number[] = [];
  const end = memberships.end[row] ?? 0;
  for (let slot = memberships.start[row] ?? 0; slot < end; slot += 1) {
    if (isInside(memberships, slot, day)) inside.push(memberships.group[slot] ?? 0);
  }
  return inside;
}

function isInside(stays: PeopleColumns['memberships'], slot: number, day: number): boolean {
  return (stays.joinedDay[slot] ?? 0) <= day && day < (stays.leftDay[slot] ?? STILL_THERE);
}

export const isWithin = (day: number, { fromDay, toDay }: DaySpan) =>
  day >= fromDay && day <= toDay;
