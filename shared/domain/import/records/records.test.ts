import { nearestSlot } from '@shared/domain/calendar/slot.rules';
import { DEFAULT_SLOT_SETTINGS } from '@shared/domain/calendar/slot-defaults';
import { groupFinder } from '@shared/domain/groups/group-name.rules';
import { describe, expect, it } from 'vitest';
import { dataRows } from '../columns/data-rows';
import { missingFields } from '../columns/fields';
import { findHeader } from '../columns/header';
import { proposeMapping } from '../columns/mapping';
import type { RecordKind } from '../columns/record-fields';
import { existingMembersOf } from '../plan/existing-lists';
import type { RawCell } from '../sheet';
import { sheetOfRows } from '../sheet-builder';
import { parseMeasureCell, parseSecondsCell, parseTemperatures } from './measure-cell';
import { recordPlanner } from './plan-records';
import type { ExistingRecords, RecordEntity, RecordValues } from './record';
import { recordKey } from './record-key';
import { stepOf } from './record-words';

type Stored = { entity: RecordEntity; id: string; values: RecordValues };
const ZONE = 'Asia/Shanghai';
const WANG = {
  id: 'm1',
  name: '王芳',
  phone: '+8613800138000',
  identity: 'unknown' as const,
  source: 'import' as const,
};

function plan(kind: RecordKind, rows: RawCell[][], stored: Stored[] = [], runId = 'run-1') {
  const sheet = sheetOfRows('Sheet1', rows);
  const header = findHeader(sheet, kind);
  if (!header) throw new Error('the test sheet has no header');
  const places = dataRows(sheet, header);
  const { mapping } = proposeMapping(sheet, header, places, kind);
  expect(missingFields(kind, mapping)).toEqual([]);
  const existing: ExistingRecords = {
    find: (entity, key) =>
      stored.find((one) => one.entity === entity && recordKey(entity, one.values) === key),
  };
  const context = {
    runId,
    groupOf: groupFinder([
      { id: 'g1', name: '一群' },
      { id: 'g3', name: '三群' },
      { id: 'g4', name: '三 群' },
    ]),
    columnIdOf: () => undefined,
    characterIdOf: () => undefined,
    assetIdOf: () => undefined,
    slotAt: (time: string) => nearestSlot(DEFAULT_SLOT_SETTINGS, time),
  };
  const file = { kind, sheet, titles: header.titles, mapping, rows: places, zone: ZONE, context };
  const planner = recordPlanner(file, existing, existingMembersOf([WANG], new Map()));
  planner.advance(planner.total);
  return [...planner.plan().entries];
}

describe('funnel sheets', () => {
  it('tell a count for each step in a column of its own', () => {
    const entries = plan('funnel', [
      ['日期', '广告位', '话术版本', '曝光数', '引导页访问', '加好友', '入群'],
      ['2026-11-20', '弹窗', 'B', 2000, '1,200', 300, '86人'],
    ]);
    expect(entries).toMatchObject([{ action: 'create', title: '2026-11-20 弹窗' }]);
    const [entry] = entries;
    expect(entry?.action === 'create' && entry.drafts.map(({ values }) => values)).toMatchObject([
      { runId: 'run-1', day: '2026-11-20', placement: '弹窗', variant: 'B', step: 2, count: 2000 },
      { step: 3, count: 1200 },
      { step: 5, count: 300 },
      { step: 7, count: 86 },
    ]);
  });

  it('tell one step a row, or single events of users', () => {
    const counts = plan('funnel', [
      ['步骤', '人数', '日期'],
      ['第3步', 120, '2026/11/20'],
      ['跳转微信', 80, '2026/11/20'],
      ['飞天', 80, '2026/11/20'],
    ]);
    expect(counts.map(({ action }) => action)).toEqual(['create', 'create', 'rejected']);
    const events = plan('funnel', [
      ['用户ID', '步骤', '时间'],
      ['u1', 3, '2026-11-20 08:00:00'],
      ['u1', 3, '2026-11-20 08:00:00'],
      ['', 3, '2026-11-20 08:00:00'],
    ]);
    expect(events.map(({ action }) => action)).toEqual(['create', 'unchanged', 'rejected']);
    expect(events[0]).toMatchObject({
      drafts: [
        { entity: 'funnelEvents', values: { subject: 'u1', step: 3, at: Date.UTC(2026, 10, 20) } },
      ],
    });
  });

  it('change nothing the second time and say so; other counts are an update', () => {
    const values = { runId: 'run-1', day: '2026-11-20', step: 3, count: 120 };
    const stored: Stored[] = [{ entity: 'funnelCounts', id: 'c1', values }];
    const rows = (count: number) => [
      ['步骤', '人数', '日期'],
      ['3', count, '2026-11-20'],
    ];
    expect(plan('funnel', rows(120), stored)).toMatchObject([{ action: 'unchanged' }]);
    expect(plan('funnel', rows(150), stored)).toMatchObject([
      {
        action: 'update',
        updates: [{ id: 'c1', patch: { count: 150 } }],
        changes: [{ field: 'count', before: '120', after: '150' }],
      },
    ]);
  });

  it('that disagree with themselves are not taken twice', () => {
    const entries = plan('funnel', [
      ['步骤', '人数', '日期'],
      ['3', 120, '2026-11-20'],
      ['3', 130, '2026-11-20'],
    ]);
    expect(entries).toMatchObject([
      { action: 'create' },
      { action: 'rejected', problems: [{ code: 'key-twice', row: 3 }] },
    ]);
  });
});

describe('interactions', () => {
  it('are of members that a key tells; a nickname alone is to confirm, strangers are not taken', () => {
    const entries = plan('interactions', [
      ['姓名', '手机号', '互动类型', '时间', '内容', '社群'],
      ['王芳', '13800138000', '打卡', '2026-11-20 08:05', '', '一群'],
      ['王芳', '', '晒单', '2026-11-20 09:00', '番茄真甜', '二群'],
      ['李静', '13900139000', '打卡', '2026-11-20 09:00', '', ''],
    ]);
    expect(entries).toMatchObject([
      {
        action: 'create',
        drafts: [{ values: { memberId: 'm1', kind: 'checkIn', groupId: 'g1' } }],
      },
      {
        action: 'confirm',
        memberId: 'm1',
        reason: 'weak-name',
        warnings: [{ code: 'group-unknown' }],
        drafts: [{ values: { kind: 'ugc', text: '番茄真甜' } }],
      },
      { action: 'rejected', problems: [{ code: 'person-unknown' }] },
    ]);
  });

  it('are of no group where two groups bear the name, and say so', () => {
    const [entry] = plan('interactions', [
      ['姓名', '手机号', '互动类型', '时间', '社群'],
      ['王芳', '13800138000', '打卡', '2026-11-20 08:05', '三群'],
    ]);
    expect(entry).toMatchObject({ action: 'create', warnings: [{ code: 'group-shared' }] });
    expect(entry?.action === 'create' && entry.drafts[0]?.values.groupId).toBeUndefined();
  });
});

describe('results, readings, weather', () => {
  it('are read with their units', () => {
    const [result] = plan('results', [
      ['日期', '标题', '时段', '阅读量', '人均观看时长', '成交额'],
      ['2026-11-20', '今日爆款', '晨间', '1.2万', '18分钟', '¥1,284.50'],
    ]);
    expect(result).toMatchObject({
      action: 'create',
      drafts: [
        { values: { slot: 'morning', opens: 12_000, averageSeconds: 1080, gmvFen: 128_450 } },
      ],
    });
    const [reading] = plan('suppliers', [
      ['供应商', '检测项目', '时间', '数值'],
      ['绿源基地', '运输温度', '2026-11-20 04:00', '-18.5℃'],
    ]);
    expect(reading).toMatchObject({
      drafts: [{ values: { kind: 'temperature', value: -18.5, unit: '°C' } }],
    });
    const [wide] = plan('suppliers', [
      ['供应商', '日期', '温控异常率', '损耗率'],
      ['绿源基地', '2026-11-20', '0.2%', '1.1%'],
    ]);
    expect(wide).toMatchObject({
      drafts: [
        { values: { kind: 'temperature', value: 0.2, unit: '%' } },
        { values: { kind: 'waste', value: 1.1, unit: '%' } },
      ],
    });
    const [weather] = plan('weather', [
      ['日期', '城市', '天气', '气温', '降水量'],
      ['2026-11-20', '上海', '小雨', '12~8℃', 3.5],
    ]);
    expect(weather).toMatchObject({
      drafts: [{ values: { place: '上海', lowC: 8, highC: 12, rainMm: 3.5 } }],
    });
  });

  it('without a figure or with one that is none are rejected with the reason', () => {
    expect(
      plan('results', [
        ['日期', '标题', '阅读量'],
        ['2026-11-20', '甲', '很多'],
        ['2026-11-20', '乙', ''],
        ['', '丙', 3],
      ]).map((entry) => entry.action === 'rejected' && entry.problems[0]?.code),
    ).toEqual(['number-unreadable', 'value-missing', 'time-missing']);
  });
});

describe('measures', () => {
  it.each([
    ['1,284', 1284, undefined],
    ['1.2万', 12_000, undefined],
    ['12.5%', 12.5, '%'],
    ['３６人', 36, '人'],
    [7, 7, undefined],
  ])('%s', (cell, value, unit) => {
    expect(parseMeasureCell(cell)).toEqual({ kind: 'measure', value, unit });
  });

  it('that are none are not guessed', () => {
    for (const cell of ['12~18', '很多', true, '2026-11-20']) {
      expect(parseMeasureCell(cell).kind).toBe('bad');
    }
    expect(parseMeasureCell('——').kind).toBe('none');
  });

  it('of time and temperature', () => {
    const seconds = (cell: string) => {
      const parsed = parseSecondsCell(cell);
      return parsed.kind === 'measure' ? parsed.value : parsed.kind;
    };
    expect(['95', '1分35秒', '01:35', '1:02:03', '2小时'].map(seconds)).toEqual([
      95, 95, 95, 3723, 7200,
    ]);
    expect(parseTemperatures('-3℃至5℃')).toEqual({ lowC: -3, highC: 5 });
    expect(parseTemperatures('晴')).toBeUndefined();
  });

  it('steps are known by number and by name', () => {
    expect(
      ['3', '第三步', 'step 5', '7. 入群', '加微引导页', '身份审核', '0', '别的'].map(stepOf),
    ).toEqual([3, 3, 5, 7, 3, 6, undefined, undefined]);
  });
});
