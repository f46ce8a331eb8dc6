import type { TextFeatures } from './features';
import type { Weights } from './weights';

/** A feature that the model knows, with its share of the score. */
export type Evidence = { start: number; end: number; share: number };

export type Score = { score: number; evidence: Evidence[] };

/**
 * Log-odds of praise against complaint: the bias and the weights of the features found, divided by
 * the root of their number, so that a long text is not surer for its length alone.
 */
export function scoreOf({ features }: TextFeatures, { bias, byFeature }: Weights): Score {
  const evidence: Evidence[] = [];
  for (const { name, start, end } of features) {
    const weight = byFeature.get(name);
    if (weight !== undefined) evidence.push({ start, end, share: weight });
  }
  const scale = 1 / Math.sqrt(Math.max(1, evidence.length));
  let score = bias;
  for (const one of evidence) {
    one.share *= scale;
    score += one.share;
  }
  return { score, evidence };
}
