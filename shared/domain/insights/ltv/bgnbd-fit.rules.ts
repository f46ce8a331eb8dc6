import { type ParameterObjective, searchBounded } from './bounded-search';
import type { HistoryGroups } from './purchase-history.rules';

/**
 * The BG/NBD model (Fader, Hardie & Lee 2005, "Counting your customers the easy way"): people buy at
 * a rate that is Gamma(r, alpha) over everybody, and after each purchase drop out with a chance that
 * is Beta(a, b). `alpha` has the unit of time in which it was fitted.
 */
export type BgNbd = { r: number; alpha: number; a: number; b: number };

export type BgNbdFit = BgNbd & {
  logLikelihood: number;
  isConverged: boolean;
  /** A parameter ran to a bound: the data hold no such difference between people. */
  isAtEdge: boolean;
  /**
   * A bound behind which the model says nothing sensible (no rate at all, everybody leaves). Others
   * are limits of the model: everybody alike, nobody leaves.
   */
  isSenseless: boolean;
};

/** Running sums over i = 0 … x−1, so that no gamma function is needed for whole x. */
function runningSums(of: (i: number) => number, most: number): Float64Array {
  const sums = new Float64Array(most + 1);
  for (let i = 0; i < most; i += 1) sums[i + 1] = (sums[i] ?? 0) + of(i);
  return sums;
}

/**
 * The log-likelihood of all groups and its gradient with respect to r, alpha, a, b (written into
 * `gradient`). For one history, eq. 6 of the paper in logs: with
 * A = ln[Γ(r+x)/Γ(r) · α^r] + ln[Γ(a+b)Γ(b+x) / (Γ(b)Γ(a+b+x))],
 * L = A + ln{(α+T)^−(r+x) + [x>0] · a/(b+x−1) · (α+t_x)^−(r+x)}.
 */
export function bgNbdLogLikelihood(
  { r, alpha, a, b }: BgNbd,
  { x: repeats, tx, age, weight }: HistoryGroups,
  gradient?: Float64Array,
): number {
  let most = 0;
  for (const x of repeats) if (x > most) most = x;
  const lnRates = runningSums((i) => Math.log(r + i), most);
  const lnDropouts = runningSums((i) => Math.log((b + i) / (a + b + i)), most);
  const overRate = runningSums((i) => 1 / (r + i), most);
  const overBoth = runningSums((i) => 1 / (a + b + i), most);
  const overB = runningSums((i) => 1 / (b + i), most);
  const lnAlpha = Math.log(alpha);
  const lnA = Math.log(a);
  let total = 0;
  let byR = 0;
  let byAlpha = 0;
  let byA = 0;
  let byB = 0;
  for (let at = 0; at < repeats.length; at += 1) {
    const x = repeats[at] ?? 0;
    const count = weight[at] ?? 0;
    const whole = alpha + (age[at] ?? 0);
    const lnWhole = Math.log(whole);
    const alive = -(r + x) * lnWhole;
    let joined = alive;
    let lnTime = lnWhole;
    let overTime = 1 / whole;
    if (x > 0) {
      const until = alpha + (tx[at] ?? 0);
      const lnUntil = Math.log(until);
      const gone = lnA - Math.log(b + x - 1) - (r + x) * lnUntil;
      const top = Math.max(alive, gone);
      joined = top + Math.log(Math.exp(alive - top) + Math.exp(gone - top));
      const share = Math.exp(gone - joined);
      lnTime += share * (lnUntil - lnWhole);
      overTime += share * (1 / until - 1 / whole);
      byA += count * (share / a - (overBoth[x] ?? 0));
      byB += count * ((overB[x] ?? 0) - (overBoth[x] ?? 0) - share / (b + x - 1));
    }
    total += count * ((lnRates[x] ?? 0) + r * lnAlpha + (lnDropouts[x] ?? 0) + joined);
    byR += count * ((overRate[x] ?? 0) + lnAlpha - lnTime);
    byAlpha += count * (r / alpha - (r + x) * overTime);
  }
  gradient?.set([byR, byAlpha, byA, byB]);
  return total;
}

function means({ x, age, weight, customers }: HistoryGroups) {
  let repeats = 0;
  let time = 0;
  for (let at = 0; at < x.length; at += 1) {
    repeats += (weight[at] ?? 0) * (x[at] ?? 0);
    time += (weight[at] ?? 0) * (age[at] ?? 0);
  }
  return { x: repeats / customers, age: time / customers };
}

/**
 * Maximum likelihood from several starts.
 * `undefined` where nobody has any time or nobody repeated: then the likelihood has no summit.
 */
export function fitBgNbd(groups: HistoryGroups): BgNbdFit | undefined {
  if (groups.customers === 0) return undefined;
  const mean = means(groups);
  if (mean.x === 0 || mean.age === 0) return undefined;
  // Per person, so that the tolerance means the same for every crowd.
  const scale = -1 / groups.customers;
  const objective: ParameterObjective = ([r = 1, alpha = 1, a = 1, b = 1], gradient) => {
    const value = bgNbdLogLikelihood({ r, alpha, a, b }, groups, gradient);
    gradient.forEach((slope, at) => {
      gradient[at] = slope * scale;
    });
    return value * scale;
  };
  const starts = [
    { r: 0.5, a: 0.8, b: 2.5 },
    { r: 2, a: 0.3, b: 3 },
  ].map(({ r, a, b }) => [r, (r * mean.age) / mean.x, a, b]);
  const found = searchBounded(objective, starts, [1, mean.age, 1, 1]);
  if (!found) return undefined;
  const [r = 1, alpha = 1, a = 1, b = 1] = found.parameters;
  const [edgeR, edgeAlpha, , edgeB] = found.edges;
  return {
    r,
    alpha,
    a,
    b,
    logLikelihood: found.value / scale,
    isConverged: found.isConverged,
    isAtEdge: found.edges.some((edge) => edge !== 0),
    isSenseless: edgeR === -1 || edgeAlpha === -1 || edgeB === -1,
  };
}
