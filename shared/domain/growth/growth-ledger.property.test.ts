import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrowthBooking, GrowthFacts } from './growth-facts';
import { growthLedger } from './growth-ledger';
import { type GrowthSettings, growthSettingsSchema } from './growth-settings.schema';

const TODAY = 20_000;
const day = fc.integer({ min: TODAY - 900, max: TODAY + 20 });
const points = fc.integer({ min: 0, max: 300 });
const times = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });

const version = fc.record({
  points: fc.record({
    register: points,
    firstOrder: points,
    repurchase: points,
    share: points,
    ugc: points,
  }),
  perDay: fc.record({ repurchase: times, share: times, ugc: times }),
  pendingDays: fc.integer({ min: 0, max: 20 }),
  expiryMonths: fc.integer({ min: 0, max: 14 }),
});

const settings: fc.Arbitrary<GrowthSettings> = fc
  .record({
    versions: fc.tuple(version, version),
    count: fc.integer({ min: 1, max: 2 }),
    downgrade: fc.constantFrom('follow' as const, 'keep' as const),
  })
  .map(({ versions, count, downgrade }) =>
    growthSettingsSchema.parse({
      versions: versions
        .slice(0, count)
        .map((it, at) => ({ ...it, from: at === 0 ? '2000-01-01' : '2024-01-01' })),
      levels: [
        { key: 'plain', from: 0 },
        { key: 'silver', from: 300 },
        { key: 'gold', from: 1000 },
      ],
      downgrade,
    }),
  );

const orders = fc
  .array(
    fc.record({
      day,
      ms: fc.integer({ min: 0, max: 5 }),
      amountFen: fc.integer({ min: 0, max: 9000 }),
      refundFen: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10_000 })),
    }),
    { maxLength: 25 },
  )
  .map((list) =>
    list.map(({ ms, ...order }, at) => ({
      ...order,
      id: `o${at}`,
      at: order.day * 86_400_000 + ms,
    })),
  );

const events = fc
  .array(
    fc.record({ kind: fc.constantFrom('share' as const, 'ugc' as const), day, ms: fc.nat(5) }),
    { maxLength: 15 },
  )
  .map((list) =>
    list.map(({ ms, ...event }, at) => ({
      ...event,
      id: `e${at}`,
      at: event.day * 86_400_000 + ms,
    })),
  );

const bookings = fc
  .array(
    fc.record({
      day,
      points: fc.integer({ min: -400, max: 400 }).filter((it) => it !== 0),
      isRedemption: fc.boolean(),
      isCancelled: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((list) =>
    list.flatMap((it, n): GrowthBooking[] => {
      const isRedemption = it.isRedemption && it.points < 0;
      const common = { day: it.day, at: it.day * 86_400_000 };
      const own: GrowthBooking = {
        ...common,
        id: `b${n}`,
        kind: isRedemption ? 'redeem' : 'adjust',
        points: it.points,
      };
      if (!isRedemption || !it.isCancelled) return [own];
      const back = { id: `c${n}`, kind: 'redeem' as const, points: -it.points, cancels: own.id };
      return [own, { ...common, at: common.at + 1, ...back }];
    }),
  );

const facts: fc.Arbitrary<GrowthFacts> = fc.record({
  registeredDays: fc.array(day, { maxLength: 2 }),
  orders,
  events,
  bookings,
});

describe('the ledger of growth value, whatever the facts', () => {
  it('balances: what settled and was booked sums to the balance', () => {
    fc.assert(
      fc.property(facts, settings, (given, rules) => {
        const ledger = growthLedger(given, rules, TODAY);
        const settled = ledger.entries.filter((entry) => !entry.isPending);
        expect(settled.reduce((sum, entry) => sum + entry.points, 0)).toBe(ledger.balance);
        const pending = ledger.entries.filter((entry) => entry.isPending);
        expect(pending.reduce((sum, entry) => sum + entry.points, 0)).toBe(ledger.pending);
        expect(ledger.expiring).toBeLessThanOrEqual(Math.max(0, ledger.balance));
        expect(new Set(ledger.entries.map((entry) => entry.id)).size).toBe(ledger.entries.length);
      }),
    );
  });

  it('is the same however the facts are ordered', () => {
    const shuffled = fc
      .tuple(facts, fc.infiniteStream(fc.nat()))
      .map(([given, luck]): [GrowthFacts, GrowthFacts] => {
        const mix = <T>(list: readonly T[]) =>
          list
            .map((it) => ({ it, key: luck.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ it }) => it);
        return [
          given,
          {
            registeredDays: mix(given.registeredDays),
            orders: mix(given.orders),
            events: mix(given.events),
            bookings: mix(given.bookings),
          },
        ];
      });
    fc.assert(
      fc.property(shuffled, settings, ([given, mixed], rules) => {
        expect(growthLedger(mixed, rules, TODAY)).toEqual(growthLedger(given, rules, TODAY));
      }),
    );
  });

  it('never falls below zero by redeeming what the balance allowed at the time', () => {
    fc.assert(
      fc.property(
        facts,
        settings,
        fc.array(fc.integer({ min: 1, max: 500 })),
        (given, rules, wishes) => {
          const start = { ...given, bookings: [] as GrowthBooking[] };
          for (const [n, wish] of wishes.entries()) {
            const { balance } = growthLedger(start, rules, TODAY);
            if (wish > balance) continue;
            start.bookings.push({
              id: `r${n}`,
              kind: 'redeem',
              points: -wish,
              day: TODAY,
              at: TODAY * 86_400_000 + n,
            });
          }
          for (const later of [0, 1, 10, 100, 400]) {
            expect(growthLedger(start, rules, TODAY + later).balance).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('never lets run out what was spent: expired and spent never exceed what came in', () => {
    fc.assert(
      fc.property(facts, settings, (given, rules) => {
        const { entries, balance } = growthLedger(given, rules, TODAY);
        const sum = (kinds: string[]) =>
          entries
            .filter((entry) => !entry.isPending && kinds.includes(entry.kind))
            .reduce((total, entry) => total + entry.points, 0);
        const spent = -entries
          .filter(
            (it) =>
              !it.isPending && it.points < 0 && (it.kind === 'redeem' || it.kind === 'adjust'),
          )
          .reduce((total, it) => total + it.points, 0);
        const cancelled = sum(['cancel']);
        const came =
          sum(['earned', 'reversed']) +
          entries
            .filter((it) => it.kind === 'adjust' && it.points > 0)
            .reduce((t, it) => t + it.points, 0);
        const owed = Math.max(0, -balance);
        expect(-sum(['expired']) + spent - cancelled).toBeLessThanOrEqual(came + owed);
      }),
    );
  });

  it('comes back to what it was when a refund is taken back', () => {
    fc.assert(
      fc.property(facts, settings, fc.nat(), (given, rules, pick) => {
        const clean = { ...given, orders: given.orders.map((it) => ({ ...it, refundFen: 0 })) };
        const before = growthLedger(clean, rules, TODAY);
        const at = clean.orders.length === 0 ? -1 : pick % clean.orders.length;
        const refund = clean.orders.map((it, n) =>
          n === at ? { ...it, refundFen: it.amountFen } : it,
        );
        const refunded = growthLedger({ ...clean, orders: refund }, rules, TODAY);
        expect(refunded.standing).toBeLessThanOrEqual(before.standing);
        const back = refund.map((it) => ({ ...it, refundFen: 0 }));
        expect(growthLedger({ ...clean, orders: back }, rules, TODAY)).toEqual(before);
      }),
    );
  });

  it('is the same with a redemption that was taken back as without it', () => {
    fc.assert(
      fc.property(facts, settings, (given, rules) => {
        const cancels = new Set(given.bookings.flatMap((it) => it.cancels ?? []));
        const without = given.bookings.filter(
          (it) => it.cancels === undefined && !cancels.has(it.id),
        );
        const a = growthLedger(given, rules, TODAY);
        const b = growthLedger({ ...given, bookings: without }, rules, TODAY);
        expect([a.balance, a.standing, a.expiring, a.level]).toEqual([
          b.balance,
          b.standing,
          b.expiring,
          b.level,
        ]);
      }),
    );
  });
});
