import { expect, test } from 'vitest';
import { describeError, errorText } from './error-text';
import { HUB_REFUSALS } from './hub-http';

test('a code speaks in the language of the window, with its values', () => {
  expect(describeError('file-gone', { name: '七月.xlsx' }, 'zh-CN')).toContain('「七月.xlsx」');
  expect(describeError('file-gone', { name: 'july.xlsx' }, 'en')).toContain('“july.xlsx”');
});

test('an unknown code is named rather than silent', () => {
  expect(describeError('no-such-code', {}, 'zh-CN')).toContain('no-such-code');
  expect(describeError('toString', {}, 'en')).toContain('toString');
});

test('both languages of a code use the same values', () => {
  const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort();
  for (const { zh, en } of Object.values(errorText)) {
    expect(new Set(names(zh))).toEqual(new Set(names(en)));
  }
});

test('every refusal of the hub is said in words', () => {
  expect(HUB_REFUSALS.filter((code) => !Object.hasOwn(errorText, code))).toEqual([]);
});
