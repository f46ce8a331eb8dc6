import { baseWeights } from './base-model';
import type { Comment, CommentTopic, Feeling } from './comment.schema';
import { adaptWeights, type Correction, settleCorrections } from './corrections';
import { cautionOf, type LineKind, lineKind } from './everyday';
import { intensityOf } from './intensity.rules';
import { featuresOf } from './model/features';
import { type Evidence, scoreOf } from './model/score';
import type { Weights } from './model/weights';
import { type PlainText, plainText, textKey } from './reading/plain-text';
import { topicOf } from './topic.rules';

/** A piece of the original text that spoke for an answer. */
export type DecidingWords = {
  start: number;
  end: number;
  kind: 'good' | 'bad' | 'complaint' | 'topic';
};

export type FeelingReading = Pick<Comment, 'feeling' | 'score' | 'intensity' | 'topic'> & {
  /** Somebody answered this very text by hand. */
  isByHand: boolean;
};

/** The answers with what they rest on. */
export type ExplainedReading = FeelingReading & {
  line: LineKind;
  /** How far from 0 this line had to be to be answered. */
  needed: number;
  topicScores: Partial<Record<CommentTopic, number>>;
  words: DecidingWords[];
};

const MOST_WORDS = 8;

function answer(score: number, needed: number): Feeling {
  if (!(Math.abs(score) >= needed)) return 'unsure';
  return score > 0 ? 'good' : 'bad';
}

const toOriginal = ({ from, to }: PlainText, start: number, end: number) => ({
  start: from[start] ?? 0,
  end: to[end - 1] ?? 0,
});

/** The pieces that weighed most for the side that won, without those inside a heavier one. */
function strongest(plain: PlainText, evidence: readonly Evidence[], score: number) {
  const side = Math.sign(score);
  const sorted = evidence
    .filter(({ share }) => share * side > 0.05)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const chosen: Evidence[] = [];
  for (const one of sorted) {
    if (chosen.length >= MOST_WORDS) break;
    if (!chosen.some(({ start, end }) => start < one.end && one.start < end)) chosen.push(one);
  }
  const kind = side > 0 ? ('good' as const) : ('bad' as const);
  return chosen.map(({ start, end }) => ({ ...toOriginal(plain, start, end), kind }));
}

/** Reads feelings, intensity and topic of texts, with what was corrected by hand taken in. */
export class FeelingReader {
  private readonly weights: Weights;
  private readonly byKey: ReadonlyMap<string, Correction>;

  constructor(corrections: readonly Correction[] = [], base: Weights = baseWeights()) {
    this.byKey = settleCorrections(corrections);
    this.weights = adaptWeights(base, this.byKey.values());
  }

  /** How many different texts were corrected by hand. */
  get corrections(): number {
    return this.byKey.size;
  }

  get model(): string {
    return this.weights.name;
  }

  read(text: string): FeelingReading {
    const { feeling, score, intensity, topic, isByHand } = this.explain(text, false);
    return { feeling, score, intensity, topic, isByHand };
  }

  explain(text: string, withWords = true): ExplainedReading {
    const plain = plainText(text);
    const features = featuresOf(plain);
    const { score, evidence } = scoreOf(features, this.weights);
    const line = lineKind(plain.text, features.words);
    const needed = cautionOf(line, score) * this.weights.threshold;
    const feeling = answer(score, needed);
    const { intensity, words } = intensityOf(text, plain, feeling);
    const topic = topicOf(plain);
    const found = withWords
      ? [
          ...(line === 'polite' ? [] : strongest(plain, evidence, score)),
          ...words.map(({ start, end }) => ({
            ...toOriginal(plain, start, end),
            kind: 'complaint' as const,
          })),
          ...topic.words.map(({ start, end }) => ({
            ...toOriginal(plain, start, end),
            kind: 'topic' as const,
          })),
        ]
      : [];
    const model = { feeling, score: line === 'polite' ? 0 : score, intensity, topic: topic.topic };
    const more = { line, needed, topicScores: topic.scores, words: found };
    const byHand = this.byKey.size > 0 ? this.byKey.get(textKey(text)) : undefined;
    if (!byHand) return { ...model, ...more, isByHand: false };
    const { feeling: f, intensity: i, topic: t } = byHand;
    return { ...model, feeling: f, intensity: i, topic: t, ...more, isByHand: true };
  }
}
