import { chiSquareTail } from './student.rules';

export type SampleRatio =
  | { kind: 'test'; chi2: number; df: number; pValue: number }
  | { kind: 'none'; reason: 'notACount' | 'nobody' | 'tooFewGroups' | 'notAShare' };

/**
 * Whether groups hold as many people as they were meant to: Pearson's χ² against `shares` (equal
 * where absent; any positive numbers). A tiny p-value says that people were not drawn as planned,
 * and that the comparison itself cannot be trusted.
 */
export function sampleRatio(counts: readonly number[], shares?: readonly number[]): SampleRatio {
  if (counts.length < 2) return { kind: 'none', reason: 'tooFewGroups' };
  if (!counts.every((n) => Number.isInteger(n) && n >= 0)) {
    return { kind: 'none', reason: 'notACount' };
  }
  const meant = shares ?? counts.map(() => 1);
  const whole = meant.reduce((sum, share) => sum + share, 0);
  if (meant.length !== counts.length || !meant.every((share) => share > 0) || !(whole < 1e300)) {
    return { kind: 'none', reason: 'notAShare' };
  }
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return { kind: 'none', reason: 'nobody' };
  const chi2 = counts.reduce((sum, n, at) => {
    const expected = (total * (meant[at] ?? 0)) / whole;
    return sum + (n - expected) ** 2 / expected;
  }, 0);
  const df = counts.length - 1;
  return { kind: 'test', chi2, df, pValue: chiSquareTail(chi2, df) };
}
