import { describe, expect, it } from 'vitest';
import { entryLine, libraryUses } from './library.rules';

describe('uses of library entries', () => {
  const items = [
    { title: '今晚八点，苹果 五斤装', text: '想要的群里回「苹果」，今晚截单。' },
    { title: '今晚八点,苹果五斤装', assetIds: ['cover', 'cover'] },
    { title: '别的', text: '回复' },
  ];
  const uses = (kind: 'title' | 'cover' | 'callToAction', text: string, assetId?: string) =>
    libraryUses([{ id: 'e', kind, text, assetId }], items).get('e');

  it('count a title where it is the title, width and blanks aside', () => {
    expect(uses('title', '今晚八点，苹果五斤装')).toBe(2);
    expect(uses('title', '今晚八点')).toBeUndefined();
  });

  it('count a call to action where the words stand in a text', () => {
    expect(uses('callToAction', '群里回「苹果」')).toBe(1);
  });

  it('do not count a few characters that stand anywhere', () => {
    expect(uses('callToAction', '回复')).toBeUndefined();
  });

  it('count a cover once for each item that holds its picture', () => {
    expect(uses('cover', '', 'cover')).toBe(1);
    expect(uses('cover', '')).toBeUndefined();
  });
});

describe('the line of an entry', () => {
  it('is its first line with words, cut between whole characters', () => {
    expect(entryLine({ text: '\n  早安 \n第二行' })).toBe('早安');
    expect(entryLine({ text: '㛃䶮𠮷😀长' }, 3)).toBe('㛃䶮𠮷…');
    expect(entryLine({ text: '' })).toBe('');
  });
});
