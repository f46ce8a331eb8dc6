import { columnsOf, type WrittenPerson } from '@shared/domain/people/people-columns.testing';
import { describe, expect, test } from 'vitest';
import type { RuleWorld } from './engine-types';
import { EVERYBODY, type Rule } from './rule.schema';
import { RuleEngine } from './rule-engine';
import { GROUPS, TODAY } from './testing/random-people';

const orders = (...daysAgo: number[]) =>
  daysAgo.map((ago) => ({ day: TODAY - ago, amountFen: 1000 }));

function worldWith(people: readonly WrittenPerson[], others: Partial<RuleWorld> = {}): RuleWorld {
  return {
    columns: columnsOf(people, GROUPS),
    scores: {},
    tagRule: () => undefined,
    segmentRule: () => undefined,
    snapshotMarks: () => undefined,
    categoryOf: () => undefined,
    today: TODAY,
    ...others,
  };
}

/** Ids of those who fit. */
function whoFits(rule: Rule, people: readonly WrittenPerson[], day?: number): string[] {
  const engine = new RuleEngine(worldWith(people));
  return people.filter((_, row) => engine.marks(rule, day)[row] === 1).map(({ id }) => id);
}

const person = (id: string, facts: Partial<WrittenPerson> = {}): WrittenPerson => ({
  id,
  knownDay: TODAY - 100,
  ...facts,
});

const ordered = (times: { min?: number; max?: number }): Rule => ({
  kind: 'times',
  event: { of: 'order' },
  times,
});
const money = (measure: 'netFen' | 'averageFen' | 'largestFen', range: object): Rule => ({
  kind: 'money',
  measure,
  range,
});

describe('people at the edges', () => {
  test('nobody at all', () => {
    const engine = new RuleEngine(worldWith([]));
    expect(engine.count(EVERYBODY)).toBe(0);
    expect(engine.marks({ kind: 'not', of: EVERYBODY })).toHaveLength(0);
  });

  test('without an order there is a sum, and neither an average nor a largest order', () => {
    const people = [person('never'), person('once', { orders: orders(3) })];
    expect(whoFits(money('netFen', { max: 500 }), people)).toEqual(['never']);
    expect(whoFits(money('averageFen', { max: 5000 }), people)).toEqual(['once']);
    expect(whoFits(money('largestFen', {}), people)).toEqual(['once']);
    expect(whoFits(ordered({ max: 0 }), people)).toEqual(['never']);
  });

  test('who got back more than was paid has less than nothing', () => {
    const refunded = [{ day: TODAY, amountFen: 1000, refundFen: 1500 }];
    const people = [person('refunded', { orders: refunded }), person('never')];
    expect(whoFits(money('netFen', { max: -1 }), people)).toEqual(['refunded']);
    expect(whoFits(money('netFen', { min: -500, max: -500 }), people)).toEqual(['refunded']);
  });

  test('orders of days to come do not count until then', () => {
    const people = [person('ahead', { orders: orders(-2, -1) })];
    expect(whoFits(ordered({ min: 1 }), people)).toEqual([]);
    expect(whoFits(ordered({ min: 1 }), people, TODAY + 1)).toEqual(['ahead']);
    expect(whoFits(ordered({ min: 2 }), people, TODAY + 2)).toEqual(['ahead']);
  });

  test('a hundred thousand tags on one person', () => {
    const assignments = Array.from({ length: 100_000 }, (_, i) => ({
      tagId: `tag-${i}`,
      sinceDay: TODAY - 5,
    }));
    const people = [person('tagged', { assignments }), person('plain')];
    expect(whoFits({ kind: 'tag', tagIds: ['tag-99999'] }, people)).toEqual(['tagged']);
    expect(whoFits({ kind: 'tag', tagIds: ['tag-99999'] }, people, TODAY - 6)).toEqual([]);
  });

  test('who is gone fits nothing, not even the opposite', () => {
    const people = [person('gone', { isGone: true }), person('here')];
    expect(whoFits(EVERYBODY, people)).toEqual(['here']);
    expect(whoFits({ kind: 'not', of: ordered({ min: 1 }) }, people)).toEqual(['here']);
  });
});

describe('days', () => {
  test('on a past day only people known by then fit anything', () => {
    const people = [person('old'), person('new', { knownDay: TODAY - 3 })];
    const never: Rule = { kind: 'not', of: ordered({ min: 1 }) };
    expect(whoFits(never, people)).toEqual(['old', 'new']);
    expect(whoFits(never, people, TODAY - 3)).toEqual(['old', 'new']);
    expect(whoFits(never, people, TODAY - 4)).toEqual(['old']);
  });

  test('the last seven days are today and the six days before', () => {
    const week: Rule = {
      kind: 'times',
      event: { of: 'order' },
      within: { lastDays: 7 },
      times: { min: 1 },
    };
    const people = [person('six', { orders: orders(6) }), person('seven', { orders: orders(7) })];
    expect(whoFits(week, people)).toEqual(['six']);
    expect(whoFits(week, people, TODAY - 1)).toEqual(['six', 'seven']);
  });

  test('held for 30 days: true today and on each of the 30 days before', () => {
    const quiet: Rule = {
      kind: 'when',
      event: { of: 'order' },
      which: 'last',
      daysAgo: { min: 10 },
    };
    const people = [
      person('40 days', { orders: orders(40) }),
      person('39 days', { orders: orders(39) }),
      person('known since', { orders: orders(80), knownDay: TODAY - 29 }),
    ];
    expect(whoFits({ kind: 'held', of: quiet, days: 30 }, people)).toEqual(['40 days']);
  });

  test('yesterday is asked again once it is yesterday', () => {
    const people = [person('new', { knownDay: TODAY + 1 })];
    const world = worldWith(people);
    const engine = new RuleEngine(world);
    expect(engine.count(EVERYBODY, TODAY)).toBe(1);
    world.today = TODAY + 1;
    expect(engine.count(EVERYBODY, TODAY)).toBe(0);
    expect(engine.count(EVERYBODY)).toBe(1);
  });

  test('born on 29 February: the birthday of other years is the 28th', () => {
    const on = (iso: string) => Date.parse(iso) / 86_400_000;
    const leap = person('leap', { birthday: 20_000_229, knownDay: 0 });
    const engine = new RuleEngine(worldWith([leap], { today: on('2030-01-01') }));
    const fits = (rule: Rule, iso: string) => engine.matches(rule, 0, on(iso));
    const today: Rule = { kind: 'birthday', daysAway: { max: 0 } };
    const is23: Rule = { kind: 'age', years: { min: 23, max: 23 } };
    expect(fits(today, '2023-02-28')).toBe(true);
    expect(fits(today, '2024-02-28')).toBe(false);
    expect(fits(today, '2024-02-29')).toBe(true);
    expect(fits(is23, '2023-02-27')).toBe(false);
    expect(fits(is23, '2023-02-28')).toBe(true);
  });
});

describe('sequences', () => {
  const tomato = { of: 'order' as const, product: ['番茄'] };
  const egg = { of: 'order' as const, product: ['鸡蛋'] };
  const bought = (...lines: [daysAgo: number, product: string][]) =>
    lines.map(([ago, product]) => ({ day: TODAY - ago, amountFen: 1000, products: [product] }));

  test('bought A, and B within a week after', () => {
    const rule: Rule = { kind: 'sequence', steps: [tomato, egg], withinDays: 7 };
    const people = [
      person('a week later', { orders: bought([20, '番茄'], [13, '鸡蛋']) }),
      person('eight days later', { orders: bought([20, '番茄'], [12, '鸡蛋']) }),
      person('the other way round', { orders: bought([20, '鸡蛋'], [13, '番茄']) }),
      person('from the second tomato', {
        orders: bought([20, '番茄'], [14, '番茄'], [9, '鸡蛋']),
      }),
    ];
    expect(whoFits(rule, people)).toEqual(['a week later', 'from the second tomato']);
  });

  test('bought A, not B within a week after: so far', () => {
    const rule: Rule = { kind: 'sequence', steps: [tomato], withinDays: 7, without: egg };
    const people = [
      person('no egg', { orders: bought([20, '番茄']) }),
      person('egg in time', { orders: bought([20, '番茄'], [13, '鸡蛋']) }),
      person('egg too late', { orders: bought([20, '番茄'], [12, '鸡蛋']) }),
      person('egg once, then not', { orders: bought([20, '番茄'], [18, '鸡蛋'], [3, '番茄']) }),
      person('egg tomorrow', { orders: bought([3, '番茄'], [-1, '鸡蛋']) }),
    ];
    expect(whoFits(rule, people)).toEqual([
      'no egg',
      'egg too late',
      'egg once, then not',
      'egg tomorrow',
    ]);
  });

  test('two orders need two orders', () => {
    const twice: Rule = { kind: 'sequence', steps: [{ of: 'order' }, { of: 'order' }] };
    const people = [person('one', { orders: orders(3) }), person('two', { orders: orders(3, 3) })];
    expect(whoFits(twice, people)).toEqual(['two']);
  });
});

describe('references', () => {
  const byTag = (id: string): Rule => ({ kind: 'tag', tagIds: [id] });

  test('a tag is carried by hand until it runs out, or by its rule', () => {
    const people = [
      person('by rule', { orders: orders(1) }),
      person('by hand', { assignments: [{ tagId: 't', sinceDay: TODAY - 1 }] }),
      person('run out', { assignments: [{ tagId: 't', sinceDay: TODAY - 9, untilDay: TODAY }] }),
    ];
    const tagRule = () => ordered({ min: 1 });
    const engine = new RuleEngine(worldWith(people, { tagRule }));
    expect([...engine.marks(byTag('t'))]).toEqual([1, 1, 0]);
    expect([...engine.marks(byTag('t'), TODAY - 2)]).toEqual([0, 0, 1]);
  });

  test('rules that lead back to themselves fit nobody, from wherever one begins', () => {
    const rules: Record<string, Rule> = {
      a: { kind: 'any', of: [byTag('b'), EVERYBODY] },
      b: { kind: 'any', of: [byTag('a'), EVERYBODY] },
      c: { kind: 'not', of: byTag('a') },
    };
    const engine = new RuleEngine(worldWith([person('x')], { tagRule: (id) => rules[id] }));
    expect(['a', 'b', 'c'].map((id) => engine.count(byTag(id)))).toEqual([0, 0, 1]);
  });

  test('changed rules and scores are asked again, the rest is kept', () => {
    let rule: Rule = EVERYBODY;
    const world = worldWith([person('x')], { tagRule: () => rule });
    world.scores = { ltvFen: Float64Array.of(100) };
    const engine = new RuleEngine(world);
    const rich: Rule = { kind: 'ltv', fen: { min: 100 } };
    const kept = engine.marks(EVERYBODY);
    expect([engine.count(byTag('t')), engine.count(rich)]).toEqual([1, 1]);
    rule = ordered({ min: 1 });
    world.scores = { ltvFen: Float64Array.of(99) };
    engine.referencesChanged();
    engine.scoresChanged();
    expect([engine.count(byTag('t')), engine.count(rich)]).toEqual([0, 0]);
    expect(engine.marks(EVERYBODY)).toBe(kept);
  });

  test('what must be loaded is known beforehand, through references and circles', () => {
    const rules: Record<string, Rule> = {
      a: { kind: 'all', of: [byTag('b'), { kind: 'ltv', fen: {} }] },
      b: {
        kind: 'any',
        of: [
          byTag('a'),
          { kind: 'times', event: { of: 'order', category: ['fruit'] }, times: { min: 1 } },
        ],
      },
    };
    const world = worldWith([], {
      tagRule: (id) => rules[id],
      segmentRule: () => ({ kind: 'snapshot', snapshotId: 'p' }),
    });
    const engine = new RuleEngine(world);
    expect(engine.needs(byTag('a'))).toEqual({
      lines: true,
      details: false,
      scores: ['ltvFen'],
      snapshotIds: [],
    });
    expect(engine.needs({ kind: 'segment', segmentId: 's' }).snapshotIds).toEqual(['p']);
    expect(engine.needs(ordered({ min: 1 })).lines).toBe(false);
  });

  test('asking for what is not loaded throws instead of answering wrongly', () => {
    const engine = new RuleEngine(worldWith([person('x')]));
    expect(() => engine.count({ kind: 'ltv', fen: {} })).toThrow('ltvFen');
  });

  test('a rule nested beyond measure fits nobody and does not end the program', () => {
    let deep: Rule = EVERYBODY;
    for (let i = 0; i < 100_000; i++) deep = { kind: 'not', of: deep };
    const engine = new RuleEngine(worldWith([person('x')], { tagRule: () => deep }));
    expect(engine.count(deep)).toBe(0);
    expect(engine.matches(deep, 0)).toBe(false);
    expect(engine.explain(deep, 0).isTrue).toBe(false);
    expect(engine.count(byTag('t'))).toBe(0);
    expect(engine.count({ kind: 'any', of: [byTag('t'), EVERYBODY] })).toBe(1);
  });
});
