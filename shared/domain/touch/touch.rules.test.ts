import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueRows, isOfPlan, stageStateOf } from './due.rules';
import { isHeldOut, lotFor, lotOf, lotsOf } from './hold-out.rules';
import { crowdedStages, openPlans } from './plan-overlap.rules';
import { newcomersNeeded, type TouchedPerson, touchResult } from './results.rules';
import type { TouchStage } from './touch.schema';
import { fillTouchText, unfilledIn } from './touch-text.rules';

const text = { zh: '', en: '' };
const stage = (key: string, day: number, graceDays: number): TouchStage => ({
  key,
  day,
  graceDays,
  channel: 'wechat',
  label: text,
  text,
});

describe('when a stage is due', () => {
  it('counts whole days from the day of the first order', () => {
    const d3 = { day: 3, graceDays: 2 };
    const states = [102, 103, 104, 105, 106].map((today) => stageStateOf(100, d3, today));
    expect(states).toEqual(['ahead', 'due', 'overdue', 'overdue', 'missed']);
  });

  it('knows no first order that lies in the future, nor one from before the plan', () => {
    expect(isOfPlan(101, 90, 100)).toBe(false);
    expect(isOfPlan(89, 90, 100)).toBe(false);
    expect(isOfPlan(90, 90, 100)).toBe(true);
  });

  it('is what looking at each person by itself finds', () => {
    const person = fc.record({
      firstDay: fc.integer({ min: 0, max: 60 }),
      plan: fc.constantFrom(-1, 0, 1),
      isHeld: fc.boolean(),
      marks: fc.array(fc.constantFrom(0, 0, 5, -5), { minLength: 3, maxLength: 3 }),
    });
    const stages = [stage('a', 1, 2), stage('b', 3, 0), stage('c', 7, 30)];
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.nat(80), (people, today) => {
        const found = dueRows(
          {
            n: people.length,
            firstDay: Int32Array.from(people, (it) => it.firstDay),
            planOf: Int16Array.from(people, (it) => it.plan),
            isHeld: Uint8Array.from(people, (it) => Number(it.isHeld)),
          },
          1,
          stages,
          today,
          (row, at) => people[row]?.marks[at] ?? 0,
        );
        for (const [at, { day, graceDays }] of stages.entries()) {
          const open = [...people.keys()].filter((row) => {
            const it = people[row];
            return it?.plan === 1 && !it.isHeld && it.marks[at] === 0;
          });
          const lateOf = (row: number) => today - (people[row]?.firstDay ?? 0) - day;
          const sorted = (rows: number[]) => [...rows].sort((a, b) => a - b);
          expect(sorted(found[at]?.due ?? [])).toEqual(open.filter((row) => lateOf(row) === 0));
          expect(sorted(found[at]?.overdue ?? [])).toEqual(
            open.filter((row) => lateOf(row) > 0 && lateOf(row) <= graceDays),
          );
          expect(sorted(found[at]?.missed ?? [])).toEqual(
            open.filter((row) => lateOf(row) > graceDays),
          );
        }
      }),
    );
  });
});

describe('the lot', () => {
  const ids = Array.from(
    { length: 10_000 },
    (_, n) => `01939c00-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  );

  it('leaves about its share alone, whatever the seed', () => {
    for (const share of [0.05, 0.1, 0.3, 0.5]) {
      for (const seed of [1, 2, 77, -5]) {
        const held = ids.filter((id) => isHeldOut(id, { fromDay: 0, share, seed })).length;
        // Four and a half standard deviations of a binomial count.
        const slack = 4.5 * Math.sqrt(ids.length * share * (1 - share));
        expect(Math.abs(held - ids.length * share)).toBeLessThan(slack);
      }
    }
  });

  it('names the same people whoever else is there, and others under another seed', () => {
    const held = (list: string[], seed: number) =>
      list.filter((id) => isHeldOut(id, { fromDay: 0, share: 0.2, seed }));
    const half = ids.filter((_, n) => n % 2 === 0);
    const of = new Set(held(ids, 9));
    expect(held(half, 9)).toEqual(half.filter((id) => of.has(id)));
    expect(held(ids, 10)).not.toEqual([...of]);
    expect(lotOf('a', 3)).toBe(lotOf('a', 3));
  });

  it('keeps the lot that people came under when the share is changed later', () => {
    const lots = lotsOf({
      startDay: '2026-01-01',
      holdOut: { share: 0.1, seed: 1 },
      laterHoldOuts: [{ fromDay: '2026-02-01', share: 0, seed: 1 }],
    });
    const february = (Date.UTC(2026, 1, 1) / 86_400_000) | 0;
    expect(lotFor(lots, february - 1)?.share).toBe(0.1);
    expect(lotFor(lots, february)?.share).toBe(0);
    expect(lotFor(lotsOf({ startDay: '2026-01-01' }), february)).toBeUndefined();
  });
});

describe('what touching brought', () => {
  const person = (over: Partial<TouchedPerson>): TouchedPerson => ({
    firstDay: 0,
    returnedAfter: -1,
    touchedOn: undefined,
    lot: undefined,
    ...over,
  });

  it('counts only whose window is over, and a touch only within it', () => {
    const result = touchResult(
      [
        person({ touchedOn: 1, returnedAfter: 5 }),
        person({ touchedOn: 3 }),
        person({ touchedOn: 9, returnedAfter: 8 }),
        person({ returnedAfter: 7 }),
        person({ firstDay: 95, touchedOn: 96, returnedAfter: 1 }),
      ],
      'retention7',
      100,
    );
    expect(result).toMatchObject({
      pending: 1,
      observed: { a: { k: 1, n: 2 }, b: { k: 1, n: 2 } },
    });
    expect(result.byLot).toBeUndefined();
  });

  it('compares by lot everybody as drawn, touched or not', () => {
    const { byLot } = touchResult(
      [
        person({ lot: 'touch', touchedOn: 1, returnedAfter: 5 }),
        person({ lot: 'touch' }),
        person({ lot: 'hold', touchedOn: 2, returnedAfter: 2 }),
        person({ lot: 'hold' }),
        person({ returnedAfter: 2 }),
      ],
      'repurchase30',
      100,
    );
    expect(byLot).toMatchObject({ a: { k: 1, n: 2 }, b: { k: 1, n: 2 } });
  });

  it('tells the difference as touched less untouched', () => {
    const people = [
      ...Array.from({ length: 60 }, (_, n) =>
        person({ touchedOn: 1, returnedAfter: n < 30 ? 3 : -1 }),
      ),
      ...Array.from({ length: 60 }, (_, n) => person({ returnedAfter: n < 12 ? 3 : -1 })),
    ];
    const { test } = touchResult(people, 'retention7', 50).observed;
    expect(test.kind === 'test' && test.diff).toBeCloseTo(0.3, 12);
    expect(test.kind === 'test' && test.low > 0).toBe(true);
  });

  it('says how many newcomers it takes, more when fewer are left alone', () => {
    // 34 % against 39 %, 80 % power: 1 446 a side by Fleiss without correction.
    const half = newcomersNeeded({ k: 34, n: 100 }, 0.05, 0.5) ?? 0;
    expect(half / 2).toBeGreaterThan(1400);
    expect(half / 2).toBeLessThan(1500);
    expect(newcomersNeeded({ k: 34, n: 100 }, 0.05, 0.1)).toBeGreaterThan(half);
    expect(newcomersNeeded({ k: 0, n: 0 }, 0.05, 0.1)).toBeUndefined();
    expect(newcomersNeeded({ k: 34, n: 100 }, 0.05, 0)).toBeUndefined();
  });
});

describe('texts and plans', () => {
  it('fills what is known and leaves the rest to be seen', () => {
    const filled = fillTouchText('{昵称}，{商品} 到了，{店名}', { nickname: '小美', product: '' });
    expect(filled).toBe('小美，{商品} 到了，{店名}');
    expect(unfilledIn(filled)).toEqual(['商品', '店名']);
  });

  it('gives people to the oldest open plan first', () => {
    const plan = (id: string, createdAt: number, closedAt?: number) => ({
      id,
      name: id,
      stages: [stage('a', 1, 2)],
      startDay: '2026-01-01',
      createdAt,
      ...(closedAt !== undefined && { closedAt }),
    });
    const ids = openPlans([plan('b', 2), plan('a', 2), plan('c', 1, 9), plan('d', 1)]);
    expect(ids.map(({ id }) => id)).toEqual(['d', 'a', 'b']);
  });

  it('tells stages whose days of grace reach the next', () => {
    expect(
      crowdedStages({ stages: [stage('b', 3, 1), stage('a', 1, 2), stage('c', 7, 3)] }),
    ).toEqual([['a', 'b']]);
  });
});
