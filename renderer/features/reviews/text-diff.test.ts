import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DiffPart, diffTexts } from './text-diff';

const joined = (parts: DiffPart[], not: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== not)
    .map(({ text }) => text)
    .join('');

it('marks single Chinese characters and whole Latin words', () => {
  expect(diffTexts('先加好友再审核', '先审核')).toEqual([
    { kind: 'same', text: '先' },
    { kind: 'removed', text: '加好友再' },
    { kind: 'same', text: '审核' },
  ]);
  expect(diffTexts('send it today', 'send it tomorrow')).toEqual([
    { kind: 'same', text: 'send it ' },
    { kind: 'removed', text: 'today' },
    { kind: 'added', text: 'tomorrow' },
  ]);
});

it('makes up both texts, whatever they are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '好', '群', '\n', '😀'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffTexts(before, after);
      expect(joined(parts, 'added')).toBe(before);
      expect(joined(parts, 'removed')).toBe(after);
      if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
    }),
  );
});

it('replaces all where the texts are too long to compare', () => {
  const long = '好'.repeat(3000);
  expect(diffTexts(long, `${long}了`)).toEqual([
    { kind: 'removed', text: long },
    { kind: 'added', text: `${long}了` },
  ]);
});
