import { expect, test } from 'vitest';
import { i18n } from './i18n';
import { defineMessages, translator } from './messages';

const fruit = defineMessages('test-fruit', {
  zh: { box_one: '{{count}} 箱', box_other: '{{count}} 箱', greeting: '你好，{{name}}' },
  en: { box_one: '{{count}} box', box_other: '{{count}} boxes', greeting: 'Hello, {{name}}' },
});

test('the window starts in Chinese and a document can ask for the other language', () => {
  expect(i18n.language).toBe('zh-CN');
  expect(translator(fruit)('greeting', { name: '张三' })).toBe('你好，张三');
  expect(translator(fruit, 'en')('greeting', { name: 'Ann' })).toBe('Hello, Ann');
});

test('a count picks the plural form of the language', () => {
  const en = translator(fruit, 'en');
  expect(en('box', { count: 1 })).toBe('1 box');
  expect(en('box', { count: 3 })).toBe('3 boxes');
  expect(translator(fruit, 'zh-CN')('box', { count: 1 })).toBe('1 箱');
});

test('text of people is inserted as it is, React escapes it', () => {
  expect(translator(fruit, 'en')('greeting', { name: 'a<b>&"' })).toBe('Hello, a<b>&"');
});

test('a catalogue with a missing or a foreign key does not compile', () => {
  // @ts-expect-error the English words lack `b`
  defineMessages('test-missing', { zh: { a: '甲', b: '乙' }, en: { a: 'A' } });
  // @ts-expect-error `c` has no Chinese words
  defineMessages('test-extra', { zh: { a: '甲' }, en: { a: 'A', c: 'C' } });
  // @ts-expect-error no such key
  const wrong = () => translator(fruit)('greetings');
  expect(wrong()).toBe('greetings');
});
