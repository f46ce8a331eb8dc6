/** Events in columns; row i is one event. */
export type EventColumns = {
  n: number;
  /** Whose it is, from 0 to `people` − 1. */
  person: Uint32Array;
  people: number;
  /** 0-based place of the step in the flow, or any number that grows with it. */
  step: Uint16Array;
  /** UTC ms. */
  at: Float64Array;
};

/** Rows of person p: `order[start[p] … start[p + 1])`, by time, those of one time by step. */
export type PersonOrder = { order: Uint32Array; start: Uint32Array };

/** Longer slices than this are not sorted by inserting. */
const SHORT = 48;

/** Puts each person's events together, in order; rows that are in order already cost one pass. */
export function orderByPerson({ n, person, people, step, at }: EventColumns): PersonOrder {
  const start = new Uint32Array(people + 1);
  for (let row = 0; row < n; row += 1) {
    const next = (person[row] ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let p = 0; p < people; p += 1) start[p + 1] = (start[p + 1] ?? 0) + (start[p] ?? 0);
  const place = start.slice();
  const order = new Uint32Array(n);
  for (let row = 0; row < n; row += 1) {
    const p = person[row] ?? 0;
    const to = place[p] ?? 0;
    order[to] = row;
    place[p] = to + 1;
  }
  const compare = (a: number, b: number) =>
    (at[a] ?? 0) - (at[b] ?? 0) || (step[a] ?? 0) - (step[b] ?? 0);
  for (let p = 0; p < people; p += 1) {
    const [from, to] = [start[p] ?? 0, start[p + 1] ?? 0];
    if (to - from > SHORT) {
      if (!isSorted(order, from, to, compare)) order.subarray(from, to).sort(compare);
    } else insertionSort(order, from, to, compare);
  }
  return { order, start };
}

type Compare = (a: number, b: number) => number;

function isSorted(order: Uint32Array, from: number, to: number, compare: Compare): boolean {
  for (let k = from + 1; k < to; k += 1) {
    if (compare(order[k - 1] ?? 0, order[k] ?? 0) > 0) return false;
  }
  return true;
}

function insertionSort(order: Uint32Array, from: number, to: number, compare: Compare): void {
  for (let k = from + 1; k < to; k += 1) {
    const row = order[k] ?? 0;
    let hole = k;
    while (hole > from && compare(order[hole - 1] ?? 0, row) > 0) {
      order[hole] = order[hole - 1] ?? 0;
      hole -= 1;
    }
    order[hole] = row;
  }
}
