import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ltvSettingsSchema } from '../ltv/ltv-settings.schema';
import { valuesByModel, valuesByPace } from '../ltv/member-value.rules';
import { purchaseHistories } from '../ltv/purchase-history.rules';
import { buyersOf, netOf, randomBuyers, rowsOf, TODAY } from '../testing/rule-finds.testing';
import { quadrantFigures, quadrantPoints } from './quadrant-figures.rules';
import { quadrantSettingsSchema } from './quadrant-settings.schema';
import { placeInQuadrants, quadrantFacts } from './quadrants.rules';

const ltv = ltvSettingsSchema.parse({});
const settings = quadrantSettingsSchema.parse({ margin: 0.3, costPerOrderFen: 50 });
const model = {
  bgnbd: { r: 0.5, alpha: 20, a: 0.8, b: 2.4 },
  gammaGamma: { p: 6, q: 4, v: 4000 },
};

describe('quadrants', () => {
  it('take in everybody with an order exactly once, and their rules find exactly these people', () => {
    const tables = fc.constantFrom(
      settings.table,
      [{ quadrant: 'top', arpuFrom: 1 } as const],
      [
        { quadrant: 'basin', ltvBelow: 1, isSilent: false } as const,
        { quadrant: 'churn' } as const,
      ],
    );
    fc.assert(
      fc.property(randomBuyers, tables, fc.boolean(), (columns, table, byModel) => {
        const values = byModel
          ? valuesByModel(purchaseHistories(columns, TODAY), model, ltv)
          : valuesByPace(columns, TODAY, ltv);
        const facts = quadrantFacts(columns, TODAY, settings.arpuDays, values);
        const placed = placeInQuadrants(facts, values, { ...settings, table });
        const figures = quadrantFigures(facts, values, placed, settings);
        const found = figures.map(({ rule }) => rowsOf(columns, rule, { quadrant: placed }));
        expect(found.map((rows) => rows.length)).toEqual(figures.map(({ n }) => n));
        expect(found.flat()).toHaveLength(facts.buyers);
        figures.forEach(({ netFen }, at) => {
          const own = (found[at] ?? []).map((row) => netOf(columns, row, TODAY - 89));
          expect(netFen).toBe(own.reduce((all, net) => all + net, 0));
        });
        const shares = figures.map(({ shareOfNet }) => shareOfNet);
        if (shares[0] !== undefined) {
          expect(shares.reduce<number>((all, share) => all + (share ?? 0), 0)).toBeCloseTo(1, 9);
        }
        expect(quadrantPoints(facts, values, placed)).toHaveLength(facts.buyers);
      }),
      { numRuns: 60 },
    );
  });

  it('are read from the top of the table', () => {
    const often = Array.from({ length: 12 }, (_, at) => ({ day: TODAY - 7 * at, amountFen: 9000 }));
    const seldom = [0, 40, 80].map((ago) => ({ day: TODAY - ago, amountFen: 1000 }));
    const gone = [{ day: TODAY - 90, amountFen: 90_000 }];
    const columns = buyersOf(often, seldom, seldom, gone, []);
    const values = valuesByPace(columns, TODAY, ltv);
    const facts = quadrantFacts(columns, TODAY, 90, values);
    expect(facts.medianArpuFen).toBe(3000);
    const { of, values: names } = placeInQuadrants(facts, values, settings);
    expect(Array.from(of, (code) => names[code - 1])).toEqual([
      'top',
      'potential',
      'potential',
      'churn',
      undefined,
    ]);
  });

  it('share no profit where there is none', () => {
    const columns = buyersOf([{ day: TODAY, amountFen: 100, refundFen: 900 }]);
    const values = valuesByPace(columns, TODAY, ltv);
    const facts = quadrantFacts(columns, TODAY, 90, values);
    const placed = placeInQuadrants(facts, values, settings);
    const [first] = quadrantFigures(facts, values, placed, settings).filter(({ n }) => n > 0);
    expect(first).toMatchObject({ netFen: -800, shareOfNet: undefined, shareOfProfit: undefined });
    expect(values.ltvFen[0]).toBe(0);
  });
});
