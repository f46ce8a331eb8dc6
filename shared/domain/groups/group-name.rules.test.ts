import { expect, it } from 'vitest';
import { groupFinder, isNameTaken } from './group-name.rules';

const groups = [
  { id: 'aaaaaaaa-1', name: '花城一群' },
  { id: 'bbbbbbbb-2', name: '花城 一群' },
  { id: 'cccccccc-3', name: 'VIP群' },
];

it('a name that two groups bear means neither of them', () => {
  const find = groupFinder(groups);
  expect(find('花城一群')).toBe('shared');
  expect(find('花城　一群')).toBe('shared');
  expect(find('ＶＩＰ群')).toEqual({ id: 'cccccccc-3' });
  expect(find('没有的群')).toBeUndefined();
});

it('an export tells groups of one name apart, and its names lead back', () => {
  const find = groupFinder([
    { id: 'group-aaaa1111', name: '一群' },
    { id: 'group-bbbb2222', name: '一群' },
  ]);
  expect(find('一群 [bbbb2222]')).toEqual({ id: 'group-bbbb2222' });
  expect(find('一群')).toBe('shared');
});

it('a new name is held against every other group, a kept one not against itself', () => {
  expect(isNameTaken(groups, ' vip群')).toBe(true);
  expect(isNameTaken(groups, 'VIP群', 'cccccccc-3')).toBe(false);
  expect(isNameTaken(groups, '')).toBe(false);
});
