import { dayOfNumber } from '@shared/lib/time';
import type { PlainMember } from './plain-people';

const SILENT_DAYS = 90;

/**
 * Scores, quadrants and cohorts over plain objects, as one would write them without columns: a
 * generous peer, for it knows no value to come and sorts by the simplest means.
 */
export function plainModels(people: readonly PlainMember[], today: number) {
  const buyers = people.flatMap((person) => {
    const orders = person.orders.filter(({ day }) => day <= today);
    const last = orders.at(-1);
    if (!last) return [];
    const net = (from: number) =>
      orders
        .filter(({ day }) => day >= from)
        .reduce((sum, { amountFen, refundFen }) => sum + amountFen - refundFen, 0);
    return {
      recency: today - last.day,
      frequency: orders.filter(({ day }) => today - day < 365).length,
      money: net(today - 364),
      recent: net(today - SILENT_DAYS + 1),
      orders,
    };
  });
  const ranked = (['recency', 'frequency', 'money'] as const).map((key) =>
    buyers.map((buyer) => buyer[key]).sort((a, b) => a - b),
  );
  const cuts = ranked.map((all) => [1, 2, 3, 4].map((part) => all[(part * all.length) / 5] ?? 0));
  const grid = new Map<string, number>();
  const quadrants = new Map<string, number>();
  const middle = buyers.map(({ recent }) => recent).sort((a, b) => a - b)[buyers.length >> 1] ?? 0;
  const cohorts = new Map<string, Map<string, number>>();
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  const monthOf = (day: number) => dayOfNumber(day).slice(0, 7);
  for (const buyer of buyers) {
    const scores = ([buyer.recency, buyer.frequency, buyer.money] as const).map(
      (value, at) => 1 + (cuts[at] ?? []).filter((cut) => value > cut).length,
    );
    add(grid, scores.join(''));
    const isHigh = buyer.recent > 2 * middle;
    add(quadrants, buyer.recency >= SILENT_DAYS ? 'churn' : isHigh ? 'top' : 'potential');
    const months = new Set(buyer.orders.map(({ day }) => monthOf(day)));
    const [first = ''] = months;
    const cohort = cohorts.get(first) ?? new Map<string, number>();
    cohorts.set(first, cohort);
    for (const month of months) add(cohort, month);
  }
  return { buyers: buyers.length, grid, quadrants, cohorts };
}
