import { type Rule, ruleSchema } from '@shared/domain/rules/rule.schema';
import { partsOf } from '@shared/domain/rules/rule-size';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '@/ui/format';
import { modelNames } from '../words/model-names';
import type { RuleNames } from '../words/rule-names';
import { createRuleWords } from '../words/rule-words';
import { conditionStarts, START_IDS, type StartValues } from './condition-catalogue';
import {
  addPart,
  asGroup,
  duplicatePart,
  isGroup,
  isNot,
  movePart,
  type RulePath,
  removePart,
  replaceAt,
  replaceCore,
  ruleAt,
  setGroupKind,
  setHeld,
  toggleNot,
  unwrapPart,
  wrapPart,
} from './rule-edit';

const from: StartValues = {
  channel: '朋友介绍',
  region: '',
  product: '草莓',
  otherProduct: '蓝莓',
  category: undefined,
  tagId: 'tag-1',
  segmentId: 'segment-1',
  snapshotId: undefined,
  level: 'silver',
  frequency: 'weekly',
};

/** Every place of a rule, the root first. */
function placesOf(rule: Rule, path: RulePath = []): RulePath[] {
  return [path, ...partsOf(rule).flatMap((part, i) => placesOf(part, [...path, i]))];
}

type Step = { what: number; where: number; which: number };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat(9),
  where: fc.nat(1000),
  which: fc.nat(1000),
});

/** What the builder's buttons do, at any place that has such a button. */
function press(root: Rule, { what, where, which }: Step): Rule {
  const places = placesOf(root);
  const groups = places.filter((path) => {
    const at = ruleAt(root, path);
    return at !== undefined && isGroup(at);
  });
  // Parts of groups: where the builder shows a menu.
  const parts = places.filter((path) => {
    const outer = ruleAt(root, path.slice(0, -1));
    return path.length > 0 && outer !== undefined && isGroup(outer);
  });
  const group = groups[where % groups.length] ?? [];
  const id = START_IDS[which % START_IDS.length] ?? 'ordered';
  const fresh = conditionStarts[id].make(from);
  if (what === 0 || parts.length === 0) return addPart(root, group, fresh);
  const part = parts[where % parts.length] ?? [];
  switch (what) {
    case 1:
      return removePart(root, part);
    case 2:
      return duplicatePart(root, part);
    case 3:
      return movePart(root, part, which % 2 === 0 ? 1 : -1);
    case 4:
      return wrapPart(root, part);
    case 5:
      return unwrapPart(root, part);
    case 6:
      return replaceAt(root, part, toggleNot);
    case 7:
      return replaceAt(root, part, (it) =>
        setHeld(it, which % 3 === 0 ? undefined : 1 + (which % 90)),
      );
    case 8:
      return setGroupKind(root, group, which % 2 === 0 ? 'any' : 'all');
    default:
      return replaceAt(root, part, (it) => (isGroup(it) ? it : replaceCore(it, fresh)));
  }
}

const format = createFormat({ language: 'zh-CN', isMasked: false, timeZone: 'Asia/Shanghai' });
const gone: Omit<RuleNames, 'category' | 'quadrant' | 'level' | 'band'> = {
  tag: () => undefined,
  segment: () => undefined,
  snapshot: () => undefined,
  group: () => undefined,
};
const speakers = (['zh-CN', 'en'] as const).map((language) =>
  createRuleWords(language, format, { ...gone, ...modelNames(language, {}) }),
);

describe('rules made with the builder', () => {
  it('are valid and have a whole sentence in both languages, whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const rule = steps.reduce<Rule>(press, asGroup({ kind: 'all', of: [] }));
        expect(ruleSchema.safeParse(rule).success).toBe(true);
        for (const { sentence } of speakers) {
          const said = sentence(rule);
          expect(said.trim()).not.toBe('');
          expect(said).not.toMatch(/undefined|NaN|\{\{|\[object|\b(rule|words)\.|：$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are turned round and back, held and let go, without a trace', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 1, max: 90 }),
        (steps, n) => {
          const rule = steps.reduce<Rule>(press, asGroup({ kind: 'all', of: [] }));
          for (const path of placesOf(rule)) {
            const part = ruleAt(rule, path) ?? rule;
            expect(isNot(toggleNot(part))).toBe(!isNot(part));
            if (!JSON.stringify(part).startsWith('{"kind":"held"')) {
              expect(setHeld(setHeld(part, n), undefined)).toEqual(setHeld(part, undefined));
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are never changed in place', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
        let rule: Rule = asGroup({ kind: 'all', of: [] });
        for (const each of steps) {
          const before = JSON.stringify(rule);
          const next = press(rule, each);
          expect(JSON.stringify(rule)).toBe(before);
          rule = next;
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('every condition that can be begun', () => {
  it.each(START_IDS)('%s is a condition with words of its own', (id) => {
    const rule = conditionStarts[id].make(from);
    expect(ruleSchema.safeParse(rule).success).toBe(true);
    const [zh, en] = speakers.map(({ sentence }) => sentence(rule));
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/i);
    const [turned] = speakers.map(({ sentence }) => sentence(toggleNot(rule)));
    expect(turned).not.toBe(zh);
  });
});
