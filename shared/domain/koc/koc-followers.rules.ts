import { type DaySpan, groupsOn, isWithin, type KocColumns, postersOf } from './koc-facts.rules';

/** Somebody whose orders fell on the days of another one's posts. */
export type Follower = {
  /** Row of the columns. */
  row: number;
  /** Orders placed inside a common group on days of the posts. */
  orders: number;
  /** What these count: each order shared among its groups and among those who posted that day. */
  share: number;
  /** Day numbers of these orders, ascending, each once. */
  days: number[];
  /** Days inside such a group with and without a post, and the orders on the days without. */
  postDays: number;
  otherDays: number;
  otherOrders: number;
};

/**
 * Who may follow a member, by the same estimate as `KocSums.followers`: the shares of all followers
 * add up to it. The most orders first, then the larger share, then the row. It is a coincidence of
 * days, not a cause: whoever orders every day follows everybody.
 */
export function followersOf(columns: KocColumns, span: DaySpan, koc: number): Follower[] {
  const { n, isHere, orders, memberships } = columns;
  const length = span.toDay - span.fromDay + 1;
  if (length <= 0 || koc < 0 || isHere[koc] !== 1) return [];
  const cell = (group: number, day: number) => group * length + (day - span.fromDay);
  const posters = postersOf(columns, span, cell);
  const own = new Map<number, number>();
  const ownGroups = new Set<number>();
  for (const [key, rows] of posters) {
    if (!rows.has(koc)) continue;
    own.set(key, rows.size);
    ownGroups.add(Math.floor(key / length));
  }
  if (own.size === 0) return [];
  const found: Follower[] = [];
  for (let row = 0; row < n; row += 1) {
    if (row === koc || isHere[row] !== 1) continue;
    let [followed, share, otherOrders] = [0, 0, 0];
    const days = new Set<number>();
    const last = orders.end[row] ?? 0;
    for (let slot = orders.start[row] ?? 0; slot < last; slot += 1) {
      const day = orders.day[slot] ?? 0;
      if (!isWithin(day, span)) continue;
      const inside = groupsOn(memberships, row, day);
      let part = 0;
      for (const group of inside) {
        const speakers = own.get(cell(group, day));
        if (speakers !== undefined) part += 1 / inside.length / speakers;
      }
      if (part > 0) {
        followed += 1;
        share += part;
        days.add(day);
      } else if (inside.some((group) => ownGroups.has(group))) otherOrders += 1;
    }
    if (followed === 0) continue;
    let [postDays, otherDays] = [0, 0];
    for (let day = span.fromDay; day <= span.toDay; day += 1) {
      const inside = groupsOn(memberships, row, day).filter((group) => ownGroups.has(group));
      if (inside.some((group) => own.has(cell(group, day)))) postDays += 1;
      else if (inside.length > 0) otherDays += 1;
    }
    const ascending = [...days].sort((a, b) => a - b);
    found.push({ row, orders: followed, share, days: ascending, postDays, otherDays, otherOrders });
  }
  return found.sort((a, b) => b.orders - a.orders || b.share - a.share || a.row - b.row);
}
