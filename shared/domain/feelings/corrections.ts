import type { CommentTopic, Feeling } from './comment.schema';
import { featuresOf } from './model/features';
import type { Weights } from './model/weights';
import { plainText, textKey } from './reading/plain-text';

/** What somebody set by hand for a text. */
export type Correction = {
  id: string;
  text: string;
  feeling: Feeling;
  intensity: number;
  topic: CommentTopic;
};

const ROUNDS = 20;
const RATE = 0.3;
/** Pull of every weight back to what was trained. */
const RIDGE = 0.05;
/** A correction may move no weight further than this, however often it is repeated. */
const LARGEST_SHIFT = 0.6;

const TARGET = { good: 1, unsure: 0.5, bad: 0 } as const satisfies Record<Feeling, number>;

/**
 * One correction per text, the latest by id (ids ascend in time), in the order of the texts: what
 * comes out depends on which comments are corrected, not on the order in which they are read.
 */
export function settleCorrections(all: readonly Correction[]): Map<string, Correction> {
  const byKey = new Map<string, Correction>();
  for (const correction of all) {
    const key = textKey(correction.text);
    if (key === '') continue;
    const known = byKey.get(key);
    if (!known || known.id < correction.id) byKey.set(key, correction);
  }
  return new Map([...byKey].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The trained weights moved a little by corrections: some rounds of logistic regression over them
 * alone, held to the trained weights by a ridge and to a largest shift per weight. The bias stays,
 * so that correcting complaints only cannot turn everything into one.
 */
export function adaptWeights(base: Weights, corrections: Iterable<Correction>): Weights {
  const samples = [...corrections].map(({ text, feeling }) => {
    const names = featuresOf(plainText(text)).features.map(({ name }) => name);
    return { known: names.filter((name) => base.byFeature.has(name)), target: TARGET[feeling] };
  });
  if (samples.length === 0) return base;
  const shifts = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { known, target } of samples) {
      const scale = 1 / Math.sqrt(Math.max(1, known.length));
      let score = base.bias;
      for (const name of known) {
        score += ((base.byFeature.get(name) ?? 0) + (shifts.get(name) ?? 0)) * scale;
      }
      const pull = (target - 1 / (1 + Math.exp(-score))) * scale * RATE;
      for (const name of known) {
        const shift = (shifts.get(name) ?? 0) * (1 - RATE * RIDGE) + pull;
        shifts.set(name, Math.max(-LARGEST_SHIFT, Math.min(LARGEST_SHIFT, shift)));
      }
    }
  }
  const byFeature = new Map(base.byFeature);
  for (const [name, shift] of shifts) byFeature.set(name, (byFeature.get(name) ?? 0) + shift);
  return { ...base, byFeature };
}
