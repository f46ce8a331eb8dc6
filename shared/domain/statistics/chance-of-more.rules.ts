import { betaBelow, lnBetaFactor } from './beta.rules';
import type { NoProportion, Share } from './proportion.rules';
import { shareProblem } from './proportion.rules';

/** Nodes and weights of Gauss–Legendre on −1 … 1, eight points. */
const NODES = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const;
const PANELS = 160;
/** Beyond so many standard deviations lies nothing, also where the tail is exponential (0 of n). */
const REACH = 40;
/** Densities below this share of the greatest add nothing. */
const NOTHING = 1e-18;

export type ChanceOfMore =
  | { kind: 'chance'; pBGreater: number }
  | { kind: 'none'; reason: NoProportion };

/**
 * The probability that B's rate is above A's, each rate a Beta(1 + k, 1 + n − k): what is known of
 * it after k of n with nothing known before. By Gauss–Legendre over the narrower of the two, with
 * the exact distribution of the wider one, so that neither is stepped over. Sums are divided by the
 * narrower one's own sum, which takes the last error of its scale away.
 */
export function chanceOfMore(a: Share, b: Share): ChanceOfMore {
  const problem = shareProblem(a) ?? shareProblem(b);
  if (problem) return { kind: 'none', reason: problem };
  const [ofA, ofB] = [betaOf(a), betaOf(b)];
  const isANarrower = ofA.deviation < ofB.deviation;
  const [narrow, wide] = isANarrower ? [ofA, ofB] : [ofB, ofA];
  const from = Math.max(0, narrow.mean - REACH * narrow.deviation);
  const to = Math.min(1, narrow.mean + REACH * narrow.deviation);
  const half = (to - from) / PANELS / 2;
  const points: { x: number; share: number }[] = [];
  for (let panel = 0; panel < PANELS; panel += 1) {
    const middle = from + (2 * panel + 1) * half;
    for (const [node, weight] of NODES) {
      for (const x of [middle - node * half, middle + node * half]) {
        // The density is this over x · (1 − x).
        const factor = Math.exp(lnBetaFactor(x, narrow.alpha, narrow.beta));
        points.push({ x, share: (weight * factor) / (x * (1 - x)) });
      }
    }
  }
  const greatest = points.reduce((most, { share }) => (share > most ? share : most), 0);
  let [below, all] = [0, 0];
  for (const { x, share } of points) {
    if (!(share > NOTHING * greatest)) continue;
    all += share;
    below += share * betaBelow(x, wide.alpha, wide.beta);
  }
  const narrowIsMore = Math.min(1, Math.max(0, below / all));
  return { kind: 'chance', pBGreater: isANarrower ? 1 - narrowIsMore : narrowIsMore };
}

function betaOf({ count, total }: Share) {
  const alpha = 1 + count;
  const beta = 1 + total - count;
  const n = alpha + beta;
  const mean = alpha / n;
  return { alpha, beta, mean, deviation: Math.sqrt((mean * (1 - mean)) / (n + 1)) };
}
