import { COMMENT_TOPICS, FEELINGS } from '@shared/domain/feelings/comment.schema';
import { MEMBERSHIP_ROLES } from '@shared/domain/groups/group.schema';
import { INTERACTION_KINDS } from '@shared/domain/interactions/interaction.schema';
import {
  type CodeColumn,
  type LineSlices,
  type PeopleColumns,
  type Slices,
  STILL_THERE,
} from './people-columns';

/** Always the same numbers for the same seed: 32 bits of a multiplied counter, mixed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

/** As many facts for each person in turn as `countOf` says, with their slots side by side. */
function slicesOf(n: number, countOf: () => number): Slices & { total: number } {
  const start = new Uint32Array(n);
  const end = new Uint32Array(n);
  let total = 0;
  for (let row = 0; row < n; row++) {
    start[row] = total;
    total += countOf();
    end[row] = total;
  }
  return { start, end, total };
}

function timesOf(slices: Slices & { total: number }, today: number, random: Random) {
  const day = new Int32Array(slices.total);
  const at = new Float64Array(slices.total);
  for (let row = 0; row < slices.start.length; row++) {
    const from = slices.start[row] ?? 0;
    const to = slices.end[row] ?? 0;
    for (let slot = from; slot < to; slot++) {
      day[slot] = today - random(random(4) === 0 ? 40 : 730);
    }
    day.subarray(from, to).sort();
    for (let slot = from; slot < to; slot++) at[slot] = (day[slot] ?? 0) * 86_400_000 + slot - from;
  }
  return { day, at };
}

function codeColumn(n: number, values: readonly string[], random: Random): CodeColumn {
  const of = new Uint32Array(n);
  for (let row = 0; row < n; row++) of[row] = random(values.length + 1);
  return { values, of };
}

function linesOf(orders: number, products: readonly string[], random: Random): LineSlices {
  const { start, end, total } = slicesOf(orders, () => 1 + random(3));
  const product = new Uint32Array(total);
  for (let line = 0; line < total; line++) product[line] = random(products.length);
  return { start, end, product, products };
}

const bytes = (length: number, below: number, random: Random) =>
  Uint8Array.from({ length }, () => random(below));

/**
 * Columns of very many invented people, for benches: `n` members with on average `ordersEach` orders
 * over two years up to `today`, every one or two with an interaction, every third with a comment.
 */
export function manyPeople(
  n: number,
  {
    ordersEach = 10,
    today,
    products,
    tagIds = [],
    seed = 1,
  }: {
    ordersEach?: number;
    today: number;
    products: readonly string[];
    tagIds?: readonly string[];
    seed?: number;
  },
): PeopleColumns {
  const random = randomFrom(seed);
  const orders = slicesOf(n, () => random(2 * ordersEach + 1));
  const interactions = slicesOf(n, () => random(4));
  const comments = slicesOf(n, () => (random(3) === 0 ? 1 : 0));
  const memberships = slicesOf(n, () => 1 + random(2));
  const assignments = slicesOf(n, () => (tagIds.length === 0 ? 0 : random(3)));
  const groups = Array.from({ length: 200 }, (_, i) => ({ id: `group-${i}`, phase: 'middle' }));
  return {
    n,
    isHere: new Uint8Array(n).fill(1),
    idOf: (row) => `member-${row}`,
    rowOf: (memberId) => Number(memberId.slice('member-'.length)),
    identity: codeColumn(n, ['store', 'online', 'consumer', 'unknown'], random),
    channel: codeColumn(n, ['公众号', '线下地推', '老带新'], random),
    region: codeColumn(
      n,
      Array.from({ length: 60 }, (_, i) => `小区${i}`),
      random,
    ),
    source: codeColumn(n, ['import', 'order'], random),
    gender: codeColumn(n, ['female', 'male'], random),
    filled: Uint32Array.from({ length: n }, () => random(4096)),
    birthday: Uint32Array.from({ length: n }, () =>
      random(3) === 0 ? (1950 + random(55)) * 10_000 + (1 + random(12)) * 100 + 1 + random(28) : 0,
    ),
    knownDay: Int32Array.from({ length: n }, () => today - 1 - random(730)),
    text: (row, field) =>
      field === 'name' ? `成员${row}` : row % 4 === 0 ? '爱吃辣，周末在家' : undefined,
    orders: {
      ...orders,
      ...timesOf(orders, today, random),
      amountFen: Float64Array.from({ length: orders.total }, () => 500 + random(20_000)),
      refundFen: Float64Array.from({ length: orders.total }, () => (random(30) === 0 ? 500 : 0)),
      lines: linesOf(orders.total, products, random),
    },
    interactions: {
      ...interactions,
      ...timesOf(interactions, today, random),
      kind: bytes(interactions.total, INTERACTION_KINDS.length, random),
      group: Uint32Array.from({ length: interactions.total }, () => random(groups.length + 1)),
      value: new Float64Array(interactions.total).fill(Number.NaN),
      kinds: INTERACTION_KINDS,
    },
    comments: {
      ...comments,
      ...timesOf(comments, today, random),
      feeling: bytes(comments.total, FEELINGS.length, random),
      topic: bytes(comments.total, COMMENT_TOPICS.length, random),
      intensity: bytes(comments.total, 4, random),
    },
    memberships: {
      ...memberships,
      group: Uint32Array.from({ length: memberships.total }, () => 1 + random(groups.length)),
      role: bytes(memberships.total, MEMBERSHIP_ROLES.length, random),
      joinedDay: Int32Array.from({ length: memberships.total }, () => today - random(700)),
      leftDay: Int32Array.from({ length: memberships.total }, () =>
        random(5) === 0 ? today - random(30) : STILL_THERE,
      ),
    },
    assignments: {
      ...assignments,
      tag: Uint32Array.from({ length: assignments.total }, () => 1 + random(tagIds.length || 1)),
      sinceDay: Int32Array.from({ length: assignments.total }, () => today - random(300)),
      untilDay: new Int32Array(assignments.total).fill(STILL_THERE),
    },
    groups,
    tagIds,
  };
}
