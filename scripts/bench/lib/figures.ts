/** `floor` is the physical least, `peer` what people would use instead, both of the same run. */
type Comparison = { floor?: number; peer?: number };
/** Whatever else belongs to a figure: `peakMb`, `longestTaskMs`, the single runs … */
type Extras = Record<string, number | string | readonly number[]>;

export type Figure = Comparison & {
  value: number;
  unit: string;
  ratioToFloor?: number;
  ratioToPeer?: number;
};

export type BenchOptions = {
  executable: string;
  env: NodeJS.ProcessEnv;
  runs?: number;
  args: readonly string[];
};

/** `dataset` says in words what the figures were measured on. */
export type Outcome = { figures: Record<string, Figure>; dataset: string };

const round = (value: number) => Number(value.toPrecision(4));

export function makeFigure(
  value: number,
  unit: string,
  { floor, peer }: Comparison = {},
  extras: Extras = {},
): Figure {
  return {
    value: round(value),
    unit,
    ...(floor !== undefined && { floor: round(floor), ratioToFloor: round(value / floor) }),
    ...(peer !== undefined && { peer: round(peer), ratioToPeer: round(value / peer) }),
    ...extras,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [upper = Number.NaN, lower = Number.NaN] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}
