import { dayNumber } from '@shared/lib/time';
import { describe, expect, it } from 'vitest';
import { arpuOf, arpuRatio, tQuantile975 } from './arpu.rules';
import { expiryDayOf } from './growth-days';
import type { GrowthFacts } from './growth-facts';
import { growthLedger } from './growth-ledger';
import { DEFAULT_GROWTH, withVersion } from './growth-settings.schema';

const day = (text: string) => dayNumber(text);
const at = (text: string) => day(text) * 86_400_000;
const order = (id: string, on: string, refundFen = 0, amountFen = 5000) => ({
  id,
  day: day(on),
  at: at(on),
  amountFen,
  refundFen,
});
const facts = (more: Partial<GrowthFacts>): GrowthFacts => ({
  registeredDays: [day('2026-01-01')],
  orders: [],
  events: [],
  bookings: [],
  ...more,
});
const redeem = (id: string, on: string, points: number) => ({
  id,
  kind: 'redeem' as const,
  points: -points,
  at: at(on),
  day: day(on),
});
const asOf = (on: string, given: GrowthFacts, settings = DEFAULT_GROWTH) =>
  growthLedger(given, settings, day(on));

describe('growth value of one member', () => {
  it('gives 10 for registering, 50 for the first order, 100 for each one after, 30 and 200', () => {
    const events = [
      { id: 's', kind: 'share' as const, day: day('2026-02-01'), at: at('2026-02-01') },
      { id: 'u', kind: 'ugc' as const, day: day('2026-02-02'), at: at('2026-02-02') },
    ];
    const orders = [order('a', '2026-02-03'), order('b', '2026-02-10')];
    const ledger = asOf('2026-03-01', facts({ orders, events }));
    expect(ledger.balance).toBe(10 + 50 + 100 + 30 + 200);
    expect(ledger.level).toBe(1);
    expect(ledger.toNext).toBe(610);
  });

  it('keeps an order pending until its days are over', () => {
    const given = facts({ orders: [order('a', '2026-02-03')] });
    expect(asOf('2026-02-09', given)).toMatchObject({ balance: 10, pending: 50 });
    expect(asOf('2026-02-10', given)).toMatchObject({ balance: 60, pending: 0 });
  });

  it('takes points back with the money: all of them, or pro rata rounded down', () => {
    const half = facts({ orders: [order('a', '2026-02-03'), order('b', '2026-02-04', 1667)] });
    expect(asOf('2026-03-01', half).balance).toBe(10 + 50 + 66);
    const above = facts({ orders: [order('a', '2026-02-03', 9999)] });
    const ledger = asOf('2026-03-01', above);
    expect(ledger.balance).toBe(10);
    expect(ledger.remarks).toEqual({ 'refund-above-amount': 1 });
    expect(ledger.entries.map((it) => [it.kind, it.points])).toEqual([
      ['reversed', -50],
      ['earned', 50],
      ['earned', 10],
    ]);
  });

  it('owes what a refund took back after it was spent, and pays it with the next points', () => {
    const bookings = [redeem('r', '2026-02-20', 60)];
    const spent = facts({ orders: [order('a', '2026-02-03', 5000)], bookings });
    expect(asOf('2026-03-01', spent)).toMatchObject({ balance: -50, remarks: { owes: 50 } });
    const later = facts({ orders: [...spent.orders, order('b', '2026-03-01')], bookings });
    expect(asOf('2026-03-08', later).balance).toBe(50);
  });

  it('runs out first what came first, and never what was spent', () => {
    const bookings = [redeem('r', '2026-02-20', 40)];
    const given = facts({ orders: [order('a', '2026-02-03'), order('b', '2026-06-03')], bookings });
    // 10 + 50 − 40 left of the first two lots: all 10 and 30 of 50 were spent.
    expect(asOf('2027-01-20', given).balance).toBe(120);
    expect(asOf('2027-02-10', given).balance).toBe(100);
    expect(asOf('2027-01-20', given).expiring).toBe(20);
    const gone = asOf('2027-06-10', given);
    expect(gone.balance).toBe(0);
    const expired = gone.entries.filter((it) => it.kind === 'expired').map((it) => it.points);
    expect(expired).toEqual([-100, -20]);
  });

  it('does not cost a level to redeem, but it does to let points run out', () => {
    const orders = ['02-03', '02-10', '02-17', '02-24'].map((it, n) => order(`${n}`, `2026-${it}`));
    const given = facts({ orders, bookings: [redeem('r', '2026-03-20', 200)] });
    expect(asOf('2026-04-01', given)).toMatchObject({ balance: 160, standing: 360, level: 1 });
    expect(asOf('2027-03-10', given)).toMatchObject({ standing: 0, level: 0 });
    const keep = { ...DEFAULT_GROWTH, downgrade: 'keep' as const };
    expect(asOf('2027-03-10', given, keep)).toMatchObject({ standing: 0, level: 1 });
  });

  it('never judges the past by new rules', () => {
    const settings = {
      ...DEFAULT_GROWTH,
      versions: withVersion(
        DEFAULT_GROWTH,
        {
          points: { register: 1, firstOrder: 5, repurchase: 7, share: 3, ugc: 2 },
          perDay: {},
          pendingDays: 0,
          expiryMonths: 0,
        },
        '2026-03-01',
        false,
      ),
    };
    const before = facts({ orders: [order('a', '2026-02-03'), order('b', '2026-02-28')] });
    expect(asOf('2026-04-01', before, settings)).toEqual(asOf('2026-04-01', before));
    const after = facts({ orders: [...before.orders, order('c', '2026-03-01')] });
    expect(asOf('2026-04-01', after, settings).balance).toBe(10 + 50 + 100 + 7);
  });

  it('tells what is odd instead of counting it', () => {
    const given = facts({
      registeredDays: [day('2026-02-01'), day('2026-01-20')],
      orders: [
        order('free', '2026-02-02', 0, 0),
        order('early', '2025-12-01'),
        order('f', '2026-09-01'),
      ],
      bookings: [
        { ...redeem('late', '2026-08-01', 5) },
        { ...redeem('loose', '2026-02-05', 5), points: 5, cancels: 'nothing' },
      ],
    });
    const { balance, remarks } = asOf('2026-03-01', given);
    expect(balance).toBe(10 + 50 - 5);
    expect(remarks).toEqual({
      'registered-twice': 1,
      'nothing-paid': 1,
      'before-registration': 1,
      'future-order': 1,
      'future-booking': 1,
      'loose-cancellation': 1,
    });
  });

  it('counts no more than so many a day', () => {
    const events = Array.from({ length: 5 }, (_, n) => ({
      id: `${n}`,
      kind: 'share' as const,
      day: day('2026-02-01'),
      at: at('2026-02-01') + n,
    }));
    const ledger = asOf('2026-03-01', facts({ events }));
    expect(ledger.balance).toBe(10 + 90);
    expect(ledger.remarks).toEqual({ 'above-daily-limit': 2 });
  });

  it('counts months by the calendar', () => {
    expect(expiryDayOf(day('2026-01-31'), 1)).toBe(day('2026-02-28'));
    expect(expiryDayOf(day('2024-02-29'), 12)).toBe(day('2025-02-28'));
    expect(expiryDayOf(day('2026-11-30'), 3)).toBe(day('2027-02-28'));
  });
});

describe('revenue per person by level', () => {
  it('has Student’s interval', () => {
    // Tables: t(0.975, 29) = 2.04523, t(0.975, 99) = 1.98422.
    expect(tQuantile975(29)).toBeCloseTo(2.04523, 3);
    expect(tQuantile975(99)).toBeCloseTo(1.98422, 4);
    const values = Array.from({ length: 40 }, (_, n) => n * 100);
    const sum = values.reduce((a, b) => a + b, 0);
    const squares = values.reduce((a, b) => a + b * b, 0);
    const figure = arpuOf({ n: 40, sum, squares });
    expect(figure.meanFen).toBe(1950);
    // s = 1169.045, s / √40 = 184.842, t(0.975, 39) = 2.02269.
    expect(figure.lowFen).toBeCloseTo(1950 - 373.88, 1);
    expect(arpuOf({ n: 29, sum, squares }).lowFen).toBeUndefined();
  });

  it('compares two groups, and says nothing when one is empty', () => {
    expect(arpuRatio({ n: 0, sum: 0, squares: 0 }, { n: 5, sum: 5, squares: 5 })).toBeUndefined();
    const top = { n: 50, sum: 50 * 320, squares: 50 * 320 * 320 };
    const rest = { n: 50, sum: 50 * 100, squares: 50 * 100 * 100 };
    expect(arpuRatio(top, rest)).toEqual({ value: 3.2, low: 3.2, high: 3.2 });
  });
});
