const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/** ln Γ(x) for x > 0, to about 15 digits (Lanczos 1964, g = 7, nine terms). */
export function lnGamma(x: number): number {
  // Below one half the series loses digits: Γ(x) = Γ(x + 1) / x.
  if (x < 0.5) return lnGamma(x + 1) - Math.log(x);
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let at = 1; at < LANCZOS.length; at += 1) sum += (LANCZOS[at] ?? 0) / (z + at);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** ψ(x) = d ln Γ(x) / dx for x > 0 (Abramowitz & Stegun 6.3.5 and 6.3.18). */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132)))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

const MAX_TERMS = 200_000;
const SMALLEST_SHARE = 1e-14;
const LARGE = 1e200;

/**
 * (1 − z)^`power` · ₂F₁(a, b; c; z) for 0 ≤ z < 1 by the series of Gauss. The two factors may be far
 * out of range while the product is ordinary. Meant for c − a − b > 0 or for terms of one sign, so
 * that nothing cancels; `c` must be no whole number ≤ 0.
 */
export function hyp2f1Times(power: number, a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  let lnScale = power * Math.log1p(-z);
  for (let n = 0; n < MAX_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < SMALLEST_SHARE * Math.abs(sum)) break;
    if (Math.abs(sum) > LARGE) {
      sum /= LARGE;
      term /= LARGE;
      lnScale += Math.log(LARGE);
    }
  }
  return Math.exp(lnScale) * sum;
}
