import type { PeopleColumns } from '@shared/domain/people/people-columns';
import type { PlainStay } from './plain-groups';

type PlainDoer = { acts: { day: number; kind: string }[]; orderDays: number[] };

/** Everybody with what they did and bought, as objects. */
export function plainDoers({ n, interactions, orders }: PeopleColumns): PlainDoer[] {
  return Array.from({ length: n }, (_, row) => {
    const doer: PlainDoer = { acts: [], orderDays: [] };
    for (let at = interactions.start[row] ?? 0; at < (interactions.end[row] ?? 0); at += 1) {
      const kind = interactions.kinds[interactions.kind[at] ?? 0] ?? '';
      doer.acts.push({ day: interactions.day[at] ?? 0, kind });
    }
    for (let at = orders.start[row] ?? 0; at < (orders.end[row] ?? 0); at += 1) {
      doer.orderDays.push(orders.day[at] ?? 0);
    }
    return doer;
  });
}

/**
 * The best by posts, answers and orders of these days, over objects (a generous peer: nothing is
 * counted of those who follow). Orders of each, in the order of the rows.
 */
export function plainScores(doers: readonly PlainDoer[], fromDay: number, toDay: number) {
  const isIn = (day: number) => day >= fromDay && day <= toDay;
  const counted = doers.map(({ acts, orderDays }, row) => {
    const own = acts.filter(({ day }) => isIn(day));
    const answers = own.filter(({ kind }) => kind === 'answer').length;
    const posts = own.filter(({ kind }) => kind === 'ugc' || kind === 'share').length;
    return { row, answers, posts, orders: orderDays.filter(isIn).length };
  });
  const best = [...counted].sort(
    (a, b) => b.answers + b.posts + b.orders - (a.answers + a.posts + a.orders),
  );
  return { orders: counted.map(({ orders }) => orders), best: best.slice(0, 50) };
}

/** How many people are in several of these groups, over objects. */
export function plainOverlaps(stays: readonly PlainStay[], running: ReadonlySet<string>): number {
  const groupsOf = new Map<string, Set<string>>();
  for (const { memberId, groupId } of stays) {
    if (!running.has(groupId)) continue;
    const known = groupsOf.get(memberId);
    if (known) known.add(groupId);
    else groupsOf.set(memberId, new Set([groupId]));
  }
  return [...groupsOf.values()].filter(({ size }) => size > 1).length;
}

/** Whom each line of a list could mean by the very same name (a generous peer: nothing else counts). */
export function plainNames(
  names: readonly string[],
  people: readonly { id: string; name: string }[],
): string[][] {
  const byName = new Map<string, string[]>();
  for (const { id, name } of people) {
    const known = byName.get(name);
    if (known) known.push(id);
    else byName.set(name, [id]);
  }
  return names.map((name) => byName.get(name) ?? []);
}
