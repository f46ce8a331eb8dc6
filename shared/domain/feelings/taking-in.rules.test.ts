import { expect, test } from 'vitest';
import type { Interaction } from '../interactions/interaction.schema';
import { FeelingReader } from './feeling-reader';
import { commentOfInteraction } from './taking-in.rules';

const reader = new FeelingReader();
const read = (kind: Interaction['kind'], text: string) =>
  commentOfInteraction({ id: 'i', memberId: 'm', kind, at: 0, text }, reader);

test.each([
  ['checkIn', '今日打卡'],
  ['share', '分享到朋友圈：希腊酸奶'],
  ['attend', '到场领了礼品'],
  ['note', '上次说草莓坏了两颗'],
] as const)('%s tells what was done, not what somebody said', (kind, text) => {
  expect(read(kind, text)).toBeUndefined();
});

test.each([
  ['ugc', '晒一下晚饭：油焖笋，食材都是群里买的'],
  ['ugc', '周末家宴，蔬菜浓汤被一抢而空'],
  ['question', '请问空气炸锅小酥肉是哪里产的？'],
] as const)('%s %s complains of nothing', (kind, text) => {
  expect(read(kind, text)).toMatchObject({ feeling: 'unsure', intensity: 0 });
});

test.each([
  ['ugc', '晒一下，烂了一半'],
  ['ugc', '返图，一点都不新鲜'],
  ['question', '怎么又没送来？'],
  ['complaint', '有机五常大米比楼下超市还贵'],
  ['complaint', '请问空气炸锅小酥肉是哪里产的？'],
] as const)('%s %s does', (kind, text) => {
  const comment = read(kind, text);
  expect(comment?.feeling).toBe('bad');
  expect(comment?.intensity).toBeGreaterThan(0);
});

test.each([
  ['不是说今天到吗，怎么还没来', 'delivery'],
  ['鱼不新鲜，有味道', 'freshness'],
  ['第一次做家常豆腐', 'other'],
  ['周末家宴，蔬菜浓汤被一抢而空', 'other'],
])('%s is about %s', (text, topic) => {
  expect(read('ugc', text)?.topic).toBe(topic);
});
