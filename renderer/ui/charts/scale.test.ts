import { describe, expect, it } from 'vitest';
import { linearScale, logScale } from './scale';

describe('axes', () => {
  it('labels every decade that the values reach into', () => {
    const scale = logScale(320, 41_000, 0, 300);
    expect(scale.ticks).toEqual([100, 1000, 10_000, 100_000]);
    expect(scale.at(1000)).toBeCloseTo(100);
    expect(scale.at(100_000)).toBeCloseTo(300);
  });

  it('puts what lies below a logarithmic axis at its beginning', () => {
    expect(logScale(1, 100, 10, 110).at(-5)).toBe(10);
    expect(logScale(1, 100, 10, 110).at(0)).toBe(10);
  });

  it('spans one decade where all values are the same', () => {
    expect(logScale(50, 50, 0, 1).ticks).toEqual([10, 100]);
    expect(logScale(100, 100, 0, 1).ticks).toEqual([100, 1000]);
  });

  it('ends a linear axis on a round number above the largest value', () => {
    expect(linearScale(0.53, 0, 1).ticks.map((it) => Number(it.toFixed(6)))).toEqual([
      0, 0.2, 0.4, 0.6,
    ]);
    expect(linearScale(1439, 0, 100).ticks.at(-1)).toBe(1500);
    expect(linearScale(0, 0, 100).at(0)).toBe(0);
  });

  it('turns round for axes that grow upwards', () => {
    const scale = linearScale(100, 200, 0);
    expect(scale.at(0)).toBe(200);
    expect(scale.at(100)).toBe(0);
  });
});
