import {
  INTERACTION_KINDS,
  type Interaction,
} from '@shared/domain/interactions/interaction.schema';
import { STILL_THERE } from '@shared/domain/people/people-columns';

type TestPerson = {
  /** Day, kind, group (from 1). */
  posts: [number, Interaction['kind'], number][];
  orders: number[];
  /** Group (from 1), day of joining, day of leaving. */
  stays: [number, number, number?][];
};

/** People in columns with what the rules of core members look at; for tests. */
export function testPeople(groupIds: readonly string[], given: readonly TestPerson[]) {
  // As the columns hold them: each member's facts oldest first.
  const people = given.map(({ posts, orders, stays }) => ({
    posts: [...posts].sort(([a], [b]) => a - b),
    orders: [...orders].sort((a, b) => a - b),
    stays,
  }));
  const slices = (count: (person: TestPerson) => number) => {
    let at = 0;
    const start = Uint32Array.from(people, (person) => {
      const first = at;
      at += count(person);
      return first;
    });
    return {
      start,
      end: Uint32Array.from(people, (person, row) => (start[row] ?? 0) + count(person)),
    };
  };
  const posts = people.flatMap((person) => person.posts);
  const bought = people.flatMap((person) => person.orders);
  const stays = people.flatMap((person) => person.stays);
  return {
    n: people.length,
    isHere: new Uint8Array(people.length).fill(1),
    groups: groupIds.map((id) => ({ id, phase: 'middle' })),
    orders: {
      ...slices(({ orders }) => orders.length),
      day: Int32Array.from(bought),
      at: new Float64Array(bought.length),
      amountFen: new Float64Array(bought.length),
      refundFen: new Float64Array(bought.length),
    },
    interactions: {
      ...slices((person) => person.posts.length),
      day: Int32Array.from(posts, ([day]) => day),
      at: new Float64Array(posts.length),
      kind: Uint8Array.from(posts, ([, kind]) => INTERACTION_KINDS.indexOf(kind)),
      group: Uint32Array.from(posts, ([, , group]) => group),
      value: new Float64Array(posts.length),
      kinds: INTERACTION_KINDS,
    },
    memberships: {
      ...slices((person) => person.stays.length),
      group: Uint32Array.from(stays, ([group]) => group),
      role: new Uint8Array(stays.length),
      joinedDay: Int32Array.from(stays, ([, joined]) => joined),
      leftDay: Int32Array.from(stays, ([, , left]) => left ?? STILL_THERE),
    },
  };
}
