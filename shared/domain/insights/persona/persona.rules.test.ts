import { categoryOf, productCategories } from '@shared/domain/products/category.rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buyersOf, randomBuyers, rowsOf, TODAY } from '../testing/rule-finds.testing';
import { personaCategories, personaCells, personaCube } from './persona-cube.rules';
import { personaSettingsSchema } from './persona-settings.schema';

const settings = personaSettingsSchema.parse({});
const cubeOf = (columns: Parameters<typeof personaCube>[0]) =>
  personaCube(columns, TODAY, settings, categoryOf);

describe('the persona cube', () => {
  it('places people by pace, basket and what most of their lines are', () => {
    const daily = Array.from({ length: 28 }, (_, at) => ({
      day: TODAY - at,
      amountFen: 5000,
      products: at % 3 === 0 ? ['土鸡蛋'] : ['有机番茄 500g', '阳光玫瑰葡萄', '有机青菜'],
    }));
    const weekly = [0, 7, 14, 21].map((ago) => ({ day: TODAY - ago, amountFen: 12_001 }));
    const before = [{ day: TODAY - 28, amountFen: 100 }];
    const cube = cubeOf(buyersOf(daily, weekly, before));
    expect(cube.placed).toBe(2);
    expect(personaCells(cube)).toMatchObject([
      { frequency: 'daily', orderValue: 'low', category: 'organic', n: 1, netFen: 140_000 },
      { frequency: 'weekly', orderValue: 'top', category: 'other', n: 1 },
    ]);
    expect(personaCategories(cube)).toEqual([{ key: 'organic' }, { key: 'other' }]);
  });

  it('has cells that sum to everybody placed, whose rules find exactly their people', () => {
    fc.assert(
      fc.property(randomBuyers, (columns) => {
        const cube = cubeOf(columns);
        const cells = personaCells(cube);
        const found = cells.map(({ rule }) => rowsOf(columns, rule, { persona: cube }));
        expect(found.map((rows) => rows.length)).toEqual(cells.map(({ n }) => n));
        expect(found.flat()).toHaveLength(cube.placed);
        expect(new Set(found.flat()).size).toBe(cube.placed);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the named personas', () => {
  it('find the people of whom the case speaks', () => {
    const every = (days: number, amountFen: number, product: string) =>
      Array.from({ length: Math.ceil(28 / days) }, (_, at) => ({
        day: TODAY - Math.floor(at * days),
        amountFen,
        products: [product],
      }));
    const columns = buyersOf(
      every(7 / 3, 4500, '本地青菜 500g'),
      every(1, 8000, '网红蛋黄酥'),
      every(7 / 5, 12_000, '有机牛奶'),
      every(7, 3000, '抽纸'),
    );
    const found = settings.named.map(({ key, rule }) => [key, rowsOf(columns, rule)]);
    expect(found).toEqual([
      ['silver', [0]],
      ['youth', [1]],
      ['middle', [2]],
    ]);
  });

  it('speak of categories that there are', () => {
    const known = new Set(productCategories.map(({ key }) => key));
    const spoken = [...JSON.stringify(settings.named).matchAll(/"category":\[([^\]]*)\]/g)];
    const keys = spoken.flatMap((match) => JSON.parse(`[${match[1]}]`) as string[]);
    expect(keys.length).toBeGreaterThan(2);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });
});

it('bands must rise and have names of their own', () => {
  const of = (frequencyBands: { key: string; fromPerWeek: number }[]) =>
    personaSettingsSchema.safeParse({ frequencyBands }).success;
  expect(
    of([
      { key: 'a', fromPerWeek: 0 },
      { key: 'b', fromPerWeek: 2 },
    ]),
  ).toBe(true);
  expect(
    of([
      { key: 'a', fromPerWeek: 2 },
      { key: 'b', fromPerWeek: 2 },
    ]),
  ).toBe(false);
  expect(
    of([
      { key: 'a', fromPerWeek: 0 },
      { key: 'a', fromPerWeek: 2 },
    ]),
  ).toBe(false);
});
