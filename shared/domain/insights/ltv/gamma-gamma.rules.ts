import { type ParameterObjective, searchBounded } from './bounded-search';
import { digamma, lnGamma } from './special-functions';

/**
 * The Gamma-Gamma model of money per purchase (Fader & Hardie 2013): each purchase is Gamma(p, ν),
 * and ν is Gamma(q, v) over everybody. `v` has the unit of the money.
 */
export type GammaGamma = { p: number; q: number; v: number };
export type GammaGammaFit = GammaGamma & { logLikelihood: number; isConverged: boolean };

/** Repeat purchases and their mean money, of people whose mean is above zero. */
export type Spending = { x: ArrayLike<number>; money: ArrayLike<number> };

/** People by number of repeats, so that gamma functions are taken once for each number. */
type ByRepeats = { x: number; people: number; lnMoney: number; totals: Float64Array }[];

function byRepeats({ x, money }: Spending): ByRepeats {
  const lists = new Map<number, number[]>();
  for (let at = 0; at < x.length; at += 1) {
    const repeats = x[at] ?? 0;
    const list = lists.get(repeats);
    if (list) list.push(money[at] ?? 0);
    else lists.set(repeats, [money[at] ?? 0]);
  }
  return [...lists].map(([repeats, means]) => ({
    x: repeats,
    people: means.length,
    lnMoney: means.reduce((sum, mean) => sum + Math.log(mean), 0),
    totals: Float64Array.from(means, (mean) => mean * repeats),
  }));
}

/**
 * Eq. 1a of the paper in logs: Γ(px+q)/(Γ(px)Γ(q)) · v^q · m^(px−1) · x^(px) / (v+mx)^(px+q).
 * Writes the gradient with respect to p, q, v.
 */
function logLikelihood({ p, q, v }: GammaGamma, groups: ByRepeats, gradient: Float64Array) {
  const lnGammaQ = lnGamma(q);
  const digammaQ = digamma(q);
  const lnV = Math.log(v);
  let total = 0;
  let byP = 0;
  let byQ = 0;
  let byV = 0;
  for (const { x, people, lnMoney, totals } of groups) {
    const px = p * x;
    const lnX = Math.log(x);
    const both = digamma(px + q);
    let lnSums = 0;
    let overSums = 0;
    for (const money of totals) {
      lnSums += Math.log(v + money);
      overSums += 1 / (v + money);
    }
    const constant = lnGamma(px + q) - lnGamma(px) - lnGammaQ + px * lnX + q * lnV;
    total += people * constant + (px - 1) * lnMoney - (px + q) * lnSums;
    byP += x * (people * (both - digamma(px) + lnX) + lnMoney - lnSums);
    byQ += people * (both - digammaQ + lnV) - lnSums;
    byV += (people * q) / v - (px + q) * overSums;
  }
  gradient.set([byP, byQ, byV]);
  return total;
}

/** Maximum likelihood from several starts; `undefined` with nobody to learn from. */
export function fitGammaGamma(spending: Spending): GammaGammaFit | undefined {
  const n = spending.x.length;
  if (n === 0) return undefined;
  let mean = 0;
  for (let at = 0; at < n; at += 1) mean += (spending.money[at] ?? 0) / n;
  const groups = byRepeats(spending);
  const objective: ParameterObjective = ([p = 1, q = 1, v = 1], gradient) => {
    const value = logLikelihood({ p, q, v }, groups, gradient);
    gradient.forEach((slope, at) => {
      gradient[at] = slope / -n;
    });
    return -value / n;
  };
  // The mean over everybody is p·v/(q−1).
  const starts = [
    [4, 4],
    [1, 2],
  ].map(([p = 1, q = 2]) => [p, q, (mean * (q - 1)) / p]);
  const found = searchBounded(objective, starts, [1, 1, mean]);
  if (!found) return undefined;
  const [p = 1, q = 1, v = 1] = found.parameters;
  return {
    p,
    q,
    v,
    logLikelihood: -found.value * n,
    isConverged: found.isConverged,
  };
}

/** Mean money per purchase over everybody; undefined where q ≤ 1 leaves it without bound. */
export function meanSpend({ p, q, v }: GammaGamma): number | undefined {
  return q > 1 ? (p * v) / (q - 1) : undefined;
}

/**
 * Money that a person's purchase is expected to bring (2013 paper, eq. 5): between their own mean
 * and everybody's, nearer to their own the more often they bought. Less than nothing counts as 0.
 */
export function expectedSpend({ p, q, v }: GammaGamma, x: number, money: number): number {
  return (p * (v + x * Math.max(0, money))) / (p * x + q - 1);
}
