export type Objective = (at: Float64Array, gradient: Float64Array) => number;

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const MEMORY = 8;

type Pair = { s: Float64Array; y: Float64Array; rho: number };

function direction(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const d = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (let k = pairs.length - 1; k >= 0; k--) {
    const pair = pairs[k] as Pair;
    const alpha = pair.rho * dot(pair.s, d);
    alphas[k] = alpha;
    for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) - alpha * (pair.y[i] ?? 0);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < d.length; i++) d[i] = (d[i] ?? 0) * scale;
  }
  for (const [k, pair] of pairs.entries()) {
    const beta = pair.rho * dot(pair.y, d);
    for (let i = 0; i < d.length; i++) {
      d[i] = (d[i] ?? 0) + ((alphas[k] ?? 0) - beta) * (pair.s[i] ?? 0);
    }
  }
  return d;
}

/**
 * Least value of a smooth convex function by L-BFGS with a halving line search (Nocedal & Wright,
 * Numerical Optimization, 2nd ed., algorithms 7.4 and 3.1). The same input gives the same result.
 */
export function minimise(objective: Objective, start: Float64Array, steps: number): Float64Array {
  let at = start;
  let gradient: Float64Array = new Float64Array(start.length);
  let value = objective(at, gradient);
  const pairs: Pair[] = [];
  for (let step = 0; step < steps; step++) {
    const d = direction(gradient, pairs);
    const slope = dot(gradient, d);
    if (slope > -1e-9) break;
    let rate = step === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
    const from = at;
    const nextGradient = new Float64Array(start.length);
    let next = from;
    let nextValue = Number.POSITIVE_INFINITY;
    for (let halving = 0; halving < 30; halving++, rate /= 2) {
      const by = rate;
      next = from.map((x, i) => x + by * (d[i] ?? 0));
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * rate * slope) break;
    }
    if (nextValue >= value) break;
    const before = gradient;
    const s = next.map((x, i) => x - (from[i] ?? 0));
    const y = nextGradient.map((g, i) => g - (before[i] ?? 0));
    const curve = dot(s, y);
    if (curve > 1e-12) pairs.push({ s, y, rho: 1 / curve });
    if (pairs.length > MEMORY) pairs.shift();
    const gain = value - nextValue;
    [at, gradient, value] = [next, nextGradient, nextValue];
    if (gain < 1e-6 * Math.abs(value)) break;
  }
  return at;
}
