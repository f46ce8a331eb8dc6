import { EVERYBODY } from '@shared/domain/rules/rule.schema';
import type { Tag } from '@shared/domain/tags/tag.schema';
import { tagLibrary } from '@shared/domain/tags/tag-library';
import { describe, expect, it } from 'vitest';
import { START_VIEW, type TagView, tagsInView, WANTED } from './tag-view';

const tags: Tag[] = [
  { id: 'a', name: '老客', kind: 'base', rule: EVERYBODY, note: '认识满一年' },
  { id: 'b', name: '爱买菜', kind: 'behaviour', rule: EVERYBODY, isOff: true },
  { id: 'c', name: '宝妈', kind: 'behaviour' },
  { id: 'd', name: '旧的', kind: 'emotion', rule: EVERYBODY, isHidden: true, isOff: true },
];
const facts = {
  carriersOf: (id: string) => (id === 'c' ? 2 : 0),
  hasFailed: (id: string) => id === 'a',
};
const ids = (patch: Partial<TagView>) =>
  tagsInView(tags, { ...START_VIEW, ...patch }, facts).map(
    ({ section, tags: of }) => `${section}:${of.map((tag) => tag.id).join()}`,
  );

describe('the list of tags', () => {
  it('puts tags without a rule in a section of their own, and hidden ones away', () => {
    expect(ids({})).toEqual(['base:a', 'behaviour:b', 'hand:c']);
    expect(ids({ state: 'hidden' })).toEqual(['emotion:d']);
  });

  it('finds words in names and notes', () => {
    expect(ids({ text: ' 一年' })).toEqual(['base:a']);
    expect(ids({ text: '没有' })).toEqual([]);
  });

  it('narrows by section and by state', () => {
    expect(ids({ section: 'hand' })).toEqual(['hand:c']);
    expect(ids({ state: 'on' })).toEqual(['base:a']);
    expect(ids({ state: 'off' })).toEqual(['behaviour:b']);
    expect(ids({ state: 'people' })).toEqual(['hand:c']);
    expect(ids({ state: 'failed' })).toEqual(['base:a']);
  });

  it('is filled by the library as much as is wanted', () => {
    for (const [kind, least] of Object.entries(WANTED)) {
      expect(tagLibrary.filter((tag) => tag.kind === kind).length).toBeGreaterThanOrEqual(least);
    }
  });
});
