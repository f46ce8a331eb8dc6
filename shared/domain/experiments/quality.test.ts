import { contentItemSchema } from '@shared/domain/calendar/content.schema';
import { contentResultSchema } from '@shared/domain/calendar/content-result.schema';
import { describe, expect, it } from 'vitest';
import { type ExperimentUnit, experimentSchema } from './experiment.schema';
import { readingsFromResults } from './from-results.rules';
import { qualityOf } from './quality.rules';

const experiment = experimentSchema.parse({
  id: 'e',
  name: '封面',
  factor: 'cover',
  arms: [
    { key: 'A', label: '菜市场' },
    { key: 'B', label: '大棚' },
  ],
  seed: 1,
  state: 'running',
  startedAt: 1000,
  endsAt: 9000,
  round: 1,
});

const units: ExperimentUnit[] = ['A', 'A', 'B', 'B'].map((armKey, at) => ({
  id: `u${at}`,
  experimentId: 'e',
  round: 1,
  groupId: `g${at}`,
  armKey,
  size: 100,
  itemId: `item${armKey}`,
  exposed: 60 + at,
  converted: 3,
}));
const item = (armKey: string, groupIds: string[], more = {}) =>
  contentItemSchema.parse({
    id: `item${armKey}`,
    title: '到货',
    date: '2026-05-04',
    slot: 'noon',
    groupIds,
    status: 'sent',
    ...more,
  });
const items = [item('A', ['g1', 'g0']), item('B', ['g2', 'g3'])];
const keysOf = (...args: Parameters<typeof qualityOf>) =>
  qualityOf(...args).map(({ check, state }) => `${check.key} ${state}`);
const nobody = new Set<string>();

describe('quality before the end', () => {
  it('tells counts and soundness, and never who is ahead', () => {
    const checks = qualityOf(experiment, units, items, nobody, 2000);
    expect(checks.map(({ check, state }) => `${check.key} ${state}`)).toEqual([
      'readings good',
      'assignment good',
      'exposure good',
    ]);
    const better = units.map((unit) => (unit.armKey === 'B' ? { ...unit, converted: 50 } : unit));
    expect(qualityOf(experiment, better, items, nobody, 2000)).toEqual(checks);
  });

  it('finds what makes a comparison unfair', () => {
    expect(keysOf(experiment, units, items, nobody, 999)).toContain('clockBack bad');
    expect(keysOf(experiment, units, items.slice(1), nobody, 2000)).toContain('itemGone doubt');
    const elsewhere = [item('A', ['g0']), item('B', ['g2', 'g3'], { sentAt: 500 })];
    const found = keysOf(experiment, units, elsewhere, new Set(['g2']), 2000);
    expect(found).toContain('groupsChanged bad');
    expect(found).toContain('sentBefore bad');
    expect(found).toContain('groupGone doubt');
  });

  it('doubts readings of an item that nobody marked as sent', () => {
    const draft = [item('A', ['g1', 'g0']), item('B', ['g2', 'g3'], { status: 'ready' })];
    expect(keysOf(experiment, units, draft, nobody, 2000)).toContain('notSent doubt');
    const unread = units.map(({ exposed: _, ...unit }) => unit);
    expect(keysOf(experiment, unread, draft, nobody, 2000)).not.toContain('notSent doubt');
  });

  it('finds readings that cannot be', () => {
    const odd = units.map((unit, at) => ({ ...unit, exposed: at === 0 ? 200 : 2 }));
    const found = keysOf(experiment, odd, items, nobody, 2000);
    expect(found).toContain('impossible bad');
    expect(found).toContain('exposedAboveSize doubt');
    const unread = units.map(({ exposed: _, ...unit }) => unit);
    expect(keysOf(experiment, unread, items, nobody, 2000)).toContain('readings doubt');
  });
});

describe('readings from results', () => {
  const row = (id: string, more: object) =>
    contentResultSchema.parse({ id, day: '2026-05-04', title: '到货', ...more });

  it('take the group’s own rows of the arm’s item, joined', () => {
    const results = [
      row('1', { contentItemId: 'itemA', groupId: 'g0', reach: 80, orders: 4, averageSeconds: 30 }),
      row('2', { contentItemId: 'itemA', groupId: 'g0', reach: 20, shares: 1, averageSeconds: 60 }),
      row('3', { contentItemId: 'itemB', groupId: 'g0', reach: 999 }),
      row('4', { contentItemId: 'itemB', groupId: 'g2', opens: 33, participants: 2 }),
      row('5', { contentItemId: 'itemB', groupId: 'g3' }),
    ];
    expect(readingsFromResults(units, results)).toEqual([
      { unitId: 'u0', exposed: 100, converted: 4, shared: 1, dwellSeconds: 36 },
      { unitId: 'u2', exposed: 33, converted: 2 },
    ]);
  });
});
