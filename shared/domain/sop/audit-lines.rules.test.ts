import { expect, it } from 'vitest';
import { planPastedLines, readPastedLines } from './audit-lines.rules';

it('reads nickname, phone and WeChat ID in any order, numbered or labelled', () => {
  const text = [
    '小周 13800138000 zhou_88',
    '1. 阿强五金店，微信：aqiang2020，电话：138 0013 8001',
    '',
    'wx_only_88',
    '\t老李\t+8613800138002',
    'Anna',
    '138001',
  ].join('\n');
  expect(readPastedLines(text).map(({ raw: _, ...line }) => line)).toEqual([
    { nickname: '小周', phone: '+8613800138000', wechatId: 'zhou_88' },
    { nickname: '阿强五金店', phone: '+8613800138001', wechatId: 'aqiang2020' },
    { nickname: '', wechatId: 'wx_only_88' },
    { nickname: '老李', phone: '+8613800138002' },
    { nickname: 'Anna' },
    { nickname: '138001' },
  ]);
});

it('finds members by their ids, by a nickname only where one bears it, and merges nobody', () => {
  const roster = [
    { id: 'a', name: '小周', phone: '+8613800138000' },
    { id: 'b', name: '周女士', wechatId: 'Zhou_88' },
    { id: 'c', name: '老李', groupNickname: '李掌柜' },
    { id: 'd', name: '阿强' },
    { id: 'e', name: '阿强' },
    { id: 'f', name: '已在' },
  ];
  const fates = (text: string) =>
    planPastedLines(readPastedLines(text), roster, new Set(['f'])).map(({ fate, memberId }) => [
      fate,
      memberId,
    ]);
  expect(fates('周先生 13800138000\n谁 zhou_88\n小周 13800138000 zhou_88')).toEqual([
    ['member', 'a'],
    ['member', 'b'],
    ['unclear', undefined],
  ]);
  expect(fates('李掌柜\n阿强\n已在\n新人\n阿强 13900139000\n阿强二 13900139000')).toEqual([
    ['member', 'c'],
    ['unclear', undefined],
    ['queued', 'f'],
    ['new', undefined],
    ['new', undefined],
    ['again', undefined],
  ]);
  expect(fates('新来的 13900139009\n新来的')).toEqual([
    ['new', undefined],
    ['unclear', undefined],
  ]);
  expect(fates('老李\n老李')).toEqual([
    ['member', 'c'],
    ['again', 'c'],
  ]);
});
