import { describe, expect, it } from 'vitest';
import { Random } from './random';
import { Weighted } from './weighted';

const many = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);
const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

describe('the numbers that samples are drawn from', () => {
  it('are the same for the same seed, stream and index, and differ otherwise', () => {
    const draw = (seed: number, stream: number, index: number) => {
      const random = new Random(seed, stream, index);
      return many(8, () => random.uint32()).join();
    };
    expect(draw(1, 2, 3)).toBe(draw(1, 2, 3));
    const others = [draw(1, 2, 3), draw(2, 2, 3), draw(1, 3, 3), draw(1, 2, 4), draw(3, 2, 1)];
    expect(new Set(others).size).toBe(others.length);
  });

  it('fill the unit interval evenly', () => {
    const random = new Random(5, 0);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const tenth = Math.floor(random.unit() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it('have the moments of their distributions', () => {
    const random = new Random(6, 0);
    const normal = many(40_000, () => random.normal());
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1);
    expect(mean(many(40_000, () => random.gamma(0.9)))).toBeCloseTo(0.9, 1);
    expect(mean(many(40_000, () => random.exponential(3)))).toBeCloseTo(3, 0);
  });

  it('draw in proportion to weights, and never what has none', () => {
    const random = new Random(7, 0);
    const weighted = new Weighted([1, 0, 3, 6]);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 50_000; i++) {
      const drawn = weighted.draw(random);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts[1]).toBe(0);
    [0.1, 0, 0.3, 0.6].forEach((share, i) => {
      expect(Math.abs((counts[i] ?? 0) / 50_000 - share)).toBeLessThan(0.01);
    });
  });

  it('refuse to draw from nothing', () => {
    expect(() => new Weighted([0, 0])).toThrow('no weight');
  });
});
