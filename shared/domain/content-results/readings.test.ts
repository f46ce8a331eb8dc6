import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SLOTS } from '../calendar/slots';
import { welchTest } from '../statistics/means.rules';
import { wilsonInterval } from '../statistics/proportion.rules';
import { compareKinds } from './compare.rules';
import { heatMapOf } from './heat-map.rules';
import { hitsOf } from './hits.rules';
import { type Entry, partsOf } from './measures.rules';
import { spanOf } from './period.rules';
import { compareReadings, readingOf } from './ratio.rules';
import { entryOf } from './results.testing';
import { senseEffects } from './sense-effect.rules';

const opened = (opens: number, reach: number, more: Partial<Entry['item']> = {}) =>
  entryOf(more, { opens, reach });
const sold = (gmvFen: number, more: Partial<Entry['item']> = {}) => entryOf(more, { gmvFen });

describe('a measure over items', () => {
  it('of a share is the sum over the sum with the interval of Wilson', () => {
    const reading = readingOf([opened(30, 50), opened(40, 50)], 'openRate');
    expect(reading).toMatchObject({ items: 2, num: 70, n: 100, value: 0.7, isThin: false });
    expect(reading).toMatchObject({ ...wilson(70, 100) });
  });

  it('leaves out what cannot be, and is thin below thirty people', () => {
    expect(readingOf([opened(60, 50), opened(10, 20)], 'openRate')).toMatchObject({
      items: 1,
      n: 20,
      isThin: true,
    });
    expect(readingOf([entryOf({}, { opens: 3 })], 'openRate')).toBeUndefined();
  });

  it('takes credited orders where nobody typed any', () => {
    const credited = { orders: 12, buyers: 10, netFen: 60_000, people: 100 };
    const typed = entryOf({}, { orders: 5, opens: 50 }, credited);
    const untyped = entryOf({}, { opens: 50 }, credited);
    expect(partsOf(typed, 'conversion')).toEqual({ num: 5, den: 50 });
    expect(partsOf(untyped, 'conversion')).toEqual({ num: 12, den: 50 });
    expect(partsOf(untyped, 'orderValue')).toEqual({ num: 60_000, den: 12 });
    expect(partsOf(untyped, 'buyRate')).toEqual({ num: 10, den: 100 });
    const open = entryOf({}, { opens: 50 }, { ...credited, isOpen: true });
    expect(partsOf(open, 'conversion')).toBeUndefined();
    expect(partsOf(open, 'buyRate')).toBeUndefined();
  });

  it('compares means as the test of Welch does', () => {
    const money = [1200, 3400, 2600, 5100];
    const other = [900, 1500, 700];
    const test = welchTest(other, money);
    const big = (list: number[]) =>
      Object.assign(
        readingOf(
          list.map((fen) => sold(fen)),
          'gmvPerSend',
        ) ?? {},
        { isThin: false },
      );
    const own = compareReadings(big(money) as never, big(other) as never);
    expect(test.kind).toBe('test');
    if (test.kind !== 'test' || own.kind !== 'test') throw new Error('no test');
    expect(own.pValue).toBeCloseTo(test.pValue, 12);
    expect(own.low).toBeCloseTo(test.low, 9);
    expect(own.df).toBeCloseTo(test.df, 9);
  });

  it('does not compare what is thin or a single item', () => {
    const many = readingOf([opened(300, 500), opened(250, 500)], 'openRate');
    expect(compareReadings(many, readingOf([opened(2, 10)], 'openRate'))).toMatchObject({
      reason: 'thin',
    });
    expect(compareReadings(many, readingOf([opened(200, 400)], 'openRate'))).toMatchObject({
      reason: 'fewItems',
    });
  });
});

function wilson(count: number, total: number) {
  const interval = wilsonInterval({ count, total });
  if (interval.kind !== 'interval') throw new Error('no interval');
  return { low: interval.low, high: interval.high };
}

const anyEntry = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    slot: fc.constantFrom(...SLOTS),
    reach: fc.integer({ min: 0, max: 500 }),
    opens: fc.integer({ min: 0, max: 600 }),
  })
  .map(({ day, slot, reach, opens }) =>
    opened(opens, reach, { date: `2026-11-${String(day).padStart(2, '0')}`, slot }),
  );

describe('the heat map', () => {
  it('holds every item once, and its cells sum up to the list', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const cells = heatMapOf(entries, 'openRate');
        const all = readingOf(entries, 'openRate');
        const sum = (of: (cell: (typeof cells)[number]) => number) =>
          cells.reduce((total, cell) => total + of(cell), 0);
        expect(cells).toHaveLength(28);
        expect(sum((cell) => cell.entries.length)).toBe(entries.length);
        expect(sum((cell) => cell.reading?.num ?? 0)).toBe(all?.num ?? 0);
        expect(sum((cell) => cell.reading?.n ?? 0)).toBe(all?.n ?? 0);
      }),
    );
  });

  it('puts a Monday morning where it belongs', () => {
    const [first] = heatMapOf([opened(5, 10, { date: '2026-11-16' })], 'openRate');
    expect(first).toMatchObject({ slot: 'morning', weekday: 1, reading: { num: 5, n: 10 } });
  });
});

describe('kinds against each other', () => {
  it('are ordered by value, the thin ones last, with p for all of them together', () => {
    const kinds = [
      [0.6, 0.62, 0.58, 0.61],
      [0.3, 0.32, 0.28, 0.31],
      [0.3, 0.29, 0.33, 0.31],
    ].flatMap((rates, at) =>
      rates.map((rate) => opened(rate * 100, 100, { columnId: `column-${'abc'[at]}` })),
    );
    const thin = opened(9, 10, { columnId: 'column-d' });
    const compared = compareKinds([...kinds, thin], 'openRate', ({ item }) => [
      item.columnId ?? '',
    ]);
    expect(compared.map(({ key }) => key)).toEqual([
      'column-a',
      'column-c',
      'column-b',
      'column-d',
    ]);
    expect(compared[0]?.certainty).toBe('certain');
    expect(compared[3]?.certainty).toBe('tooLittle');
    const tests = compared.flatMap((it) => (it.againstRest.kind === 'test' ? [it] : []));
    for (const it of tests) {
      if (it.againstRest.kind === 'test')
        expect(it.adjusted).toBeGreaterThanOrEqual(it.againstRest.pValue);
    }
  });
});

describe('a sense', () => {
  const slotItems = (slot: Entry['item']['slot'], rates: number[], sense?: 'sight') =>
    rates.map((rate) =>
      entryOf({ slot, ...(sense && { sense }) }, { opens: 1000, orders: rate * 1000 }),
    );
  const measures = {
    sight: 'conversion',
    smell: 'conversion',
    touch: 'conversion',
    hearing: 'conversion',
    taste: 'conversion',
  } as const;

  it('is held against items of the same slots, so that a good slot does not count as its effect', () => {
    const entries = [
      ...slotItems('night', [0.3, 0.32, 0.28], 'sight'),
      ...slotItems('night', [0.3, 0.31, 0.29]),
      ...slotItems('morning', [0.05, 0.06]),
    ];
    const [sight] = senseEffects(entries, measures);
    expect(sight?.difference).toMatchObject({ kind: 'test' });
    if (sight?.difference.kind !== 'test') throw new Error('no test');
    expect(sight.difference.diff).toBeCloseTo(0, 12);
    expect(sight.base).toBeCloseTo(0.3, 12);
    expect(sight.leftOut).toBe(0);
    expect(sight.certainty).toBe('open');
  });

  it('weighs slots by its own items and leaves out what has no counterpart', () => {
    const entries = [
      ...slotItems('night', [0.4, 0.44], 'sight'),
      ...slotItems('night', [0.3, 0.34]),
      ...slotItems('noon', [0.2, 0.22], 'sight'),
      ...slotItems('noon', [0.2, 0.22]),
      ...slotItems('morning', [0.1], 'sight'),
    ];
    const [sight] = senseEffects(entries, measures);
    if (sight?.difference.kind !== 'test') throw new Error('no test');
    expect(sight.difference.diff).toBeCloseTo(0.05, 12);
    expect(sight.leftOut).toBe(1);
    expect(sight.withSense?.items).toBe(5);
  });
});

describe('hits', () => {
  it('are those above the percentile of before', () => {
    const before = Array.from({ length: 40 }, (_, at) =>
      entryOf({ date: '2026-10-01', costFen: 10_000 + at }, { opens: 1000, orders: at }),
    );
    const after = Array.from({ length: 40 }, (_, at) =>
      entryOf({ date: '2026-11-01', costFen: 6_000 + at }, { opens: 1000, orders: at + 20 }),
    );
    const answer = hitsOf([...before, ...after], {
      measure: 'conversion',
      percentile: 0.9,
      day: '2026-10-15',
    });
    expect(answer.line).toBeCloseTo(0.0351, 12);
    expect(answer.before).toMatchObject({ items: 40, hits: 4 });
    expect(answer.after).toMatchObject({ items: 40, hits: 24 });
    expect(answer.before.rate).toMatchObject({ value: 0.1, ...wilson(4, 40) });
    expect(answer.rateTest?.diff).toBeCloseTo(0.5, 12);
    expect(answer.costTest?.diff).toBeCloseTo(-4000, 9);
    expect(answer.hits).toHaveLength(28);
  });

  it('shows no share below thirty items', () => {
    const few = [entryOf({ date: '2026-11-01' }, { opens: 100, orders: 3 })];
    const answer = hitsOf(few, { measure: 'conversion', percentile: 0.9, day: '2026-10-15' });
    expect(answer.after).toMatchObject({ items: 1, hits: 0 });
    expect(answer.after.rate).toBeUndefined();
    expect(answer.rateTest).toBeUndefined();
  });
});

describe('a period', () => {
  it.each([
    ['week', '2026-11-16', '2026-11-22'],
    ['fourWeeks', '2026-10-26', '2026-11-22'],
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-09-01', '2026-11-30'],
  ] as const)('%s', (period, from, to) => {
    expect(spanOf(period, '2026-11-18')).toEqual({ from, to });
  });
});
