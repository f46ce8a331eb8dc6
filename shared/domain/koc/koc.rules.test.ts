import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testPeople } from './koc.testing';
import { type EffectDay, kocEffect } from './koc-effect.rules';
import { kocSums } from './koc-facts.rules';
import { followersOf } from './koc-followers.rules';
import { kocScore } from './koc-score.rules';
import { DEFAULT_KOC_SETTINGS, KOC_PARTS } from './koc-settings.schema';

const ALL = { answers: true, ugc: true, orders: true, followers: true };

describe('the score of a core member', () => {
  it('adds up as it would on paper', () => {
    const facts = { answers: 5, ugc: 20, orders: 3, followers: 4 };
    // 30 × 5/10 + 30 × 1 + 15 × 3/12 + 25 × 4/20 = 15 + 30 + 3.75 + 5.
    expect(kocScore(facts, DEFAULT_KOC_SETTINGS, ALL).score).toBeCloseTo(53.75, 9);
    // Without any post of anybody the other 70 count as 100: 23.75 ÷ 0.7.
    const less = kocScore(facts, DEFAULT_KOC_SETTINGS, { ...ALL, ugc: false });
    expect(less.score).toBeCloseTo(23.75 / 0.7, 9);
    const none = { answers: false, ugc: false, orders: false, followers: false };
    expect(kocScore(facts, DEFAULT_KOC_SETTINGS, none).score).toBeUndefined();
  });

  it('stays within 0–100, is the sum of its parts, and never falls when somebody does more', () => {
    const counts = fc.record({
      answers: fc.nat(50),
      ugc: fc.nat(50),
      orders: fc.nat(50),
      followers: fc.double({ min: 0, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(counts, fc.constantFrom(...KOC_PARTS), fc.nat(9), (facts, part, more) => {
        const { score = -1, parts } = kocScore(facts, DEFAULT_KOC_SETTINGS, ALL);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
        expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const grown = { ...facts, [part]: facts[part] + more };
        expect(kocScore(grown, DEFAULT_KOC_SETTINGS, ALL).score).toBeGreaterThanOrEqual(
          score - 1e-9,
        );
      }),
    );
  });
});

describe('what everybody did', () => {
  it('shares the orders of a group’s day among those who posted, never with themselves', () => {
    const columns = testPeople(
      ['g1', 'g2'],
      [
        // Posts on day 10 in g1 and orders there that day.
        { posts: [[10, 'ugc', 1]], orders: [10], stays: [[1, 0]] },
        { posts: [[10, 'answer', 1]], orders: [], stays: [[1, 0]] },
        // Inside both groups: half of the order belongs to g1. Day 11 had no post.
        {
          posts: [],
          orders: [10, 11],
          stays: [
            [1, 0],
            [2, 0],
          ],
        },
        { posts: [], orders: [10, 40], stays: [[1, 0, 20]] },
        // Left before.
        { posts: [], orders: [10], stays: [[1, 0, 10]] },
      ],
    );
    const sums = kocSums(columns, { fromDay: 5, toDay: 30 });
    expect([...sums.ugc]).toEqual([1, 0, 0, 0, 0]);
    expect([...sums.answers]).toEqual([0, 1, 0, 0, 0]);
    expect([...sums.orders]).toEqual([1, 0, 2, 1, 1]);
    // In g1 on day 10: 1 + ½ + 1 = 2.5; the first: (2.5 − 1) ÷ 2, the second: 2.5 ÷ 2.
    expect([...sums.followers]).toEqual([0.75, 1.25, 0, 0, 0]);
  });
});

describe('those who follow somebody', () => {
  const kind = fc.constantFrom(
    'ugc' as const,
    'answer' as const,
    'share' as const,
    'open' as const,
  );
  const person = fc.record({
    posts: fc.array(
      fc.tuple(fc.integer({ min: 1, max: 12 }), kind, fc.integer({ min: 0, max: 2 })),
    ),
    orders: fc.array(fc.integer({ min: 1, max: 12 })),
    stays: fc.subarray([
      [1, 0, 8] as [number, number, number],
      [2, 3, 13] as [number, number, number],
    ]),
  });

  it('have shares that add up to the figure of the score, never oneself, on days of a post', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), (people) => {
        const columns = testPeople(['g1', 'g2'], people);
        const span = { fromDay: 2, toDay: 11 };
        const { followers } = kocSums(columns, span);
        people.forEach((_, row) => {
          const found = followersOf(columns, span, row);
          const sum = found.reduce((total, { share }) => total + share, 0);
          expect(sum).toBeCloseTo(followers[row] ?? 0, 9);
          for (const { row: other, orders, days, postDays, otherDays } of found) {
            expect(other).not.toBe(row);
            expect(days.length).toBeLessThanOrEqual(Math.min(orders, postDays));
            expect(postDays + otherDays).toBeLessThanOrEqual(10);
          }
        });
      }),
    );
  });

  it('are told with their days, and with what they order on the others', () => {
    const columns = testPeople(
      ['g1'],
      [
        {
          posts: [
            [10, 'ugc', 1],
            [12, 'answer', 1],
          ],
          orders: [10],
          stays: [[1, 0]],
        },
        { posts: [[10, 'share', 1]], orders: [], stays: [[1, 0]] },
        { posts: [], orders: [10, 11, 12, 12], stays: [[1, 9]] },
      ],
    );
    // Two posted on day 10: half of that order; both of day 12.
    expect(followersOf(columns, { fromDay: 5, toDay: 14 }, 0)).toEqual([
      { row: 2, orders: 3, share: 2.5, days: [10, 12], postDays: 2, otherDays: 4, otherOrders: 1 },
    ]);
  });
});

describe('the effect on those around', () => {
  const day = (at: number, orders: number, isPost: boolean, others?: number): EffectDay => ({
    day: at,
    people: 50,
    orders,
    active: orders,
    isPost,
    ...(others !== undefined && {
      others: { ordersPerHundred: others, activePerHundred: others },
    }),
  });

  it('is the difference of daily rates with its interval, against own days and other groups', () => {
    const on = [6, 8, 7, 9, 10].map((orders, at) => day(at, orders, true, 10));
    const off = [4, 5, 3, 4, 4].map((orders, at) => day(at + 5, orders, false, 10));
    const { orders, warnings } = kocEffect([...on, ...off]);
    // Per 100 people: 16 against 8; variances 10 and 2, so the error is √(2 + 0.4).
    expect(orders.againstOwn).toMatchObject({ postDays: 5, otherDays: 5, onPostDays: 16 });
    expect(orders.againstOwn.diff).toBeCloseTo(8, 9);
    const half = (orders.againstOwn.high ?? 0) - 8;
    // df by Satterthwaite: 2.4² ÷ (2²/4 + 0.4²/4) = 5.54; t(0.975) = 2.497.
    expect(half / Math.sqrt(2.4)).toBeCloseTo(2.497, 2);
    expect(orders.againstOthers.diff).toBeCloseTo(8, 9);
    expect(warnings).toContain('notByLot');
  });

  it('takes off what other groups did on the same days', () => {
    const on = [6, 8, 7, 9, 10].map((orders, at) => day(at, orders, true, orders * 2 - 1));
    const off = [4, 5, 3, 4, 4].map((orders, at) => day(at + 5, orders, false, orders * 2 - 1));
    const jitter = [...on, ...off].map((it, at) => ({ ...it, orders: it.orders + (at % 2) }));
    const { againstOthers } = kocEffect(jitter).orders;
    expect(Math.abs(againstOthers.diff ?? 99)).toBeLessThan(1);
    expect((againstOthers.low ?? 1) < 0 && (againstOthers.high ?? -1) > 0).toBe(true);
  });

  it('says that it does not know with few days, without other groups or without spread', () => {
    const few = [1, 2, 3, 4].map((at) => day(at, 5, true));
    expect(kocEffect(few).orders.againstOwn).toEqual({
      postDays: 4,
      otherDays: 0,
      onPostCount: 20,
      onOtherCount: 0,
      onPostDays: 10,
      reason: 'tooFew',
    });
    expect(kocEffect(few).orders.againstOthers).toMatchObject({ postDays: 0, reason: 'tooFew' });
    const flat = Array.from({ length: 12 }, (_, at) => day(at, 5, at % 2 === 0));
    expect(kocEffect(flat).orders.againstOwn.reason).toBe('noVariation');
    const weekly = Array.from({ length: 70 }, (_, at) => day(at, at % 5, at % 7 === 3));
    expect(kocEffect(weekly).warnings).toContain('sameWeekday');
  });
});
