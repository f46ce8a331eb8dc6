export type HolmAnswer =
  | { kind: 'adjusted'; adjusted: number[] }
  | { kind: 'none'; reason: 'empty' | 'notAProbability' };

/** `holm` for values from outside: no list and what is no probability have a reason. */
export function holmOf(pValues: readonly number[]): HolmAnswer {
  if (pValues.length === 0) return { kind: 'none', reason: 'empty' };
  if (!pValues.every((p) => typeof p === 'number' && p >= 0 && p <= 1)) {
    return { kind: 'none', reason: 'notAProbability' };
  }
  return { kind: 'adjusted', adjusted: holm(pValues).map((p) => p ?? 1) };
}

/**
 * p-values for several tests looked at together, by Holm (1979): the i-th smallest of m times
 * (m − i + 1), never below a smaller one's, at most 1. In the order of the input; undefined where
 * there was no test, which then does not count among the m. A value that is no probability throws.
 */
export function holm(pValues: readonly (number | undefined)[]): (number | undefined)[] {
  const tests = pValues.flatMap((p, at) => (p === undefined ? [] : [{ p, at }]));
  for (const { p } of tests) {
    if (!(p >= 0 && p <= 1)) throw new Error(`${p} is no probability`);
  }
  tests.sort((a, b) => a.p - b.p);
  const adjusted: (number | undefined)[] = pValues.map(() => undefined);
  let least = 0;
  for (const [rank, { p, at }] of tests.entries()) {
    least = Math.max(least, Math.min(1, p * (tests.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
