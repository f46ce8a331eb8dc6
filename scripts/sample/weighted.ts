import type { Random } from './random';

/** Draws indexes in proportion to weights in constant time: Walker's alias method, Vose 1991. */
export class Weighted {
  private readonly threshold: Float64Array;
  private readonly alias: Int32Array;

  constructor(weights: ArrayLike<number>) {
    const n = weights.length;
    let total = 0;
    for (let i = 0; i < n; i++) total += weights[i] ?? 0;
    if (!(total > 0)) throw new Error('no weight to draw by');
    this.threshold = new Float64Array(n).fill(1);
    this.alias = new Int32Array(n);
    const scaled = Float64Array.from(weights, (weight) => (weight * n) / total);
    const small: number[] = [];
    const large: number[] = [];
    for (let i = 0; i < n; i++) ((scaled[i] ?? 0) < 1 ? small : large).push(i);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() ?? 0;
      const more = large.pop() ?? 0;
      this.threshold[less] = scaled[less] ?? 0;
      this.alias[less] = more;
      scaled[more] = (scaled[more] ?? 0) + (scaled[less] ?? 0) - 1;
      ((scaled[more] ?? 0) < 1 ? small : large).push(more);
    }
  }

  draw(random: Random): number {
    const i = random.below(this.threshold.length);
    return random.unit() < (this.threshold[i] ?? 1) ? i : (this.alias[i] ?? i);
  }
}

/** A list of things with weights, e.g. surnames with their share of the population. */
export class WeightedList<T> {
  private readonly things: readonly T[];
  private readonly weighted: Weighted;

  constructor(pairs: readonly (readonly [T, number])[]) {
    this.things = pairs.map(([thing]) => thing);
    this.weighted = new Weighted(pairs.map(([, weight]) => weight));
  }

  draw(random: Random): T {
    return this.things[this.weighted.draw(random)] as T;
  }
}
