import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import type { CodeColumn, PeopleColumns, Slices } from '@shared/domain/people/people-columns';

export type Somebody = {
  isHere: boolean;
  knownDay: number;
  orders: { day: number; ms: number; amountFen: number; refundFen: number }[];
  events: { kind: string; day: number; ms: number }[];
};

const DAY_MS = 86_400_000;
const byTime = (a: { day: number; ms: number }, b: { day: number; ms: number }) =>
  a.day - b.day || a.ms - b.ms;

function slices<T>(lists: readonly (readonly T[])[]): { slices: Slices; flat: T[] } {
  const flat: T[] = [];
  const start = new Uint32Array(lists.length);
  const end = new Uint32Array(lists.length);
  for (const [row, list] of lists.entries()) {
    start[row] = flat.length;
    flat.push(...list);
    end[row] = flat.length;
  }
  return { slices: { start, end }, flat };
}

/** Columns of a few invented people, with what growth value reads of them; for tests and benches. */
export function columnsOf(people: readonly Somebody[]): PeopleColumns {
  const n = people.length;
  const none = slices(people.map(() => [])).slices;
  const orders = slices(people.map((it) => [...it.orders].sort(byTime)));
  const events = slices(people.map((it) => [...it.events].sort(byTime)));
  const code: CodeColumn = { values: [], of: new Uint32Array(n) };
  const kinds: readonly string[] = INTERACTION_KINDS;
  return {
    n,
    isHere: Uint8Array.from(people, (it) => Number(it.isHere)),
    idOf: (row) => `m${row}`,
    rowOf: (id) => Number(id.slice(1)),
    identity: code,
    channel: code,
    region: code,
    source: code,
    gender: code,
    filled: new Uint32Array(n),
    birthday: new Uint32Array(n),
    knownDay: Int32Array.from(people, (it) => it.knownDay),
    text: (row) => `成员 ${row}`,
    orders: {
      ...orders.slices,
      day: Int32Array.from(orders.flat, (it) => it.day),
      at: Float64Array.from(orders.flat, (it) => it.day * DAY_MS + it.ms),
      amountFen: Float64Array.from(orders.flat, (it) => it.amountFen),
      refundFen: Float64Array.from(orders.flat, (it) => it.refundFen),
    },
    interactions: {
      ...events.slices,
      day: Int32Array.from(events.flat, (it) => it.day),
      at: Float64Array.from(events.flat, (it) => it.day * DAY_MS + it.ms),
      kind: Uint8Array.from(events.flat, (it) => kinds.indexOf(it.kind)),
      group: new Uint32Array(events.flat.length),
      value: new Float64Array(events.flat.length).fill(Number.NaN),
      kinds,
    },
    comments: {
      ...none,
      day: new Int32Array(0),
      at: new Float64Array(0),
      feeling: new Uint8Array(0),
      topic: new Uint8Array(0),
      intensity: new Uint8Array(0),
    },
    memberships: {
      ...none,
      group: new Uint32Array(0),
      role: new Uint8Array(0),
      joinedDay: new Int32Array(0),
      leftDay: new Int32Array(0),
    },
    assignments: {
      ...none,
      tag: new Uint32Array(0),
      sinceDay: new Int32Array(0),
      untilDay: new Int32Array(0),
    },
    groups: [],
    tagIds: [],
  };
}
