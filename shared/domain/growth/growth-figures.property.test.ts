import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrowthBooking } from './growth-facts';
import { factsOfRow, growthOfAll, levelColumn, NO_LEVEL } from './growth-figures';
import { growthLedger } from './growth-ledger';
import { DEFAULT_GROWTH, type GrowthSettings } from './growth-settings.schema';
import { columnsOf, type Somebody } from './testing/columns-of';

const TODAY = 20_000;
const day = fc.integer({ min: TODAY - 800, max: TODAY + 15 });

const somebody: fc.Arbitrary<Somebody> = fc.record({
  isHere: fc.boolean(),
  knownDay: day,
  orders: fc.array(
    fc.record({
      day,
      ms: fc.integer({ min: 0, max: 3 }),
      amountFen: fc.integer({ min: -10, max: 5000 }),
      refundFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6000 })),
    }),
    { maxLength: 15 },
  ),
  events: fc.array(
    fc.record({ kind: fc.constantFrom('share', 'ugc', 'checkIn'), day, ms: fc.nat(3) }),
    { maxLength: 10 },
  ),
});

const booking = fc
  .record({
    day,
    points: fc.integer({ min: -200, max: 200 }).filter((it) => it !== 0),
    n: fc.nat(),
  })
  .map(({ day: on, points, n }): GrowthBooking => {
    const kind = points < 0 && n % 2 === 0 ? 'redeem' : 'adjust';
    return { id: `b${n}`, kind, points, day: on, at: on * 86_400_000 };
  });

const [standard] = DEFAULT_GROWTH.versions;
const settings: fc.Arbitrary<GrowthSettings> = fc
  .tuple(fc.boolean(), fc.constantFrom('follow' as const, 'keep' as const), fc.nat(3))
  .map(([isChanged, downgrade, expiryMonths]) => ({
    ...DEFAULT_GROWTH,
    downgrade,
    versions:
      standard && isChanged
        ? [standard, { ...standard, from: '2024-01-01', pendingDays: 2, expiryMonths }]
        : DEFAULT_GROWTH.versions,
  }));

describe('growth value of everybody at once', () => {
  it('is what the ledger says of each', () => {
    fc.assert(
      fc.property(
        fc.array(somebody, { maxLength: 12 }),
        fc.dictionary(
          fc.integer({ min: 0, max: 11 }).map(String),
          fc.array(booking, { maxLength: 4 }),
        ),
        settings,
        (people, booked, rules) => {
          const columns = columnsOf(people);
          const bookings = new Map(
            Object.entries(booked).map(([row, list]) => [
              Number(row),
              list.map((it, n) => ({ ...it, id: `${it.id}.${n}` })),
            ]),
          );
          const all = growthOfAll(columns, bookings, rules, TODAY);
          const levels = levelColumn(all, rules);
          for (const [row, person] of people.entries()) {
            if (!person.isHere) {
              expect(all.level[row]).toBe(NO_LEVEL);
              expect(levels.of[row]).toBe(0);
              continue;
            }
            const ledger = growthLedger(
              factsOfRow(columns, row, bookings.get(row) ?? []),
              rules,
              TODAY,
            );
            expect([
              all.balance[row],
              all.pending[row],
              all.expiring[row],
              all.standing[row],
              all.level[row],
            ]).toEqual([
              ledger.balance,
              ledger.pending,
              ledger.expiring,
              ledger.standing,
              ledger.level,
            ]);
            expect(levels.values[(levels.of[row] ?? 0) - 1]).toBe(rules.levels[ledger.level]?.key);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
