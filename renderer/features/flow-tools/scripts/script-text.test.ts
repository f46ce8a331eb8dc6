import { expect, it } from 'vitest';
import { filledText, partsOf, variablesOf } from './script-text';

const TEXT = '{昵称}你好，欢迎进 {群名}。\n{昵称}先改昵称';

it('names each variable once', () => {
  expect(variablesOf(TEXT)).toEqual(['昵称', '群名']);
  expect(variablesOf('没有变量 {} 的话')).toEqual([]);
});

it('fills what is known and leaves the rest to be seen', () => {
  expect(filledText(TEXT, { 群名: '花城实体一群', 昵称: ' ' })).toBe(
    '{昵称}你好，欢迎进 花城实体一群。\n{昵称}先改昵称',
  );
  expect(partsOf('到 {群名}', { 群名: '一群' })).toEqual([
    { text: '到 ', kind: 'plain' },
    { text: '一群', kind: 'filled' },
  ]);
});

it('puts a value in as it is, braces and all', () => {
  expect(filledText('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&');
});
