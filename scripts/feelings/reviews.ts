import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { Random } from '../sample/random';
import type { Review } from './fit';

/** Labelled reviews of a CSV with the columns `review` and `label`. */
export function readReviewFile(path: string, weight: number): Review[] {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const usable = data.filter(({ review, label }) => review && (label === '0' || label === '1'));
  if (usable.length === 0) throw new Error(`${path} holds no column review beside a label 0 or 1`);
  return usable.map(({ review = '', label }) => ({ text: review, isGood: label === '1', weight }));
}

/** The same order for the same seed, on every machine. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = new Random(seed, 0);
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
