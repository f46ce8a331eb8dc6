import type { Explained, RuleWorld } from './engine-types';
import type { Condition, Rule } from './rule.schema';
import type { RuleReferences } from './rule-references';
import type { RuleTests } from './rule-tests';

type Explaining = {
  world: RuleWorld;
  tests: RuleTests;
  references: RuleReferences;
  fits: (rule: Rule, day: number) => boolean;
};
type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** Rules behind tags and segments are told so many levels down. */
const MOST_LEVELS = 4;

/** Why one person is in or out: every condition with what was found of it. */
export function explainRule(
  rule: Rule,
  row: number,
  day: number,
  by: Explaining,
  levels = MOST_LEVELS,
): Explained {
  const isTrue = by.fits(rule, day);
  const explain = (part: Rule) => explainRule(part, row, day, by, levels);
  const explainBehind = (part: Rule | undefined) =>
    part === undefined || levels === 0 ? [] : [explainRule(part, row, day, by, levels - 1)];
  switch (rule.kind) {
    case 'all':
    case 'any':
      return { rule, isTrue, of: rule.of.map(explain) };
    case 'not':
      return { rule, isTrue, of: [explain(rule.of)] };
    case 'held':
      return { rule, isTrue, ...runOf(rule.of, day, rule.days, by), of: [explain(rule.of)] };
    case 'tag': {
      const rules = rule.tagIds.flatMap((id) =>
        explainBehind(by.references.soundRule({ kind: 'tag', id })),
      );
      return {
        rule,
        isTrue,
        ...carried(rule, row, day, by),
        ...(rules.length > 0 && { of: rules }),
      };
    }
    case 'segment': {
      const reference = { kind: 'segment' as const, id: rule.segmentId };
      return { rule, isTrue, of: explainBehind(by.references.soundRule(reference)) };
    }
    default: {
      const leaf = by.tests.of(rule, day);
      return { rule, isTrue, found: leaf.found?.(row), day: leaf.day?.(row) };
    }
  }
}

/** On how many days in a row up to the day it was true, and the last day on which it was not. */
function runOf(rule: Rule, day: number, days: number, by: Explaining) {
  for (let ago = 0; ago <= days; ago++) {
    if (!by.fits(rule, day - ago)) return { found: ago, day: day - ago };
  }
  return { found: days + 1 };
}

/** The tag that is carried: what somebody gave, with its day, before what a rule gives. */
function carried({ tagIds }: Of<'tag'>, row: number, day: number, by: Explaining) {
  const { assignments, tagIds: known } = by.world.columns;
  const slot = by.tests.assigned(tagIds, day)(row);
  if (slot >= 0) {
    return { found: known[(assignments.tag[slot] ?? 0) - 1], day: assignments.sinceDay[slot] };
  }
  const byRule = tagIds.find((id) => {
    const rule = by.references.soundRule({ kind: 'tag', id });
    return rule !== undefined && by.fits(rule, day);
  });
  return byRule === undefined ? {} : { found: byRule };
}
