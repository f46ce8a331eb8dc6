import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceAlive,
  chancesOfRepeats,
  expectedIfAlive,
  expectedPurchases,
} from './bgnbd-expect.rules';
import { type BgNbd, bgNbdLogLikelihood, fitBgNbd } from './bgnbd-fit.rules';
import { groupHistories, type PurchaseHistories } from './purchase-history.rules';
import { seededRandom } from './seeded-draw';

const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

const models = fc.record({
  r: fc.double({ min: 0.05, max: 5, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 60, noNaN: true }),
  a: fc.double({ min: 0.05, max: 4, noNaN: true }),
  b: fc.double({ min: 0.3, max: 8, noNaN: true }),
});

/** People who behave exactly as the model says, by the inverse of each distribution's simplest draw. */
function simulate(model: BgNbd, people: number, days: number, seed: number) {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random() ** (1 / shape);
    for (;;) {
      // Marsaglia & Tsang 2000.
      const d = shape - 1 / 3;
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const of = Array.from({ length: people }, () => {
    const rate = gamma(model.r) / model.alpha;
    const [g, h] = [gamma(model.a), gamma(model.b)];
    const leaves = g / (g + h);
    const times: number[] = [];
    let at = 0;
    for (;;) {
      at += -Math.log(1 - random()) / rate;
      if (at > 2 * days) break;
      times.push(at);
      if (random() < leaves) break;
    }
    return times;
  });
  const before = of.map((times) => times.filter((time) => time <= days));
  const histories: PurchaseHistories = {
    x: Int32Array.from(before, (times) => times.length),
    tx: Int32Array.from(before, (times) => Math.round(times.at(-1) ?? 0)),
    age: new Int32Array(people).fill(days),
    money: new Float64Array(people),
    customers: people,
    repeatCustomers: before.filter((times) => times.length > 0).length,
  };
  const since = of.reduce((sum, times) => sum + times.filter((time) => time > days).length, 0);
  return { histories, since };
}

describe('the likelihood', () => {
  it('has the gradient that small steps show', () => {
    const groups = {
      x: Int32Array.from([0, 1, 3, 40, 2]),
      tx: Float64Array.from([0, 10, 30, 38, 0.5]),
      age: Float64Array.from([38, 38, 31, 39, 39]),
      weight: Float64Array.from([5, 3, 2, 1, 4]),
      customers: 15,
    };
    fc.assert(
      fc.property(models, (model) => {
        const gradient = new Float64Array(4);
        bgNbdLogLikelihood(model, groups, gradient);
        (['r', 'alpha', 'a', 'b'] as const).forEach((name, at) => {
          const step = 1e-5 * model[name];
          const up = bgNbdLogLikelihood({ ...model, [name]: model[name] + step }, groups);
          const down = bgNbdLogLikelihood({ ...model, [name]: model[name] - step }, groups);
          const slope = (up - down) / (2 * step);
          expect(Math.abs((gradient[at] ?? 0) - slope)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('stays a number for people who buy every day for years, and on the first day', () => {
    const groups = {
      x: Int32Array.from([3000, 0, 1]),
      tx: Float64Array.from([3650, 0, 1e-6]),
      age: Float64Array.from([3651, 0, 1e-6]),
      weight: Float64Array.from([1, 1, 1]),
      customers: 3,
    };
    const gradient = new Float64Array(4);
    expect(bgNbdLogLikelihood(CDNOW, groups, gradient)).toBeLessThan(0);
    expect(Array.from(gradient).every(Number.isFinite)).toBe(true);
  });
});

describe('a fit', () => {
  it('finds again the parameters of people who behave by the model, and what they do next', () => {
    const truth = { r: 0.7, alpha: 40, a: 0.9, b: 3 };
    const { histories, since } = simulate(truth, 20_000, 500, 7);
    const rows = Array.from(histories.x.keys());
    const fit = fitBgNbd(groupHistories(histories, rows, 1));
    expect(fit?.isConverged).toBe(true);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const found = fit?.[name] ?? Number.NaN;
      expect(Math.abs(found - truth[name]) / truth[name]).toBeLessThan(0.12);
    }
    const expected = rows.reduce((sum, row) => {
      const history = { x: histories.x[row] ?? 0, tx: histories.tx[row] ?? 0, age: 500 };
      return sum + (fit ? expectedPurchases(fit, 500, history) : 0);
    }, 0);
    expect(Math.abs(expected - since) / since).toBeLessThan(0.04);
  });

  it('is the same whether equal histories are grouped or not', () => {
    const { histories } = simulate(CDNOW, 400, 300, 3);
    const rows = Array.from(histories.x.keys());
    const groups = groupHistories(histories, rows, 7);
    const apart = {
      x: histories.x,
      tx: Float64Array.from(histories.tx, (days) => days / 7),
      age: Float64Array.from(histories.age, (days) => days / 7),
      weight: new Float64Array(400).fill(1),
      customers: 400,
    };
    expect(groups.x.length).toBeLessThan(400);
    const together = bgNbdLogLikelihood(CDNOW, groups);
    expect(together).toBeCloseTo(bgNbdLogLikelihood(CDNOW, apart), 8);
  });

  it('has nothing to go by where nobody came back', () => {
    const groups = {
      x: new Int32Array(3),
      tx: new Float64Array(3),
      age: Float64Array.from([5, 6, 7]),
      weight: Float64Array.from([1, 1, 1]),
      customers: 3,
    };
    expect(fitBgNbd(groups)).toBeUndefined();
  });
});

describe('what is expected', () => {
  it('is what was published for one customer of CDNOW', () => {
    const history = { x: 26, tx: 30.857142857, age: 31 };
    const model = { r: 0.2425945, alpha: 4.413602, a: 0.792922, b: 2.4259066 };
    expect(expectedPurchases(model, 52, history)).toBeCloseTo(25.757, 3);
    expect(chanceAlive(model, history)).toBeCloseTo(0.96885, 5);
  });

  it('grows with the time looked ahead, and is never below 0', () => {
    const people = fc.record({ x: fc.integer({ min: 0, max: 2000 }), age: fc.nat(3000) });
    fc.assert(
      fc.property(models, people, (model, { x, age }) => {
        let before = 0;
        for (const time of [1, 10, 100, 1000]) {
          const now = expectedIfAlive(model, time, x, age);
          expect(Number.isFinite(now)).toBe(true);
          expect(now).toBeGreaterThanOrEqual(before * (1 - 1e-9));
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('passes without a jump where a or the third parameter is a whole number', () => {
    for (const x of [0, 1, 5]) {
      const [below, at, above] = [1 - 1e-4, 1, 1 + 1e-4].map((a) =>
        expectedIfAlive({ ...CDNOW, a, b: 1e-9 + 0.5 }, 52, x, 30),
      );
      expect(((below ?? 0) + (above ?? 0)) / 2).toBeCloseTo(at ?? 0, 5);
    }
  });

  it('falls with silence, and is certain for people without a repeat', () => {
    const chances = [0, 5, 20, 80].map((days) =>
      chanceAlive(CDNOW, { x: 6, tx: 20, age: 20 + days }),
    );
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(chanceAlive(CDNOW, { x: 0, tx: 0, age: 500 })).toBe(1);
    expect(chanceAlive(CDNOW, { x: 900, tx: 1, age: 5000 })).toBe(0);
  });

  it('has chances of each number of repeats that sum to one and to the expectation', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 60 }), (model, time) => {
        const chances = chancesOfRepeats(model, time, 3000);
        const sum = chances.reduce((all, chance) => all + chance, 0);
        const mean = chances.reduce((all, chance, x) => all + chance * x, 0);
        expect(chances.every((chance) => chance >= -1e-12)).toBe(true);
        expect(sum).toBeCloseTo(1, 6);
        // The expectation of somebody who has just come equals that over everybody (eq. 9).
        expect(mean).toBeCloseTo(expectedIfAlive(model, time, 0, 0), 3);
      }),
      { numRuns: 60 },
    );
  });
});
