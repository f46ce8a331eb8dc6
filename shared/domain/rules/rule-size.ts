import type { Condition, Rule } from './rule.schema';

/** How deeply `all`, `any`, `not` and `held` may lie in each other. */
const MAX_RULE_DEPTH = 20;
/** How many conditions a rule may come to, what it refers to and each day of `held` counted. */
export const MAX_RULE_WEIGHT = 20_000;

/** A condition asks something itself, instead of putting other rules together. */
export function isCondition(rule: Rule): rule is Condition {
  return rule.kind !== 'all' && rule.kind !== 'any' && rule.kind !== 'not' && rule.kind !== 'held';
}

/** The rules directly within a rule. */
export function partsOf(rule: Rule): readonly Rule[] {
  if (rule.kind === 'all' || rule.kind === 'any') return rule.of;
  if (rule.kind === 'not' || rule.kind === 'held') return [rule.of];
  return [];
}

/** A rule and all within it, without what it refers to; stops where nesting or size is too much. */
export function flatten(rule: Rule): { rules: Rule[]; isTooDeep: boolean } {
  const rules: Rule[] = [];
  const open: { rule: Rule; depth: number }[] = [{ rule, depth: 1 }];
  let isTooDeep = false;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    rules.push(next.rule);
    const parts = partsOf(next.rule);
    if (parts.length > 0 && next.depth >= MAX_RULE_DEPTH) isTooDeep = true;
    else for (const part of parts) open.push({ rule: part, depth: next.depth + 1 });
    if (rules.length > MAX_RULE_WEIGHT) return { rules, isTooDeep: true };
  }
  return { rules, isTooDeep };
}
