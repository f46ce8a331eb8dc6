import type { CodeColumn, PeopleScores } from '@shared/domain/people/people-columns';
import { columnsOf, type WrittenPerson } from '@shared/domain/people/people-columns.testing';
import fc from 'fast-check';
import type { RuleWorld } from '../engine-types';
import type { Rule } from '../rule.schema';
import { GROUPS, PRODUCTS, randomPeople, TAG_IDS, TODAY } from './random-people';
import { randomRule, SEGMENT_IDS } from './random-rule';

/** What the models say of one person, as one would write it down. */
export type WrittenScores = {
  rfm?: readonly [number, number, number];
  quadrant?: string;
  persona?: { frequency: string; orderValue: string; category: string };
  level?: string;
  ltvFen?: number;
};

export type WrittenWorld = {
  people: WrittenPerson[];
  scores: Record<string, WrittenScores>;
  tagRules: Record<string, Rule | undefined>;
  segmentRules: Record<string, Rule | undefined>;
  snapshot: readonly string[];
};

const score = fc.integer({ min: 1, max: 5 });
const randomScores: fc.Arbitrary<WrittenScores> = fc.record(
  {
    rfm: fc.tuple(score, score, score),
    quadrant: fc.constantFrom('top', 'risk'),
    persona: fc.record({
      frequency: fc.constantFrom('daily', 'weekly'),
      orderValue: fc.constantFrom('low', 'high'),
      category: fc.constantFrom('organic', 'fruit'),
    }),
    level: fc.constantFrom('gold', 'silver'),
    ltvFen: fc.integer({ min: 0, max: 100 }),
  },
  { requiredKeys: [] },
);

const rulesFor = (ids: readonly string[]) =>
  fc
    .tuple(...ids.map(() => fc.option(randomRule, { nil: undefined })))
    .map((rules) => Object.fromEntries(ids.map((id, i) => [id, rules[i]])));

/** Tags and segments may well lead back to themselves. */
export const randomWorld: fc.Arbitrary<WrittenWorld> = fc.record({
  people: randomPeople,
  scores: fc
    .array(randomScores, { minLength: 12, maxLength: 12 })
    .map((all) => Object.fromEntries(all.map((scores, row) => [`m${row}`, scores]))),
  tagRules: rulesFor(TAG_IDS),
  segmentRules: rulesFor(SEGMENT_IDS),
  snapshot: fc.subarray(['m0', 'm1', 'm2', 'm5']),
});

export const testCategoryOf = (product: string): string | undefined =>
  product.includes('有机')
    ? 'organic'
    : product.includes('番茄')
      ? 'vegetable'
      : product.includes('鸡蛋')
        ? 'egg'
        : undefined;

function codes(values: readonly (string | undefined)[]): CodeColumn {
  const known = [...new Set(values.filter((value) => value !== undefined))];
  return { values: known, of: Uint32Array.from(values, (v) => (v ? known.indexOf(v) + 1 : 0)) };
}

function scoreColumns({ people, scores }: WrittenWorld): PeopleScores {
  const all = people.map(({ id }) => scores[id] ?? {});
  const part = (at: 0 | 1 | 2) => Uint8Array.from(all, ({ rfm }) => rfm?.[at] ?? 0);
  return {
    rfm: { r: part(0), f: part(1), m: part(2) },
    quadrant: codes(all.map(({ quadrant }) => quadrant)),
    persona: {
      frequency: codes(all.map(({ persona }) => persona?.frequency)),
      orderValue: codes(all.map(({ persona }) => persona?.orderValue)),
      category: codes(all.map(({ persona }) => persona?.category)),
    },
    level: codes(all.map(({ level }) => level)),
    ltvFen: Float64Array.from(all, ({ ltvFen }) => ltvFen ?? Number.NaN),
  };
}

/** The same world as the engine reads it; columns can be replaced to play edits. */
export function worldOf(written: WrittenWorld): RuleWorld {
  return {
    columns: columnsOf(written.people, GROUPS, PRODUCTS),
    scores: scoreColumns(written),
    tagRule: (id) => written.tagRules[id],
    segmentRule: (id) => written.segmentRules[id],
    snapshotMarks: (id) =>
      id === 'p1'
        ? Uint8Array.from(written.people, (person) =>
            written.snapshot.includes(person.id) ? 1 : 0,
          )
        : undefined,
    categoryOf: testCategoryOf,
    today: TODAY,
  };
}
