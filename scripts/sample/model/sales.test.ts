import { orderSchema } from '@shared/domain/orders/order.schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayNumber, dayOf, timeText, weekdayOf } from '../clock';
import { CATALOGUE } from '../goods/catalogue';
import { PERSONAS, type Persona } from '../personas';
import { withDefaults } from './options';
import { everybody, type Person } from './people';
import { generateOrders, generateSales, type Sale } from './sales';

const options = withDefaults({ members: 1500, orders: 24_000, seed: 3, days: 364 });
let people: Person[] = [];
let sales: Sale[] = [];

beforeAll(() => {
  people = everybody(options);
  sales = [...generateSales(options, people)].flat();
});

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;
const shareOf = (isCounted: (sale: Sale) => boolean): number =>
  sales.filter(isCounted).length / sales.length;

/** Households only: shops buy several baskets at once. */
const basketsOf = (persona: Persona): number[] =>
  sales
    .filter(({ person }) => person.persona === persona && person.member.identity === 'consumer')
    .map(({ goodsFen }) => goodsFen);

describe('the orders of a sample', () => {
  it('are as many as asked for, fit the schema and add up', () => {
    expect(sales).toHaveLength(24_000);
    for (const { order } of sales.slice(0, 500)) expect(orderSchema.parse(order)).toEqual(order);
    const wrong = sales.filter(({ order, goodsFen, discountFen, shippingFen }) => {
      const linesFen = order.lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0);
      const isSum = order.amountFen === goodsFen - discountFen + shippingFen;
      return linesFen !== goodsFen || !isSum || order.refundFen > order.amountFen;
    });
    expect(wrong).toEqual([]);
  });

  it('come in the order of their times, inside the history, with ids that rise', () => {
    const times = sales.map(({ order }) => order.orderedAt);
    const ids = sales.map(({ order }) => order.id);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(sales.map(({ order }) => order.externalNo)).size).toBe(ids.length);
    expect(dayOf(times.at(-1) ?? 0)).toBeLessThanOrEqual(dayNumber('2026-11-20'));
    expect(dayOf(times[0] ?? 0)).toBeGreaterThanOrEqual(dayNumber('2026-11-20') - 363);
  });

  it('belong to members who had joined and had not left', () => {
    const wrong = sales.filter(
      ({ order, person }) =>
        order.memberId !== person.member.id ||
        order.orderedAt <= (person.member.joinedAt ?? 0) ||
        dayOf(order.orderedAt) > person.goneDay,
    );
    expect(wrong).toEqual([]);
  });

  it('are more on weekends and most between 20 and 22 o’clock', () => {
    const weekend = shareOf(({ order }) => [0, 6].includes(weekdayOf(dayOf(order.orderedAt))));
    expect(weekend).toBeGreaterThan(0.32);
    expect(weekend).toBeLessThan(0.42);
    const perHour = new Array<number>(24).fill(0);
    for (const { order } of sales) {
      const hour = Number(timeText(order.orderedAt).slice(11, 13));
      perHour[hour] = (perHour[hour] ?? 0) + 1;
    }
    const busiest = [...perHour.keys()].sort((a, b) => (perHour[b] ?? 0) - (perHour[a] ?? 0));
    expect(busiest.slice(0, 2).sort()).toEqual([20, 21]);
    const evening = ((perHour[20] ?? 0) + (perHour[21] ?? 0)) / sales.length;
    expect(evening).toBeGreaterThan(0.25);
    expect(evening).toBeLessThan(0.45);
  });

  it('are repeated as often as the personas differ: 3 to 7 to 5', () => {
    const perHead = Object.fromEntries(
      PERSONAS.map((persona) => {
        const all = people.filter((person) => person.persona === persona).length;
        return [persona, sales.filter((sale) => sale.person.persona === persona).length / all];
      }),
    ) as Record<Persona, number>;
    expect(perHead.youth / perHead.silver).toBeGreaterThan(1.8);
    expect(perHead.youth / perHead.silver).toBeLessThan(3);
    expect(perHead.middle / perHead.silver).toBeGreaterThan(1.3);
    expect(perHead.middle / perHead.silver).toBeLessThan(2.1);
    expect(perHead.youth).toBeGreaterThan(perHead.middle);
  });

  it('come back sooner from whoever buys more', () => {
    const gapDays = (persona: Persona): number => {
      const last = new Map<string, number>();
      const gaps: number[] = [];
      for (const { order, person } of sales) {
        if (person.persona !== persona) continue;
        const before = last.get(order.memberId);
        if (before !== undefined) gaps.push((order.orderedAt - before) / 86_400_000);
        last.set(order.memberId, order.orderedAt);
      }
      return mean(gaps);
    };
    expect(gapDays('silver')).toBeGreaterThan(1.25 * gapDays('middle'));
    expect(gapDays('middle')).toBeGreaterThan(1.05 * gapDays('youth'));
  });

  it('fill baskets of at most ¥50, about ¥80 and about ¥120', () => {
    const silver = basketsOf('silver');
    expect(Math.max(...silver)).toBeLessThanOrEqual(5000);
    expect(mean(silver)).toBeGreaterThan(2500);
    expect(Math.abs(mean(basketsOf('youth')) - 8000)).toBeLessThan(800);
    expect(Math.abs(mean(basketsOf('middle')) - 12_000)).toBeLessThan(1200);
  });

  it('hold what each persona likes', () => {
    const categoryOf = new Map(CATALOGUE.map(({ name, category }) => [name, category]));
    const likes = (persona: Persona, categories: readonly string[]): number => {
      const lines = sales
        .filter(({ person }) => person.persona === persona)
        .flatMap(({ order }) => order.lines);
      const liked = lines.filter((line) => categories.includes(categoryOf.get(line.product) ?? ''));
      return liked.length / lines.length;
    };
    expect(likes('silver', ['叶菜', '根茎瓜果', '菌菇豆制品'])).toBeGreaterThan(0.6);
    expect(likes('youth', ['网红新品', '烘焙乳品'])).toBeGreaterThan(0.45);
    expect(likes('middle', ['有机'])).toBeGreaterThan(0.25);
    expect(likes('middle', ['有机'])).toBeGreaterThan(5 * likes('silver', ['有机']));
  });

  it('hold nothing out of season', () => {
    const seasons = new Map(CATALOGUE.map(({ name, months }) => [name, months]));
    const wrong = sales.filter(({ order }) => {
      const month = Number(timeText(order.orderedAt).slice(5, 7));
      return order.lines.some(({ product }) => seasons.get(product)?.includes(month) === false);
    });
    expect(wrong).toEqual([]);
  });

  it('are paid back in about two of a hundred and called off in about as many', () => {
    const refunded = shareOf(({ order }) => order.refundFen > 0);
    expect(refunded).toBeGreaterThan(0.014);
    expect(refunded).toBeLessThan(0.026);
    const cancelled = shareOf(({ order }) => order.status === 'cancelled');
    expect(cancelled).toBeGreaterThan(0.015);
    expect(cancelled).toBeLessThan(0.03);
  });

  it('are the same rows in chunks of any size', () => {
    const small = { members: 200, orders: 1000, seed: 8 };
    const chunks = [...generateOrders({ ...small, chunkSize: 300 })];
    expect(chunks.map((chunk) => chunk.length)).toEqual([300, 300, 300, 100]);
    expect(chunks.flat()).toEqual([...generateOrders(small)].flat());
    expect(chunks.flat()).not.toEqual([...generateOrders({ ...small, seed: 9 })].flat());
  });

  it('can be had for the smallest groups and the shortest histories', () => {
    for (const [members, orders, days] of [
      [1, 1, 1],
      [1, 50, 2],
      [3, 500, 7],
    ] as const) {
      const rows = [...generateOrders({ members, orders, days })].flat();
      expect(rows).toHaveLength(orders);
    }
  });
});
