import type { Rule } from './rule.schema';

const keys = new WeakMap<Rule, string>();

/**
 * One text for all ways of writing the same rule: the order of what `all` and `any` hold, of lists,
 * and of fields does not matter, nor do repetitions. Steps of a sequence keep their order. Rules are
 * taken as they were when first seen; a changed rule must be a new object.
 */
export function ruleKey(rule: Rule): string {
  const known = keys.get(rule);
  if (known !== undefined) return known;
  const key = keyOf(rule);
  keys.set(rule, key);
  return key;
}

function keyOf(rule: Rule): string {
  switch (rule.kind) {
    case 'all':
    case 'any':
      return `${rule.kind}[${[...new Set(rule.of.map(ruleKey))].sort().join(',')}]`;
    case 'not':
      return `not(${ruleKey(rule.of)})`;
    case 'held':
      return `held(${rule.days},${ruleKey(rule.of)})`;
    default:
      return valueKey(rule);
  }
}

function valueKey(value: unknown, isOrdered = false): string {
  if (Array.isArray(value)) {
    const parts = value.map((part) => valueKey(part));
    return `[${(isOrdered ? parts : [...new Set(parts)].sort()).join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const parts: string[] = [];
  for (const [name, part] of Object.entries(value).sort(byName)) {
    if (part !== undefined) parts.push(`${name}:${valueKey(part, name === 'steps')}`);
  }
  return `{${parts.join(',')}}`;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
