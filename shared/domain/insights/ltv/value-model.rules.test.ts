import { describe, expect, it } from 'vitest';
import { buyersOf, TODAY } from '../testing/rule-finds.testing';
import { holdoutDaysOf, reportFit } from './fit-report.rules';
import { ltvSettingsSchema } from './ltv-settings.schema';
import { valuesByModel, valuesByPace } from './member-value.rules';
import { purchaseHistories } from './purchase-history.rules';
import { drawSome, seededRandom } from './seeded-draw';
import { fitValueModel } from './value-model.rules';

const options = { daysPerUnit: 1, moneyUnit: 1, minRepeatCustomers: 50 };
const settings = ltvSettingsSchema.parse({});

/** A crowd of which a third comes back now and then and some stay away for good. */
function crowd(people: number, moneyOf: (repeats: number, person: number) => number) {
  const random = seededRandom(5);
  return buyersOf(
    ...Array.from({ length: people }, (_, person) => {
      const first = TODAY - 30 - Math.floor(random() * 300);
      const pace = 5 + random() * random() * 300;
      const orders = [{ day: first, amountFen: 2000 }];
      for (let day = first + pace; day <= TODAY; day += pace * (0.3 + 1.4 * random())) {
        orders.push({ day: Math.floor(day), amountFen: moneyOf(orders.length, person) });
        if (random() < 0.2) break;
      }
      return orders;
    }),
  );
}
const codesOf = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);

describe('whether the model may be used', () => {
  it('may with enough people who came back, and shows how well it fits', () => {
    const columns = crowd(1500, (_, person) => 2000 + ((person * 131) % 900));
    const now = purchaseHistories(columns, TODAY);
    const holdoutDays = holdoutDaysOf(now);
    expect(holdoutDays).toBe(90);
    const before = purchaseHistories(columns, TODAY - holdoutDays);
    const { fitted, frequencies, holdout } = reportFit({ now, before, holdoutDays, options });
    expect(fitted).toMatchObject({ by: 'bgnbd', customers: 1500, fittedOn: 1500 });
    expect(frequencies).toHaveLength(8);
    const total = (of: 'actual' | 'expected') => frequencies.reduce((sum, it) => sum + it[of], 0);
    expect(total('actual')).toBe(1500);
    expect(total('expected')).toBeCloseTo(1500, 6);
    expect(holdout?.customers).toBe(before.customers);
    expect(holdout?.actual).toBeGreaterThan(0);
    const ratio = (holdout?.expected ?? 0) / (holdout?.actual ?? 1);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('may not with few, with nobody, or with nobody who came back', () => {
    const few = fitValueModel(
      purchaseHistories(
        crowd(40, () => 900),
        TODAY,
      ),
      options,
    );
    expect(few.by).toBe('plain');
    expect(codesOf(few.notes)).toContain('few-repeats');
    const once = buyersOf(...Array.from({ length: 80 }, () => [{ day: TODAY - 9, amountFen: 5 }]));
    expect(fitValueModel(purchaseHistories(once, TODAY), options)).toMatchObject({
      by: 'plain',
      notes: [{ code: 'no-repeats', data: { n: 80 } }],
    });
    expect(fitValueModel(purchaseHistories(buyersOf(), TODAY), options)).toMatchObject({
      by: 'plain',
      notes: [{ code: 'no-buyers' }],
    });
  });

  it('may not where those who buy more often also pay more', () => {
    const random = seededRandom(9);
    const columns = buyersOf(
      ...Array.from({ length: 400 }, () => {
        const repeats = Math.floor(random() * 12);
        return Array.from({ length: repeats + 1 }, (_, at) => ({
          day: TODAY - 200 + at * 16,
          amountFen: 1000 * (1 + repeats),
        }));
      }),
    );
    const fitted = fitValueModel(purchaseHistories(columns, TODAY), options);
    expect(fitted.by).toBe('plain');
    expect(fitted.gammaGamma?.correlation).toBeGreaterThan(0.9);
    expect(codesOf(fitted.notes)).toContain('money-follows-frequency');
  });

  it('says of how many people the money was nothing', () => {
    const columns = crowd(600, (_, person) => (person < 40 ? 0 : 3000 + (person % 77)));
    const { notes } = fitValueModel(purchaseHistories(columns, TODAY), options);
    expect(notes.find(({ code }) => code === 'nothing-earned')?.data?.n).toBeGreaterThan(5);
  });
});

describe('what everybody is worth', () => {
  const model = {
    bgnbd: { r: 0.5, alpha: 30, a: 0.6, b: 2 },
    gammaGamma: { p: 6, q: 4, v: 3000 },
  };
  const columns = crowd(200, () => 2500);
  const histories = purchaseHistories(columns, TODAY);

  it('is less with a discount and with a shorter horizon', () => {
    const worth = (more: object) =>
      valuesByModel(histories, model, { ...settings, ...more }).ltvFen.reduce((a, b) => a + b, 0);
    expect(worth({ discountPerYear: 0.2 })).toBeLessThan(worth({}));
    expect(worth({ discountPerYear: 0.2 })).toBeGreaterThan(worth({}) / 1.2);
    expect(worth({ horizonDays: 90 })).toBeLessThan(worth({}));
  });

  it('is unknown for people without an order, in both ways', () => {
    const nobody = buyersOf([], [{ day: TODAY + 1, amountFen: 5 }]);
    const unknown = [Number.NaN, Number.NaN];
    const none = purchaseHistories(nobody, TODAY);
    expect(Array.from(valuesByModel(none, model, settings).ltvFen)).toEqual(unknown);
    expect(Array.from(valuesByPace(nobody, TODAY, settings).ltvFen)).toEqual(unknown);
  });

  it('carries the recent pace on in the plain way', () => {
    const weekly = Array.from({ length: 13 }, (_, at) => ({ day: TODAY - 7 * at, amountFen: 100 }));
    const longAgo = Array.from({ length: 9 }, (_, at) => ({
      day: TODAY - 200 - at,
      amountFen: 100,
    }));
    const { ltvFen, alive } = valuesByPace(buyersOf(weekly, longAgo), TODAY, settings);
    expect(ltvFen[0]).toBeCloseTo((13 / 85) * 365 * 100, 6);
    expect(ltvFen[1]).toBe(0);
    expect(alive[0]).toBeNaN();
  });
});

it('drawing some of many gives each the same chance and keeps their order', () => {
  const all = Array.from({ length: 1000 }, (_, at) => at);
  const drawn = drawSome(all, 100, 42);
  expect(drawn).toHaveLength(100);
  expect(drawn).toEqual(drawSome(all, 100, 42));
  expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
  const low = drawn.filter((it) => it < 500).length;
  expect(low).toBeGreaterThan(35);
  expect(low).toBeLessThan(65);
});
