import type { EffectDay } from '@shared/domain/koc/koc-effect.rules';
import { type DaySpan, groupsOn, POST_KINDS } from '@shared/domain/koc/koc-facts.rules';
import { type PeopleColumns, STILL_THERE } from '@shared/domain/people/people-columns';

/** `row`: the core member. `group` and `others`: index + 1 into the columns' groups. */
type EffectScope = DaySpan & { row: number; group: number; others: ReadonlySet<number> };

/**
 * A group's days as `kocEffect` reads them. An order counts in every group that its buyer was
 * inside on the day: here a group is compared with itself, not added to others. What somebody did
 * counts in the group it is filed under.
 */
export function effectDays(columns: PeopleColumns, scope: EffectScope): EffectDay[] {
  const { fromDay, toDay, row: koc, group, others } = scope;
  const length = toDay - fromDay + 1;
  const wanted = [group, ...others];
  const place = new Map(wanted.map((code, at) => [code, at]));
  const size = wanted.length * Math.max(0, length);
  const people = new Int32Array(size);
  const orders = new Int32Array(size);
  const active = new Int32Array(size);
  const posts = new Uint8Array(Math.max(0, length));
  const { interactions, memberships } = columns;
  const isPost = interactions.kinds.map((kind) => (POST_KINDS as readonly string[]).includes(kind));
  for (let row = 0; row < columns.n; row += 1) {
    if (columns.isHere[row] !== 1) continue;
    const isKoc = row === koc;
    const seen = new Set<number>();
    const addActive = (key: number) => {
      if (seen.has(key)) return;
      seen.add(key);
      active[key] = (active[key] ?? 0) + 1;
    };
    const lastStay = memberships.end[row] ?? 0;
    let isAround = false;
    for (let slot = memberships.start[row] ?? 0; slot < lastStay; slot += 1) {
      const at = place.get(memberships.group[slot] ?? 0);
      if (at === undefined) continue;
      isAround = true;
      if (isKoc) continue;
      const from = Math.max(fromDay, memberships.joinedDay[slot] ?? 0);
      const left = memberships.leftDay[slot] ?? STILL_THERE;
      const to = left === STILL_THERE ? toDay : Math.min(toDay, left - 1);
      for (let day = from; day <= to; day += 1) {
        const key = at * length + day - fromDay;
        people[key] = (people[key] ?? 0) + 1;
      }
    }
    if (!isAround) continue;
    const lastDone = interactions.end[row] ?? 0;
    for (let slot = interactions.start[row] ?? 0; slot < lastDone; slot += 1) {
      const day = interactions.day[slot] ?? 0;
      const code = interactions.group[slot] ?? 0;
      const at = place.get(code);
      if (at === undefined || day < fromDay || day > toDay) continue;
      if (!isKoc) {
        if (groupsOn(memberships, row, day).includes(code)) addActive(at * length + day - fromDay);
      } else if (code === group && isPost[interactions.kind[slot] ?? 0]) posts[day - fromDay] = 1;
    }
    if (isKoc) continue;
    const lastOrder = columns.orders.end[row] ?? 0;
    for (let slot = columns.orders.start[row] ?? 0; slot < lastOrder; slot += 1) {
      const day = columns.orders.day[slot] ?? 0;
      if (day < fromDay || day > toDay) continue;
      for (const code of groupsOn(memberships, row, day)) {
        const at = place.get(code);
        if (at === undefined) continue;
        const key = at * length + day - fromDay;
        orders[key] = (orders[key] ?? 0) + 1;
        addActive(key);
      }
    }
  }
  return Array.from({ length: Math.max(0, length) }, (_, at) => {
    let [with_, orderRates, activeRates] = [0, 0, 0];
    for (let other = 1; other < wanted.length; other += 1) {
      const key = other * length + at;
      const inside = people[key] ?? 0;
      if (inside === 0) continue;
      with_ += 1;
      orderRates += ((orders[key] ?? 0) / inside) * 100;
      activeRates += ((active[key] ?? 0) / inside) * 100;
    }
    return {
      day: fromDay + at,
      people: people[at] ?? 0,
      orders: orders[at] ?? 0,
      active: active[at] ?? 0,
      isPost: posts[at] === 1,
      ...(with_ > 0 && {
        others: { ordersPerHundred: orderRates / with_, activePerHundred: activeRates / with_ },
      }),
    };
  });
}
