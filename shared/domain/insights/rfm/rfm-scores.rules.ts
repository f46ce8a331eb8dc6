import { selectRanks } from '../select-ranks';
import type { RfmSettings } from './rfm-settings.schema';
import type { RfmValues } from './rfm-values.rules';

/** Four cut-offs; `r` falls (days), `f` and `m` rise. See `scoreRising` and `scoreFalling`. */
export type RfmCuts = { r: number[]; f: number[]; m: number[] };
/** 1–5 for each row, 0 for people without an order. */
export type RfmScores = { r: Uint8Array; f: Uint8Array; m: Uint8Array; cuts: RfmCuts };

const PARTS = [1, 2, 3, 4];
const MAX_COUNTED = 1 << 16;

/**
 * The upper ends of scores 1–4: cut `s` is the value at rank ⌈s·N/5⌉ of N, so a score is 1 plus the
 * number of fifths that lie wholly below a value. Equal values always share a score; where many are
 * equal, scores are skipped rather than torn apart.
 */
export function cutsOfSorted(sorted: ArrayLike<number>): number[] {
  return PARTS.map((part) => sorted[Math.ceil((part * sorted.length) / 5) - 1] ?? 0);
}

/** The same without sorting; reorders the values. */
function cutsOfUnsorted(values: Float64Array): number[] {
  return selectRanks(
    values,
    PARTS.map((part) => Math.ceil((part * values.length) / 5) - 1),
  );
}

/** The same for small whole numbers ≥ 0, by counting instead of sorting. */
function cutsByCounting(values: Int32Array, max: number): number[] {
  const counts = new Uint32Array(max + 1);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const cuts: number[] = [];
  let below = 0;
  let value = 0;
  for (const part of PARTS) {
    const rank = Math.ceil((part * values.length) / 5);
    while (below + (counts[value] ?? 0) < rank) {
      below += counts[value] ?? 0;
      value += 1;
    }
    cuts.push(value);
  }
  return cuts;
}

function cutsOfWhole(values: Int32Array): number[] {
  if (values.length === 0) return PARTS.map(() => 0);
  let max = 0;
  for (const value of values) if (value > max) max = value;
  return max < MAX_COUNTED ? cutsByCounting(values, max) : cutsOfSorted(values.sort());
}

/** 1 plus how many cut-offs a value exceeds. */
export function scoreRising(value: number, cuts: readonly number[]): number {
  let score = 1;
  for (let at = 0; at < cuts.length; at += 1) if (value > (cuts[at] ?? 0)) score += 1;
  return score;
}

/** 1 plus how many cut-offs a value stays below or at: fewer days are better. */
function scoreFalling(value: number, cuts: readonly number[]): number {
  let score = 1;
  for (let at = 0; at < cuts.length; at += 1) if (value <= (cuts[at] ?? 0)) score += 1;
  return score;
}

/** The values of people with an order, close together. */
function ofBuyers<T extends Int32Array | Float64Array>(
  values: T,
  into: T,
  recencyDays: Int32Array,
): T {
  let at = 0;
  for (let row = 0; row < recencyDays.length; row += 1) {
    if ((recencyDays[row] ?? -1) < 0) continue;
    into[at] = values[row] ?? 0;
    at += 1;
  }
  return into;
}

/**
 * Cut-offs by quantile. Days are ranked from the longest silence down, so that
 * what ties there shares a score as well.
 */
function quantileCuts(values: RfmValues, frequency: Int32Array): RfmCuts {
  const { buyers, recencyDays, netFen } = values;
  const days = ofBuyers(recencyDays, new Int32Array(buyers), recencyDays);
  let longest = 0;
  for (const value of days) if (value > longest) longest = value;
  // Turned round, so that ranks count from the worst: the longest silence becomes 0.
  const turned = days.map((value) => longest - value);
  return {
    // Better than the cut means fewer days than it: at most one less.
    r: cutsOfWhole(turned).map((cut) => longest - cut - 1),
    f: cutsOfWhole(ofBuyers(frequency, new Int32Array(buyers), recencyDays)),
    m: cutsOfUnsorted(ofBuyers(netFen, new Float64Array(buyers), recencyDays)),
  };
}

/** Scores of everybody by the settings' way. */
export function rfmScores(values: RfmValues, settings: RfmSettings): RfmScores {
  const frequency = settings.frequencyBy === 'days' ? values.distinctDays : values.orders;
  const cuts =
    settings.scoresBy === 'manual'
      ? {
          r: [...settings.manualCuts.r],
          f: [...settings.manualCuts.f],
          m: [...settings.manualCuts.m],
        }
      : quantileCuts(values, frequency);
  const { recencyDays, netFen } = values;
  const n = recencyDays.length;
  const scores = { r: new Uint8Array(n), f: new Uint8Array(n), m: new Uint8Array(n), cuts };
  for (let row = 0; row < n; row += 1) {
    const days = recencyDays[row] ?? -1;
    if (days < 0) continue;
    scores.r[row] = scoreFalling(days, cuts.r);
    scores.f[row] = scoreRising(frequency[row] ?? 0, cuts.f);
    scores.m[row] = scoreRising(netFen[row] ?? 0, cuts.m);
  }
  return scores;
}
