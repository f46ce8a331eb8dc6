import type { Cluster } from './clusters.rules';

/** A group with the spread of its people around its own mean, squared. */
export type SpreadCluster = Cluster & { variance: number };

/** A group of yeses and noes: its spread follows from its share (divisor n − 1). */
export function yesNoCluster({ sum, size }: Cluster): SpreadCluster {
  const p = size > 0 ? sum / size : 0;
  return { sum, size, variance: size > 1 ? (p * (1 - p) * size) / (size - 1) : 0 };
}

/**
 * How alike people of one group are (intra-class correlation), by analysis of variance within arms:
 * (MSB − MSW) / (MSB + (n₀ − 1)·MSW), n₀ the mean size less its spread (Donner & Klar 2000, 6.2).
 * Between −1 and 1; negative estimates are chance and say 0 when planning. Undefined where no arm
 * has two groups, or nobody differs.
 */
export function clusterCorrelation(
  arms: readonly (readonly SpreadCluster[])[],
): number | undefined {
  let [groups, people, between, within, squares, used] = [0, 0, 0, 0, 0, 0];
  for (const arm of arms) {
    const some = arm.filter(({ size }) => size > 0);
    const inArm = some.reduce((all, { size }) => all + size, 0);
    if (inArm === 0) continue;
    used += 1;
    const mean = some.reduce((all, { sum }) => all + sum, 0) / inArm;
    groups += some.length;
    people += inArm;
    for (const { sum, size, variance } of some) {
      between += size * (sum / size - mean) ** 2;
      within += (size - 1) * variance;
      squares += size ** 2 / inArm;
    }
  }
  if (groups <= used || people <= groups) return undefined;
  const msBetween = between / (groups - used);
  const msWithin = within / (people - groups);
  const typical = (people - squares) / (groups - used);
  const all = msBetween + (typical - 1) * msWithin;
  return all > 0 ? (msBetween - msWithin) / all : undefined;
}

/**
 * How many times larger the variance is because whole groups are drawn, for groups of these sizes:
 * 1 + (Σn²/Σn − 1)·ρ (Kish 1965; with the sizes' spread in it, Eldridge et al. 2006).
 */
export function designEffect(sizes: readonly number[], correlation: number): number {
  const people = sizes.reduce((all, n) => all + n, 0);
  if (people === 0) return 1;
  const weighted = sizes.reduce((all, n) => all + n * n, 0) / people;
  return 1 + Math.max(0, weighted - 1) * Math.max(0, correlation);
}
