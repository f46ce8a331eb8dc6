import type { BgNbd } from './bgnbd-fit.rules';
import { hyp2f1Times } from './special-functions';

/** A person's history in the model's unit of time. */
export type History = { x: number; tx: number; age: number };

/** a/(b+x−1) · ((α+T)/(α+t_x))^(r+x): the odds of being gone; 0 for people without a repeat. */
function oddsGone({ r, alpha, a, b }: BgNbd, { x, tx, age }: History): number {
  if (x === 0) return 0;
  const ln = Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + tx));
  // Beyond the range of floating point the odds are infinite, and the chance below is 0.
  return Math.exp(ln);
}

/**
 * The chance that somebody still buys (Fader, Hardie & Lee 2008, "Computing P(alive) using the
 * BG/NBD model"). Without a repeat it is 1 by the model's own assumption: one drops out only after
 * a repeat purchase.
 */
export function chanceAlive(model: BgNbd, history: History): number {
  return 1 / (1 + oddsGone(model, history));
}

/** A whole number would make the fraction below 0/0; so near to one the limit is met. */
const apart = (value: number) => (Math.abs(value) < 1e-7 ? 1e-7 : value);

/**
 * The part of the expectation that knows x and T alone:
 * (a+b+x−1)/(a−1) · {1 − ((α+T)/(α+T+t))^(r+x) · ₂F₁(r+x, b+x; a+b+x−1; t/(α+T+t))}.
 * By Euler's transformation the product is (1−z)^(a−1) · ₂F₁(a+b−1−r, a−1; a+b+x−1; z) as well; of
 * the two the one with the smaller power is the quicker, however large x or a is.
 */
export function expectedIfAlive(model: BgNbd, time: number, x: number, age: number): number {
  const { r, alpha, b } = model;
  const below = apart(model.a - 1);
  const c = apart(below + b + x);
  const z = time / (alpha + age + time);
  const product =
    below < r + x
      ? hyp2f1Times(below, below + b - r, below, c, z)
      : hyp2f1Times(r + x, r + x, b + x, c, z);
  return (c / below) * (1 - product);
}

/** Repeat purchases that the model expects within `time` from now on (2005 paper, eq. 10). */
export function expectedPurchases(model: BgNbd, time: number, history: History): number {
  if (time <= 0) return 0;
  return expectedIfAlive(model, time, history.x, history.age) * chanceAlive(model, history);
}

/**
 * Chances of exactly 0, 1, … `most` repeat purchases in the first `time` after the first purchase
 * (2005 paper, eq. 8).
 */
export function chancesOfRepeats({ r, alpha, a, b }: BgNbd, time: number, most: number): number[] {
  const share = time / (alpha + time);
  const chances: number[] = [];
  // Γ(r+x)/(Γ(r)x!) · (α/(α+t))^r · (t/(α+t))^x: x purchases if nobody ever left.
  let staying = (alpha / (alpha + time)) ** r;
  let stayingSoFar = 0;
  // B(a, b+x)/B(a, b): not gone after x repeats.
  let survived = 1;
  for (let x = 0; x <= most; x += 1) {
    // B(a+1, b+x−1)/B(a, b): gone right after the x-th.
    const left = x > 0 ? (survived * a) / (b + x - 1) : 0;
    chances.push(survived * staying + left * (1 - stayingSoFar));
    stayingSoFar += staying;
    staying *= ((r + x) / (x + 1)) * share;
    survived *= (b + x) / (a + b + x);
  }
  return chances;
}
