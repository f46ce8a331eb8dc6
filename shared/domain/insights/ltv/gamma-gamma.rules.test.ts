import { describe, expect, it } from 'vitest';
import { expectedSpend, fitGammaGamma, meanSpend } from './gamma-gamma.rules';
import { digamma, hyp2f1Times, lnGamma } from './special-functions';

describe('special functions', () => {
  it('have the values of the tables', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(lnGamma(10)).toBeCloseTo(Math.log(362_880), 11);
    expect(lnGamma(1e-8)).toBeCloseTo(-Math.log(1e-8), 7);
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_901_532_9, 12);
    expect(digamma(0.5)).toBeCloseTo(-1.963_510_026_021_423_5, 12);
    // ln(1 − z) = −z · ₂F₁(1, 1; 2; z); (1 − z)^−a = ₂F₁(a, b; b; z).
    expect(hyp2f1Times(0, 1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12);
    expect(hyp2f1Times(0, 0.3, 4, 4, 0.9)).toBeCloseTo(0.1 ** -0.3, 10);
    // Both factors far out of range: (1 − z)^900 · (1 − z)^−900.
    expect(hyp2f1Times(900, 900, 5, 5, 0.9)).toBeCloseTo(1, 9);
  });
});

describe('money per purchase', () => {
  const model = { p: 6.25, q: 3.74, v: 15.44 };

  it('is everybody’s mean without a repeat, and near one’s own after many', () => {
    expect(expectedSpend(model, 0, 0)).toBeCloseTo(meanSpend(model) ?? 0, 10);
    expect(meanSpend(model)).toBeCloseTo(35.2, 1);
    expect(expectedSpend(model, 2, 22.35)).toBeCloseTo(24.65, 1);
    expect(expectedSpend(model, 5000, 80)).toBeCloseTo(80, 1);
  });

  it('is not below nothing for people who got more back than they paid', () => {
    expect(expectedSpend(model, 4, -500)).toBe(expectedSpend(model, 4, 0));
    expect(expectedSpend(model, 4, -500)).toBeGreaterThan(0);
  });

  it('has no mean where q is at most one', () => {
    expect(meanSpend({ p: 2, q: 1, v: 3 })).toBeUndefined();
  });

  it('is fitted in any currency unit', () => {
    const x = Array.from({ length: 300 }, (_, at) => 1 + (at % 7));
    const money = x.map((repeats, at) => 20 + ((at * 37) % 50) + repeats);
    const yuan = fitGammaGamma({ x, money });
    const fen = fitGammaGamma({ x, money: money.map((it) => it * 100) });
    expect(yuan?.isConverged).toBe(true);
    expect((fen?.v ?? 0) / (yuan?.v ?? 1)).toBeCloseTo(100, 2);
    expect(fen?.p).toBeCloseTo(yuan?.p ?? 0, 3);
    expect(fitGammaGamma({ x: [], money: [] })).toBeUndefined();
  });
});
