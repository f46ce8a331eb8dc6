import type { PeopleColumns } from '@shared/domain/people/people-columns';

export type PlainOrder = { at: number; day: number; amountFen: number; refundFen: number };
export type PlainMember = { id: string; name: string; identity: string; orders: PlainOrder[] };

/** Everybody as one would keep them without columns: an object each, with a list of orders. */
export function plainPeople(columns: PeopleColumns): PlainMember[] {
  const { identity, orders } = columns;
  const people: PlainMember[] = [];
  for (let row = 0; row < columns.n; row += 1) {
    const own: PlainOrder[] = [];
    for (let slot = orders.start[row] ?? 0; slot < (orders.end[row] ?? 0); slot += 1) {
      own.push({
        at: orders.at[slot] ?? 0,
        day: orders.day[slot] ?? 0,
        amountFen: orders.amountFen[slot] ?? 0,
        refundFen: orders.refundFen[slot] ?? 0,
      });
    }
    people.push({
      id: columns.idOf(row),
      name: columns.text(row, 'name') ?? '',
      identity: identity.values[(identity.of[row] ?? 0) - 1] ?? 'unknown',
      orders: own,
    });
  }
  return people;
}

export type Question = { lastDays: number; times: number; netFen: number; quietDays: number };

/** The question of the segment bench over plain objects. */
export function plainCount(people: readonly PlainMember[], today: number, asked: Question): number {
  return people.filter(
    ({ identity, orders }) =>
      identity !== 'store' &&
      orders.filter(({ day }) => day <= today && today - day < asked.lastDays).length >=
        asked.times &&
      orders
        .filter(({ day }) => day <= today)
        .reduce((sum, { amountFen, refundFen }) => sum + amountFen - refundFen, 0) >= asked.netFen,
  ).length;
}
