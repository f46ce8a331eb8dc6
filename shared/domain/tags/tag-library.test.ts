import { ruleSchema } from '@shared/domain/rules/rule.schema';
import { describe, expect, test } from 'vitest';
import { type TAG_KINDS, tagSchema } from './tag.schema';
import { allTags, tagLibrary } from './tag-library';

const ofKind = (kind: (typeof TAG_KINDS)[number]) => tagLibrary.filter((tag) => tag.kind === kind);

describe('the library of ready-made tags', () => {
  test('has at least 30 base, 50 behaviour and 20 emotion tags', () => {
    expect(ofKind('base').length).toBeGreaterThanOrEqual(30);
    expect(ofKind('behaviour').length).toBeGreaterThanOrEqual(50);
    expect(ofKind('emotion').length).toBeGreaterThanOrEqual(20);
  });

  test('calls each tag by an id and by a name of its own in either language', () => {
    for (const of of [
      (tag: (typeof tagLibrary)[number]) => tag.id,
      (tag: (typeof tagLibrary)[number]) => tag.name.zh,
      (tag: (typeof tagLibrary)[number]) => tag.name.en.toLowerCase(),
    ]) {
      const values = tagLibrary.map(of);
      expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
    }
  });

  test.each(tagLibrary.map((tag) => [tag.id, tag] as const))('reads %s whole', (id, tag) => {
    expect(id).toMatch(new RegExp(`^tag-${tag.kind}-[a-z0-9-]+$`));
    // Strict: a misspelt part of a rule would silently mean more people.
    expect(ruleSchema.parse(tag.rule)).toEqual(tag.rule);
    for (const language of ['zh', 'en'] as const) {
      const row = { id, kind: tag.kind, name: tag.name[language], note: tag.note[language] };
      expect(tagSchema.parse(row)).toEqual(row);
      expect(row.note.length).toBeGreaterThan(8);
    }
  });
});

describe('the library beside rows of the workspace', () => {
  const ready = tagLibrary[0];
  test('a row bearing the id of a ready-made tag stands for it whole', () => {
    if (!ready) throw new Error('the library is empty');
    const changed = { id: ready.id, kind: ready.kind, name: '改过名的', isOff: true };
    const own = { id: 'own', kind: 'base' as const, name: '自己的' };
    const tags = allTags([changed, own], 'zh');
    expect(tags).toHaveLength(tagLibrary.length + 1);
    expect(tags.filter((tag) => tag.id === ready.id)).toEqual([changed]);
    expect(tags.at(-1)).toEqual(own);
  });
});
