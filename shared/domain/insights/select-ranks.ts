/**
 * The values at these ranks (0 for the smallest, ascending) without sorting the rest: quickselect
 * (Hoare 1961) with the median of three as pivot, each rank within what the one before left over.
 * Reorders `values` in place. A rank outside of them gives 0.
 */
export function selectRanks(values: Float64Array, ranks: readonly number[]): number[] {
  let from = 0;
  return ranks.map((rank) => {
    if (rank < 0 || rank >= values.length) return 0;
    if (rank >= from) {
      select(values, from, values.length - 1, rank);
      from = rank + 1;
    }
    return values[rank] ?? 0;
  });
}

function select(values: Float64Array, first: number, last: number, rank: number): void {
  let [left, right] = [first, last];
  while (left < right) {
    const pivot = medianOfThree(
      values[left] ?? 0,
      values[(left + right) >>> 1] ?? 0,
      values[right] ?? 0,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] ?? pivot) < pivot) i += 1;
      while ((values[j] ?? pivot) > pivot) j -= 1;
      if (i > j) break;
      const swapped = values[i] ?? 0;
      values[i] = values[j] ?? 0;
      values[j] = swapped;
      i += 1;
      j -= 1;
    }
    // Between the two everything equals the pivot.
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  if (a < b) return b < c ? b : Math.max(a, c);
  return a < c ? a : Math.max(b, c);
}
