import { betaBelow } from './beta.rules';

/** P(F > f) for Fisher's F with `above` and `below` > 0 degrees of freedom, f ≥ 0 (A & S 26.6.2). */
export function fisherTail(f: number, above: number, below: number): number {
  if (!(f >= 0 && above > 0 && below > 0)) throw new Error('fisherTail needs f ≥ 0 and df > 0');
  if (f === Number.POSITIVE_INFINITY) return 0;
  return betaBelow(below / (below + above * f), below / 2, above / 2);
}
