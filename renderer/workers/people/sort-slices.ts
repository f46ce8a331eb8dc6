import type { FactSlots } from './fact-slots';

/** Longer slices than this are not sorted by inserting. */
const SHORT = 48;

/**
 * Puts each member's facts in order of time (and key), as far as `at` and `key` go. Tells for each slot
 * which one the other fields have to come from; nothing when all lay in order already, as they mostly
 * do, because ids and times ascend together.
 */
export function sortSlices(slots: FactSlots): Uint32Array | undefined {
  const { start, end } = slots.view;
  let source: Uint32Array | undefined;
  for (let row = 0; row < start.length; row += 1) {
    const [from, to] = [start[row] ?? 0, end[row] ?? 0];
    if (isSorted(slots, from, to)) continue;
    source ??= ascending(slots.used);
    if (to - from <= SHORT) insertionSort(slots, source, from, to);
    else sortLong(slots, source, from, to);
  }
  return source;
}

function ascending(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) numbers[i] = i;
  return numbers;
}

function isSorted({ at, key }: FactSlots, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k += 1) {
    const [before, now] = [at[k - 1] ?? 0, at[k] ?? 0];
    if (before > now || (before === now && (key[k - 1] ?? 0) > (key[k] ?? 0))) return false;
  }
  return true;
}

function insertionSort(
  { at, key }: FactSlots,
  source: Uint32Array,
  from: number,
  to: number,
): void {
  for (let k = from + 1; k < to; k += 1) {
    const [a, id, s] = [at[k] ?? 0, key[k] ?? 0, source[k] ?? 0];
    let hole = k;
    while (hole > from) {
      const before = at[hole - 1] ?? 0;
      if (before < a || (before === a && (key[hole - 1] ?? 0) <= id)) break;
      at[hole] = before;
      key[hole] = key[hole - 1] ?? 0;
      source[hole] = source[hole - 1] ?? 0;
      hole -= 1;
    }
    at[hole] = a;
    key[hole] = id;
    source[hole] = s;
  }
}

function sortLong(slots: FactSlots, source: Uint32Array, from: number, to: number): void {
  const at = slots.at.slice(from, to);
  const key = slots.key.slice(from, to);
  const own = source.slice(from, to);
  const order = Uint32Array.from(at, (_, i) => i).sort(
    (a, b) => (at[a] ?? 0) - (at[b] ?? 0) || (key[a] ?? 0) - (key[b] ?? 0),
  );
  order.forEach((k, i) => {
    slots.at[from + i] = at[k] ?? 0;
    slots.key[from + i] = key[k] ?? 0;
    source[from + i] = own[k] ?? 0;
  });
}
