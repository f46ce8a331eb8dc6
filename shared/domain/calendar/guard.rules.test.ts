import { addDays } from '@shared/lib/time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuardInput, planWarnings, warningsForCell } from './guard.rules';
import type { GuardedItem, PlanWarningKind } from './guard.types';
import { slotSettingsSchema } from './slot-settings.schema';
import { SLOTS } from './slots';
import { foldTitle, likeness, NEARLY_SAME } from './title-likeness.rules';
import { weekOf } from './week.rules';

const east = { id: 'east', name: '城东 1 群' };
const west = { id: 'west', name: '城西 1 群' };
let counter = 0;
const item = (title: string, more: Partial<GuardedItem> = {}): GuardedItem => {
  counter += 1;
  const id = `item-${String(counter).padStart(4, '0')}`;
  return { id, title, date: '2026-11-24', slot: 'night', groupIds: [], form: 'article', ...more };
};
const warn = (items: readonly GuardedItem[], more: Partial<GuardInput> = {}) =>
  planWarnings({
    items,
    days: weekOf('2026-11-24').days,
    settings: slotSettingsSchema.parse({}),
    columns: [],
    groups: [east, west],
    today: '2026-11-23',
    ...more,
  });
const only = (kind: PlanWarningKind, ...args: Parameters<typeof warn>) =>
  warn(...args).filter((warning) => warning.kind === kind);

const TITLES = ['土鸡蛋到货', '今晚接龙', '会员之夜', '睡前问候', '明日预告'];

describe('the guard against harassment', () => {
  it('counts by group, an item without groups for all of them', () => {
    const items = TITLES.slice(0, 4).map((title, index) =>
      item(title, { groupIds: index === 0 ? [east.id] : [] }),
    );
    expect(only('groupSlot', items)).toEqual([
      {
        kind: 'groupSlot',
        cell: { date: '2026-11-24', slot: 'night' },
        group: east,
        groupCount: 1,
        count: 4,
        limit: 3,
        itemIds: items.map(({ id }) => id),
      },
    ]);
  });

  it('tells groups that get the very same as one, others apart', () => {
    const north = { id: 'north', name: '城北 3 群' };
    const groups = [east, west, north];
    const items = [
      ...TITLES.slice(0, 4).map((title) => item(title)),
      item(TITLES[4] ?? '', { groupIds: [west.id] }),
    ];
    expect(only('groupSlot', items, { groups })).toMatchObject([
      { group: east, groupCount: 2, count: 4 },
      { group: west, groupCount: 1, count: 5 },
    ]);
  });

  it('stays quiet when the same number goes to different groups', () => {
    const items = TITLES.slice(0, 4).map((title, index) =>
      item(title, { groupIds: [index % 2 === 0 ? east.id : west.id] }),
    );
    expect(only('groupSlot', items)).toEqual([]);
  });

  it('counts a whole day too', () => {
    const settings = slotSettingsSchema.parse({ perGroupDay: 4 });
    const items = TITLES.map((title, index) =>
      item(title, { groupIds: [west.id], slot: SLOTS[index % 4] ?? 'noon' }),
    );
    expect(only('groupDay', items, { settings })).toMatchObject([
      { date: '2026-11-24', group: west, count: 5, limit: 4 },
    ]);
    expect(only('groupDay', items.slice(1), { settings })).toEqual([]);
  });
});

describe('the warning of repetitions', () => {
  it('finds a title that comes again although price, date and signs differ', () => {
    const before = item('今日爆款：烟台红富士 12.9 元', { date: '2026-11-17', slot: 'morning' });
    const again = item('【今日爆款】烟台红富士，9.9元！', { slot: 'morning' });
    expect(only('repeated', [again, before])).toMatchObject([
      {
        itemIds: [before.id, again.id],
        days: 7,
        likenessPercent: 100,
        group: east,
        earlier: { date: '2026-11-17' },
      },
    ]);
  });

  it('does not call it a repetition in another group, after the days, or in a repeat', () => {
    const title = '烟台红富士到货';
    const groups = { groupIds: [west.id] };
    expect(only('repeated', [item(title, { groupIds: [east.id] }), item(title, groups)])).toEqual(
      [],
    );
    const old = item(title, { date: '2026-11-09' });
    expect(only('repeated', [old, item(title)])).toEqual([]);
    expect(only('repeated', [item(title, { date: '2026-11-10' }), item(title)])).toHaveLength(1);
    const repeat = { repeatId: 'r' };
    expect(
      only('repeated', [item(title, { ...repeat, date: '2026-11-17' }), item(title, repeat)]),
    ).toEqual([]);
  });

  it('leaves greetings alone, which differ by their texts', () => {
    const greeting = { columnId: 'column-greeting' };
    const days = ['2026-11-23', '2026-11-24'];
    expect(
      only(
        'repeated',
        days.map((date) => item('早安', { ...greeting, date })),
      ),
    ).toEqual([]);
    expect(
      only(
        'repeated',
        days.map((date) => item('早安', { date })),
      ),
    ).toHaveLength(1);
  });

  it('warns without any groups, and not at all when nobody wants it', () => {
    const items = [item('会员之夜', { date: '2026-11-23' }), item('会员之夜！')];
    expect(only('repeated', items, { groups: [] })).toHaveLength(1);
    const settings = slotSettingsSchema.parse({ repetitionDays: 0 });
    expect(only('repeated', items, { settings })).toEqual([]);
  });

  it('holds different goods apart', () => {
    const like = (a: string, b: string) => likeness(foldTitle(a), foldTitle(b));
    expect(like('今日爆款：红富士', '今日爆款：土鸡蛋')).toBeLessThan(NEARLY_SAME);
    expect(like('产地直播：寿光大棚', '产地直播：烟台果园')).toBeLessThan(NEARLY_SAME);
    expect(like('会员专享：土鸡蛋限时接龙', '会员专享：土鸡蛋限时接龙啦')).toBeGreaterThan(
      NEARLY_SAME,
    );
    expect(like('12.12', '11.11')).toBeLessThan(NEARLY_SAME);
    expect(like('😀😀', '😀😀')).toBe(1);
    expect(like('𠮷祥如意', '吉祥如意')).toBeLessThan(1);
  });

  it('measures likeness the same both ways, between nothing and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [x, y] = [foldTitle(a), foldTitle(b)];
        expect(likeness(x, y)).toBe(likeness(y, x));
        expect(likeness(x, y)).toBeGreaterThanOrEqual(0);
        expect(likeness(x, y)).toBeLessThanOrEqual(1);
        expect(likeness(x, x)).toBe(1);
      }),
    );
  });
});

describe('columns and voices', () => {
  const live = { id: 'column-origin', name: '产地溯源', perWeek: 2 };

  it('compares a week with the cadence of a column', () => {
    const planned = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        item(TITLES[at] ?? '', { columnId: live.id, date: addDays('2026-11-23', at) }),
      );
    const told = (n: number, today = '2026-11-23') =>
      warn(planned(n), { columns: [live], today })
        .filter(({ kind }) => kind === 'columnOften' || kind === 'columnRare')
        .map(({ kind }) => kind);
    expect(told(1)).toEqual(['columnRare']);
    expect(told(2)).toEqual([]);
    expect(told(3)).toEqual(['columnOften']);
    // A week that is over can no longer be filled.
    expect(told(1, '2026-12-07')).toEqual([]);
    expect(warn(planned(1), { columns: [{ ...live, isArchived: true }] })).toEqual(
      warn(planned(1)),
    );
  });

  it('wants seeded accounts to say for whom they speak', () => {
    const column = { id: 'seeded', name: '群友推荐', voice: 'seeded' as const };
    const items = [item('昨晚吃了', { columnId: column.id })];
    expect(only('undisclosed', items, { columns: [column] })).toMatchObject([
      { column: '群友推荐' },
    ]);
    const disclosed = [{ ...column, isDisclosed: true }];
    expect(only('undisclosed', items, { columns: disclosed })).toEqual([]);
    expect(only('undisclosed', [item('晒单', { voice: 'seeded' })])).toHaveLength(1);
    const official = [item('晒单', { columnId: column.id, voice: 'official' })];
    expect(only('undisclosed', official, { columns: [column] })).toEqual([]);
  });

  it('keeps quotas of slots among the warnings', () => {
    const items = TITLES.slice(0, 4).map((title) => item(title));
    expect(only('crowded', items)).toMatchObject([{ count: 4, limit: 3 }]);
    expect(only('gap', items)).toHaveLength(27);
  });
});

describe('dropping into a cell', () => {
  const settings = slotSettingsSchema.parse({});
  const input = (items: readonly GuardedItem[]) => ({
    items,
    settings,
    columns: [],
    groups: [east, west],
    today: '2026-11-23',
  });

  it('says what the drop would bring about, and nothing about what was there before', () => {
    const crowd = TITLES.slice(0, 3).map((title) => item(title));
    const other = Array.from({ length: 4 }, (_, at) => item(`别的${TITLES[at]}`, { slot: 'noon' }));
    const moved = item(TITLES[4] ?? '', { date: '2026-11-26', slot: 'morning' });
    const cell = { date: '2026-11-24', slot: 'night' } as const;
    const told = warningsForCell([moved], cell, input([...crowd, ...other, moved]));
    expect(told.map(({ kind }) => kind)).toEqual(['groupSlot', 'crowded']);
    const empty = { date: '2026-11-25', slot: 'night' } as const;
    expect(warningsForCell([moved], empty, input([...crowd, moved]))).toEqual([]);
  });

  it('does not count an item against itself', () => {
    const only = item('烟台红富士到货');
    const cell = { date: '2026-11-25', slot: 'noon' } as const;
    expect(warningsForCell([only], cell, input([only]))).toEqual([]);
    const copy = { ...only, id: 'copy' };
    expect(warningsForCell([copy], cell, input([only]))).toMatchObject([{ kind: 'repeated' }]);
  });
});
