import type { GroupRule } from '@shared/domain/group-life/group-rule.schema';
import { expect, it } from 'vitest';
import { filteredEntries } from './entry-filter';
import { noticeText } from './notice-text';

const rule = (id: string, polarity: GroupRule['polarity'], text: string): GroupRule => ({
  id,
  polarity,
  text,
  consequence: 'points',
  rank: 0,
});
const words = {
  title: '一群 群规',
  encouraged: '【鼓励】',
  forbidden: '【禁止】',
  end: '可以申诉。',
  follows: ({ id }: GroupRule) => (id === 'a' ? '+5 分' : ''),
};

it('announces what is encouraged before what is forbidden, each numbered from one', () => {
  const rules = [
    rule('f', 'forbidden', '发广告'),
    rule('a', 'encouraged', '晒单'),
    rule('b', 'encouraged', '答疑'),
  ];
  expect(noticeText(rules, words)).toBe(
    '一群 群规\n\n【鼓励】\n1. 晒单 — +5 分\n2. 答疑\n\n【禁止】\n1. 发广告\n\n可以申诉。',
  );
  expect(noticeText([], words)).toBe('');
});

it('finds promised rewards and open appeals of a person, and what was withdrawn', () => {
  const base = { groupId: 'g', what: '一笔', at: 1 };
  const entries = [
    { ...base, id: '1', memberId: 'a', kind: 'reward' as const },
    { ...base, id: '2', memberId: 'a', kind: 'reward' as const, givenAt: 2 },
    { ...base, id: '3', memberId: 'b', kind: 'warning' as const, appeal: { text: '不', at: 2 } },
    {
      ...base,
      id: '4',
      memberId: 'b',
      kind: 'warning' as const,
      appeal: { text: '不', at: 2, outcome: 'withdrawn' as const },
    },
  ];
  const nameOf = (id: string) => (id === 'a' ? '王芳' : '李雷');
  const found = (show: 'all' | 'openReward' | 'openAppeal' | 'withdrawn', who = '') =>
    filteredEntries(entries, { show, kind: undefined, who }, nameOf).map(({ id }) => id);
  expect(found('openReward')).toEqual(['1']);
  expect(found('openAppeal')).toEqual(['3']);
  expect(found('withdrawn')).toEqual(['4']);
  expect(found('all', '雷')).toEqual(['3', '4']);
});
