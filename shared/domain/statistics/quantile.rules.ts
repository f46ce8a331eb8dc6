import { selectRanks } from '@shared/domain/insights/select-ranks';

/**
 * Quantiles by linear interpolation between the ranks around (n − 1)·p (type 7 of Hyndman & Fan
 * 1996, the default of R and NumPy), for ascending `probabilities` within 0–1; undefined for no
 * values. Reorders `values` in place; they must be finite.
 */
export function quantiles(
  values: Float64Array,
  probabilities: readonly number[],
): (number | undefined)[] {
  const last = values.length - 1;
  if (last < 0) return probabilities.map(() => undefined);
  const ranks = probabilities.map((p) => Math.min(last, Math.max(0, p * last)));
  const wanted = new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]));
  const sorted = [...wanted].sort((a, b) => a - b);
  const found = selectRanks(values, sorted);
  const at = new Map(sorted.map((rank, i) => [rank, found[i] ?? 0]));
  return ranks.map((rank) => {
    const low = at.get(Math.floor(rank)) ?? 0;
    const high = at.get(Math.ceil(rank)) ?? 0;
    return low + (high - low) * (rank - Math.floor(rank));
  });
}
