import { describe, expect, it } from 'vitest';
import { askOf, cdnowCsv } from './lib/cdnow.testing';
import { run } from './ltv';

const within = (value: number | undefined, wanted: number, share: number) => {
  expect(Math.abs((value ?? Number.NaN) - wanted)).toBeLessThan(share * wanted);
};

describe('lifetime value of the CDNOW sample, calibrated to 30 September 1997', () => {
  const answer = run(askOf(cdnowCsv(), { 'calibration-end': '1997-09-30', unit: 'week' }));
  const { bgnbd, gammaGamma, customers } = answer;

  it('has the published parameters and likelihood of BG/NBD', () => {
    within(bgnbd?.r, 0.2426, 0.001);
    within(bgnbd?.alpha, 4.4137, 0.001);
    within(bgnbd?.a, 0.793, 0.001);
    within(bgnbd?.b, 2.4262, 0.001);
    expect(bgnbd?.logLikelihood).toBeCloseTo(-9582.429, 3);
  });

  it('has the published parameters and spends of Gamma-Gamma', () => {
    within(gammaGamma?.p, 6.25, 0.005);
    within(gammaGamma?.q, 3.74, 0.005);
    within(gammaGamma?.v, 15.44, 0.005);
    const spends = customers.slice(0, 10).map((customer) => customer.expectedSpend ?? 0);
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    spends.forEach((spend, at) => {
      expect(spend).toBeCloseTo(published[at] ?? 0, 1);
    });
  });

  it('expects of the most faithful customer what was published', () => {
    const faithful = customers.find((customer) => customer.frequency === 26);
    expect(faithful?.recency).toBeCloseTo(30.857, 3);
    expect(faithful?.T).toBe(31);
    expect(faithful?.expectedPurchases).toBeCloseTo(25.757, 3);
    expect(faithful?.pAlive).toBeCloseTo(0.96885, 4);
  });

  it('counts everybody once and says what the figures mean', () => {
    expect(customers).toHaveLength(2357);
    expect(customers.filter(({ frequency }) => frequency > 0)).toHaveLength(946);
    expect(answer.notes.join('\n')).toContain('within 52 weeks after the calibration end');
    expect(answer.notes[0]).toBe(
      'calibration up to and including 1997-09-30; 1959 later orders left out',
    );
  });

  it('finds the same people in another unit of time', () => {
    const byDay = run(askOf(cdnowCsv(), { 'calibration-end': '1997-09-30', unit: 'day' }));
    within(byDay.bgnbd?.alpha, 4.4137 * 7, 0.001);
    expect(byDay.bgnbd?.r).toBeCloseTo(bgnbd?.r ?? 0, 4);
  });
});

describe('lifetime value of data that hold no model', () => {
  const header = 'customer,date,amount';
  const of = (...lines: string[]) => run(askOf([header, ...lines].join('\n')));

  it('says that there is nobody', () => {
    expect(of()).toMatchObject({ bgnbd: null, gammaGamma: null, customers: [] });
    expect(of().notes.join('\n')).toContain('nobody ordered');
  });

  it('says that nobody came back, and knows no chances', () => {
    const answer = of('a,2025-01-01,5', 'a,2025-01-01,6', 'b,2025-01-03,5');
    expect(answer.customers[0]).toMatchObject({ frequency: 0, pAlive: null, expectedSpend: null });
    expect(answer.notes.join('\n')).toContain('nobody ordered on a second day');
  });

  it('leaves people whose repeats brought nothing out of the money, and says so', () => {
    const people = Array.from({ length: 60 }, (_, at) => [
      `p${at},2025-01-${String(1 + (at % 28)).padStart(2, '0')},20`,
      `p${at},2025-03-${String(1 + (at % 19)).padStart(2, '0')},${at === 0 ? '-3' : 10 + at}`,
    ]).flat();
    const answer = of(...people, 'late,2025-06-01,3');
    expect(answer.notes.join('\n')).toContain(
      '1 repeat customers whose repeat orders brought nothing',
    );
    expect(answer.customers[0]?.monetary).toBe(-3);
    expect(answer.customers[0]?.expectedSpend).toBeGreaterThanOrEqual(0);
  });
});
