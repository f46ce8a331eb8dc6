import type { RunningConsole } from '../running-console';

type Person = { id: string; phone: string; name: string };

export type FlowPeople = {
  /** Everybody with at least two counted orders, by id. */
  ordering: readonly string[];
  seller: Person;
  shops: readonly Person[];
  consumers: readonly Person[];
};

const SHOPS = 8;
const CONSUMERS = 11;

/** Who walks through the flow: picked from the rows as they are stored, without the console's own rules. */
export async function readPeople(running: RunningConsole): Promise<FlowPeople> {
  const times = new Map<string, number>();
  for (const { memberId, status } of await running.rows('orders')) {
    if (status === 'pending' || status === 'cancelled') continue;
    times.set(String(memberId), (times.get(String(memberId)) ?? 0) + 1);
  }
  const ordering = new Set([...times].filter(([, n]) => n >= 2).map(([id]) => id));
  const names = new Set<string>();
  const pick = (identity: string, wanted: number): Person[] => {
    const found = members
      .filter((it) => it.identity === identity && ordering.has(String(it.id)))
      .flatMap(({ id, phone, name }) =>
        typeof phone === 'string' && /^\+861\d{10}$/.test(phone)
          ? [{ id: String(id), phone, name: String(name) }]
          : [],
      )
      .filter(({ name }) => !names.has(name) && names.add(name))
      .slice(0, wanted);
    if (found.length < wanted) throw new Error(`only ${found.length} of ${identity}`);
    return found;
  };
  const members = await running.rows('members');
  const [seller] = pick('online', 1);
  const shops = pick('store', SHOPS);
  const consumers = pick('consumer', CONSUMERS);
  if (!seller) throw new Error('no seller');
  return {
    ordering: [...ordering].sort(),
    seller,
    shops,
    consumers,
  };
}
