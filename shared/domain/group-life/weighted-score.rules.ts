/** One part of a score: its weight and, where there are data, how much of the full points it earned (0–1). */
export type ScorePart<K extends string = string> = {
  key: K;
  weight: number;
  /** Absent without data. */
  earned?: number | undefined;
  /** The figure that was judged, and over how many. */
  value?: number | undefined;
  n?: number | undefined;
};

/** A part with what it adds: `share` of the whole (0–1) and `points` (0–100); absent without data. */
export type ScoredPart<K extends string = string> = ScorePart<K> & {
  share?: number;
  points?: number;
};

export type Score<K extends string = string> = {
  /** 0–100; absent when no part has data. */
  score?: number;
  parts: ScoredPart<K>[];
  /** Weight of the parts with data ÷ all weight, 0–1. */
  coverage: number;
};

export const clamp01 = (value: number): number => Math.min(1, Math.max(0, value));

/** `num ÷ den`, undefined when either is unknown or there is nothing to divide by. */
export function ratio(num: number | undefined, den: number | undefined): number | undefined {
  return num === undefined || den === undefined || den <= 0 ? undefined : num / den;
}

/** Share of the full points: value ÷ anchor, at most 1. */
export function against(value: number | undefined, anchor: number): number | undefined {
  return value === undefined ? undefined : clamp01(value / anchor);
}

/**
 * score = 100 × Σ weight × earned ÷ Σ weight, both over the parts with data: a part without data
 * leaves its weight to the others. A weight of zero counts as no part.
 */
export function weightedScore<K extends string>(parts: readonly ScorePart<K>[]): Score<K> {
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const known = parts.reduce(
    (sum, { weight, earned }) => (earned === undefined ? sum : sum + weight),
    0,
  );
  const scored = parts.map((part): ScoredPart<K> => {
    if (part.earned === undefined || known <= 0 || part.weight <= 0) return part;
    const share = part.weight / known;
    return { ...part, share, points: 100 * share * part.earned };
  });
  const coverage = all > 0 ? known / all : 0;
  if (known <= 0) return { parts: scored, coverage };
  const sum = scored.reduce((total, { points = 0 }) => total + points, 0);
  return { score: Math.min(100, sum), parts: scored, coverage };
}
