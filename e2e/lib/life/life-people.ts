import { expect } from '@playwright/test';
import type { RunningConsole } from '../running-console';
import { lifeMs } from './life-clock';

export type Person = { id: string; name: string };

const WAKING_DAY = 42;
const LAST_DAY = 70;

export type LifePeople = {
  /** Consumers who order nothing in all the time. */
  quiet: Person[];
  /** Consumers with one order each after the group fell asleep, each in a week of its own. */
  active: Person[];
  /** Somebody with a shop, whom no group of consumers takes in. */
  shop: Person;
};

/** People of the roster whose names nobody else bears, by what they order while the group lives. */
export async function lifePeople(running: RunningConsole): Promise<LifePeople> {
  const members = await running.rows('members');
  const names = members.map(({ name }) => String(name));
  const daysOf = new Map<string, number[]>();
  for (const order of await running.rows('orders')) {
    const day = Math.floor((Number(order.orderedAt) - lifeMs(0)) / 86_400_000);
    if (day < 0) continue;
    const memberId = String(order.memberId);
    daysOf.set(memberId, [
      ...(daysOf.get(memberId) ?? []),
      order.status === 'delivered' ? day : -1,
    ]);
  }
  const known = members
    .map(({ id, name, identity }) => ({ id: String(id), name: String(name), identity }))
    .filter(({ name }) => names.filter((it) => it.includes(name)).length === 1)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const of = (identity: string) => known.filter((person) => person.identity === identity);
  const onlyWeek = ({ id }: Person) => {
    const [day = -1, ...more] = daysOf.get(id) ?? [];
    return more.length === 0 && day >= WAKING_DAY && day < LAST_DAY ? Math.floor(day / 7) : 0;
  };
  const weeks = new Set<number>();
  const inOwnWeek = (person: Person) => {
    const week = onlyWeek(person);
    if (week === 0 || weeks.has(week)) return false;
    weeks.add(week);
    return true;
  };
  const active = of('consumer').filter(inOwnWeek).slice(0, 3);
  const quiet = of('consumer').filter(({ id }) => !daysOf.has(id));
  const shop = of('store').find(({ id }) => !daysOf.has(id));
  if (!shop) throw new Error('every shop orders');
  expect(active).toHaveLength(3);
  expect(quiet.length).toBeGreaterThan(14);
  return { quiet, active, shop };
}
