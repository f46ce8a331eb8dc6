import { expect, it } from 'vitest';
import { groupMade } from '../groups/groups.testing';
import { type DissolveWorld, dissolveBlockers } from './dissolve.rules';
import type { RuleEntry } from './group-rule.schema';

const group = groupMade('g', {});
const entry = (id: string, more: Partial<RuleEntry>): RuleEntry => ({
  id,
  groupId: 'g',
  memberId: 'm',
  kind: 'warning',
  what: '发广告',
  at: 1,
  ...more,
});
const appeal = (outcome?: 'stands' | 'withdrawn') => ({
  text: '不是广告',
  at: 2,
  ...(outcome && { outcome }),
});
const world = (entries: RuleEntry[], more: Partial<DissolveWorld> = {}): DissolveWorld => ({
  group,
  groups: [group],
  classes: [],
  plan: { ticks: {} },
  items: [],
  questions: [],
  entries,
  waiting: [],
  content: [],
  runs: [],
  today: '2026-11-23',
  ...more,
});

it('an appeal without a decision stands in the way, of this group and until it is decided', () => {
  const entries = [
    entry('open', { appeal: appeal() }),
    entry('stands', { appeal: appeal('stands') }),
    entry('withdrawn', { appeal: appeal('withdrawn') }),
    entry('none', {}),
    entry('elsewhere', { groupId: 'other', appeal: appeal() }),
  ];
  const line = { key: 'openAppeals', count: 1, refIds: ['open'] };
  expect(dissolveBlockers(world(entries))).toEqual([{ ...line, isTicked: false }]);
  const ticks = { openAppeals: { at: 3, reason: '当面说清了' } };
  expect(dissolveBlockers(world(entries, { plan: { ticks } }))).toEqual([
    { ...line, isTicked: true },
  ]);
  expect(dissolveBlockers(world(entries.slice(1)))).toEqual([]);
});

it('a reward under appeal is two lines; one that was taken back is none', () => {
  const reward = (outcome?: 'withdrawn') => [
    entry('r', { kind: 'reward', appeal: appeal(outcome) }),
  ];
  expect(dissolveBlockers(world(reward())).map(({ key }) => key)).toEqual([
    'pendingRewards',
    'openAppeals',
  ]);
  expect(dissolveBlockers(world(reward('withdrawn')))).toEqual([]);
});
