import { COMPLAINT_WORD, featuresOf, PRAISE_WORD } from '@shared/domain/feelings/model/features';
import { bytesToBase64, packNames } from '@shared/domain/feelings/model/weights';
import { GLAD, plainText, UPSET } from '@shared/domain/feelings/reading/plain-text';
import { fitByAdam, type LinearFit, meanOf, rootScale } from './adam';
import { minimise } from './minimise';

/** A labelled text. `weight` is how much it counts against one of the home trade. */
export type Review = { text: string; isGood: boolean; weight: number };

export type FitOptions = {
  features: number;
  /** Strength of the pull of each weight towards its prior. */
  ridge: number;
  /** Where the weights of words and pictures of known sense are pulled to. */
  prior: number;
};

export type Fitted = { bias: number; step: number; names: string[]; bytes: Int8Array };

const FEWEST_TEXTS = 3;
const SMOOTHING = 1;
const STEPS = 120;
/** A feature of this many texts moves as freely as without the scale. */
const RARE_TEXTS = 100;
const ADAM_SEEDS = [1, 2] as const;

/** Features whose sense we know beforehand, and how strong a word it is. */
const known = new Map<string, number>([
  [GLAD, 1],
  [UPSET, -1],
  [PRAISE_WORD, 1],
  [PRAISE_WORD.repeat(2), 0.5],
  [PRAISE_WORD.repeat(3), 0.25],
  [COMPLAINT_WORD, -1],
  [COMPLAINT_WORD.repeat(2), -0.5],
  [COMPLAINT_WORD.repeat(3), -0.25],
]);

type Doc = { names: string[]; isGood: boolean; weight: number };

/** Names of the features of each review. */
export function readReviews(reviews: readonly Review[]): Doc[] {
  return reviews.map(({ text, isGood, weight }) => ({
    names: featuresOf(plainText(text)).features.map(({ name }) => name),
    isGood,
    weight,
  }));
}

type Tally = { texts: number; good: number; bad: number };

function tallyOf(docs: readonly Doc[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { names, isGood, weight } of docs) {
    for (const name of names) {
      const tally = tallies.get(name) ?? { texts: 0, good: 0, bad: 0 };
      tally.texts += weight;
      tally[isGood ? 'good' : 'bad'] += weight;
      tallies.set(name, tally);
    }
  }
  return tallies;
}

/** Log ratio of how often praise and complaint hold a feature (Wang & Manning 2012, NB-SVM). */
function ratiosOf(names: readonly string[], tallies: ReadonlyMap<string, Tally>): Float64Array {
  let goodSum = 0;
  let badSum = 0;
  const counts = names.map((name) => {
    const good = SMOOTHING + (tallies.get(name)?.good ?? 0);
    const bad = SMOOTHING + (tallies.get(name)?.bad ?? 0);
    goodSum += good;
    badSum += bad;
    return [good, bad] as const;
  });
  return Float64Array.from(counts, ([good, bad], i) =>
    known.has(names[i] ?? '') ? 1 : Math.log(good / goodSum / (bad / badSum)),
  );
}

/** The texts as rows of features, with what a weight of 1 means for each feature and its prior. */
type Task = {
  docs: readonly Doc[];
  rows: readonly Int32Array[];
  tallies: ReadonlyMap<string, Tally>;
};

function taskOf(docs: readonly Doc[], names: readonly string[], tallies: Task['tallies']): Task {
  const place = new Map(names.map((name, i) => [name, i]));
  const rows = docs.map(({ names: own }) =>
    Int32Array.from(own.flatMap((name) => place.get(name) ?? [])),
  );
  return { docs, rows, tallies };
}

/**
 * Logistic regression with a ridge: each weight is `scales[i]` times a number that is pulled towards
 * `centre[i]`.
 */
function fitRidge(
  { docs, rows }: Task,
  scales: Float64Array,
  centre: Float64Array,
  ridge: number,
): LinearFit {
  const n = scales.length;
  const objective = (at: Float64Array, gradient: Float64Array) => {
    gradient.fill(0);
    let loss = 0;
    for (const [d, row] of rows.entries()) {
      const scale = rootScale(row);
      let z = 0;
      for (const i of row) z += (at[i] ?? 0) * (scales[i] ?? 0);
      z = z * scale + (at[n] ?? 0);
      const { isGood, weight } = docs[d] as Doc;
      const margin = isGood ? z : -z;
      loss +=
        weight *
        (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
      const pull = ((isGood ? -1 : 1) * weight) / (1 + Math.exp(margin));
      for (const i of row) gradient[i] = (gradient[i] ?? 0) + pull * scale * (scales[i] ?? 0);
      gradient[n] = (gradient[n] ?? 0) + pull;
    }
    for (let i = 0; i < n; i++) {
      const off = (at[i] ?? 0) - (centre[i] ?? 0);
      loss += (ridge / 2) * off * off;
      gradient[i] = (gradient[i] ?? 0) + ridge * off;
    }
    return loss;
  };
  const start = new Float64Array(n + 1);
  start.set(centre);
  const best = minimise(objective, start, STEPS);
  return { weights: scales.map((scale, i) => scale * (best[i] ?? 0)), bias: best[n] ?? 0 };
}

/** What is known beforehand of each feature's weight. */
const senses = (names: readonly string[], prior: number) =>
  Float64Array.from(names, (name) => (known.get(name) ?? 0) * prior);

/** Naive Bayes ratios as scales, words of known sense pulled to their sense. */
function fitRatios(task: Task, names: readonly string[], { ridge, prior }: FitOptions): LinearFit {
  return fitRidge(task, ratiosOf(names, task.tallies), senses(names, prior), ridge);
}

/** The same without ratios, rare features moving more freely than common ones. */
function fitRare(task: Task, names: readonly string[], { ridge, prior }: FitOptions): LinearFit {
  const scales = Float64Array.from(names, (name) =>
    known.has(name) ? 1 : Math.sqrt(RARE_TEXTS / Math.max(1, task.tallies.get(name)?.texts ?? 0)),
  );
  return fitRidge(task, scales, senses(names, prior), ridge);
}

/**
 * Fits all features, keeps those that matter most, fits these in three ways that err differently,
 * and rounds the mean of the weights to bytes: the mean of linear models is a linear model.
 */
export function fit(docs: readonly Doc[], options: FitOptions): Fitted {
  const tallies = tallyOf(docs);
  const all = [...tallies.keys()]
    .filter((name) => known.has(name) || (tallies.get(name)?.texts ?? 0) >= FEWEST_TEXTS)
    .sort();
  const first = fitRatios(taskOf(docs, all, tallies), all, options);
  const worth = (i: number) =>
    Math.abs(first.weights[i] ?? 0) * Math.sqrt(tallies.get(all[i] ?? '')?.texts ?? 0);
  const names = all
    .map((name, i) => ({ name, worth: known.has(name) ? Number.POSITIVE_INFINITY : worth(i) }))
    .sort((a, b) => b.worth - a.worth || (a.name < b.name ? -1 : 1))
    .slice(0, options.features)
    .map(({ name }) => name)
    .sort();
  const task = taskOf(docs, names, tallies);
  const { weights, bias } = meanOf([
    fitRatios(task, names, options),
    fitRare(task, names, options),
    meanOf(ADAM_SEEDS.map((seed) => fitByAdam(task, names.length, seed))),
  ]);
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const step = largest / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return { bias, step, names, bytes };
}

export function packFitted({ names, bytes, bias, step }: Fitted) {
  return {
    bias: Number(bias.toFixed(6)),
    step: Number(step.toPrecision(8)),
    features: packNames(names),
    weights: bytesToBase64(new Uint8Array(bytes.buffer)),
  };
}
