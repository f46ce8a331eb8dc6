import { shuffled } from './reviews';

/** Weights per feature and the bias; the logit is their sum over the root of the feature count. */
export type LinearFit = { weights: Float64Array; bias: number };

type LabelledRows = {
  docs: readonly { isGood: boolean; weight: number }[];
  rows: readonly Int32Array[];
};

const PASSES = 4;
const BATCH = 256;
const RATE = 0.02;
const BIAS_RATE = 0.003;
/** Kingma & Ba 2015, their defaults. */
const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;
const EPSILON = 1e-8;

/** Texts count alike, whatever their length. */
export const rootScale = (row: Int32Array) => 1 / Math.sqrt(Math.max(1, row.length));

export function meanOf(fits: readonly LinearFit[]): LinearFit {
  const [first] = fits;
  if (!first) throw new Error('the mean of no model');
  return {
    weights: first.weights.map(
      (_, i) => fits.reduce((sum, { weights }) => sum + (weights[i] ?? 0), 0) / fits.length,
    ),
    bias: fits.reduce((sum, { bias }) => sum + bias, 0) / fits.length,
  };
}

/**
 * Logistic regression without a ridge, held back by stopping after a few passes of Adam in batches:
 * it errs elsewhere than the fits that run to their end, which makes the mean of them better.
 */
export function fitByAdam({ docs, rows }: LabelledRows, features: number, seed: number): LinearFit {
  const n = features;
  const at = new Float64Array(n + 1);
  const gradient = new Float64Array(n + 1);
  const first = new Float64Array(n + 1);
  const second = new Float64Array(n + 1);
  let step = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    const order = shuffled([...rows.keys()], seed * PASSES + pass);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      gradient.fill(0);
      for (const d of batch) addPull(at, gradient, rows[d] ?? new Int32Array(), docs[d]);
      step += 1;
      const grown = 1 - FIRST_DECAY ** step;
      const grownSecond = 1 - SECOND_DECAY ** step;
      for (let i = 0; i <= n; i++) {
        const pull = (gradient[i] ?? 0) / batch.length;
        first[i] = FIRST_DECAY * (first[i] ?? 0) + (1 - FIRST_DECAY) * pull;
        second[i] = SECOND_DECAY * (second[i] ?? 0) + (1 - SECOND_DECAY) * pull * pull;
        const move =
          (first[i] ?? 0) / grown / (Math.sqrt((second[i] ?? 0) / grownSecond) + EPSILON);
        at[i] = (at[i] ?? 0) - (i === n ? BIAS_RATE : RATE) * move;
      }
    }
  }
  return { weights: at.slice(0, n), bias: at[n] ?? 0 };
}

/** Adds one text's part of the gradient of the logistic loss. */
function addPull(
  at: Float64Array,
  gradient: Float64Array,
  row: Int32Array,
  doc: LabelledRows['docs'][number] | undefined,
): void {
  if (!doc) return;
  const n = at.length - 1;
  const scale = rootScale(row);
  let z = 0;
  for (const i of row) z += at[i] ?? 0;
  z = z * scale + (at[n] ?? 0);
  const pull = doc.weight * (1 / (1 + Math.exp(-z)) - (doc.isGood ? 1 : 0));
  for (const i of row) gradient[i] = (gradient[i] ?? 0) + pull * scale;
  gradient[n] = (gradient[n] ?? 0) + pull;
}
