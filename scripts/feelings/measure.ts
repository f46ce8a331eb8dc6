import { cautionOf, lineKind } from '@shared/domain/feelings/everyday';
import { featuresOf } from '@shared/domain/feelings/model/features';
import { scoreOf } from '@shared/domain/feelings/model/score';
import { openWeights } from '@shared/domain/feelings/model/weights';
import { plainText } from '@shared/domain/feelings/reading/plain-text';
import { type Fitted, packFitted, type Review } from './fit';

/** `sureness`: distance from 0, measured in what the kind of line asks for. */
export type Judged = { isRight: boolean; sureness: number };

export function judge(fitted: Fitted, reviews: readonly Review[]): Judged[] {
  const weights = openWeights({
    ...packFitted(fitted),
    name: 'measured',
    format: 2,
    threshold: 1,
    provenance: { data: [], trainedOn: '', seed: 0, method: '', measured: {} },
  });
  return reviews.map(({ text, isGood }) => {
    const plain = plainText(text);
    const features = featuresOf(plain);
    const { score } = scoreOf(features, weights);
    const sureness = Math.abs(score) / cautionOf(lineKind(plain.text, features.words), score);
    return { isRight: score > 0 === isGood, sureness };
  });
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const round = (value: number) => Number(value.toFixed(4));

export function accuracyOf(judged: readonly Judged[]): number {
  return round(share(judged.filter(({ isRight }) => isRight).length, judged.length));
}

export function answeredAt(judged: readonly Judged[], threshold: number) {
  const answered = judged.filter(({ sureness }) => sureness >= threshold);
  return { answered: round(share(answered.length, judged.length)), accuracy: accuracyOf(answered) };
}

/** The threshold at which that share of the texts is answered. */
export function thresholdFor(judged: readonly Judged[], answered: number): number {
  const sorted = judged.map(({ sureness }) => sureness).sort((a, b) => b - a);
  return Number((sorted[Math.floor(sorted.length * answered)] ?? 0).toFixed(3));
}
