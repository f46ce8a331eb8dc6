import { expect, it } from 'vitest';
import { textFor } from './rescue-text';

it('says the person’s name and what the run filled in, and leaves the rest to be seen', () => {
  const script = '{昵称}您好，{群名}还留着您的位置，{日期}前都有效';
  expect(textFor(script, '阿青', { 群名: '花城一群', 日期: ' ' })).toBe(
    '阿青您好，花城一群还留着您的位置，{日期}前都有效',
  );
});

it('takes values as they are and needs no name', () => {
  expect(textFor('{name}: {a}', '', { a: '$& {name}' })).toBe('{name}: $& {name}');
  expect(textFor('{name}', '$1')).toBe('$1');
});
