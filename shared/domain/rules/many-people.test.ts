import { manyPeople } from '@shared/domain/people/many-people.testing';
import type { CodeColumn } from '@shared/domain/people/people-columns';
import { categoryOf } from '@shared/domain/products/category.rules';
import { libraryTag, tagLibrary } from '@shared/domain/tags/tag-library';
import { expect, test } from 'vitest';
import type { RuleWorld } from './engine-types';
import { RuleEngine } from './rule-engine';

const N = 4000;
const today = 20_500;
const codes = (values: readonly string[]): CodeColumn => ({
  values,
  of: Uint32Array.from({ length: N }, (_, row) => row % (values.length + 1)),
});
const scores = (seed: number) => Uint8Array.from({ length: N }, (_, row) => (row * seed) % 6);

const world: RuleWorld = {
  columns: manyPeople(N, {
    today,
    products: ['有机番茄', '小青菜', '土鸡蛋', '苹果', '玉米油', '带鱼', '抽纸', '酸奶', '辣条'],
    tagIds: tagLibrary.slice(0, 5).map(({ id }) => id),
  }),
  scores: {
    rfm: { r: scores(7), f: scores(11), m: scores(13) },
    quadrant: codes(['top', 'risk', 'value', 'growing']),
    persona: {
      frequency: codes(['daily', 'weekly']),
      orderValue: codes(['low', 'high']),
      category: codes(['organic', 'vegetables']),
    },
    level: codes(['gold', 'silver']),
    ltvFen: Float64Array.from({ length: N }, (_, row) => row),
  },
  tagRule: (id) => libraryTag(id)?.rule,
  segmentRule: () => undefined,
  snapshotMarks: () => undefined,
  categoryOf,
  today,
};

test('every ready-made tag: asked of everybody and asked one by one it is carried by the same people', () => {
  const engine = new RuleEngine(world);
  const one = new RuleEngine(world);
  const carried = tagLibrary.filter(({ rule }) => {
    const marks = engine.marks(rule);
    for (let row = 0; row < N; row += 7) {
      if (one.matches(rule, row) !== (marks[row] === 1)) throw new Error(`row ${row} differs`);
    }
    return engine.count(rule) > 0;
  });
  // Names and notes of invented people are few, so that some tags about texts find nobody.
  expect(carried.length).toBeGreaterThan(tagLibrary.length * 0.6);
});
