import type { RuleRemark } from '../engine-types';
import type { Range, Rule } from '../rule.schema';
import { ruleKey } from '../rule-key';
import { isCondition } from '../rule-size';
import { type BoundedRange, isEmpty, isUpsideDown, rangesOf } from './condition-ranges';

/** Something and its opposite side by side, or ranges that no one number lies in. */
export function contradictionIn(rule: Rule): RuleRemark['code'] | undefined {
  if (rule.kind === 'any') return holdsOpposites(rule.of) ? 'always-true' : undefined;
  if (rule.kind !== 'all') return undefined;
  const parts = rule.of.flatMap((part) => (part.kind === 'all' ? part.of : [part]));
  const isNever = holdsOpposites(parts) || haveDisjointRanges(parts) || haveDisjointValues(parts);
  return isNever ? 'never-true' : undefined;
}

function holdsOpposites(parts: readonly Rule[]): boolean {
  const keys = new Set(parts.map(ruleKey));
  return parts.some((part) => part.kind === 'not' && keys.has(ruleKey(part.of)));
}

function haveDisjointRanges(parts: readonly Rule[]): boolean {
  const common = new Map<string, BoundedRange>();
  for (const part of parts) {
    const ranges = isCondition(part) ? rangesOf(part) : [];
    if (ranges.some((own) => isUpsideDown(own.range) || isEmpty(own))) continue;
    for (const own of ranges) {
      const key = `${own.name} ${keyWithoutRanges(part, ranges)}`;
      const before = common.get(key);
      const both = before ? { ...own, range: intersect(before.range, own.range) } : own;
      if (isEmpty(both)) return true;
      common.set(key, both);
    }
  }
  return false;
}

/** The same question of the same events, whatever number is wanted. */
function keyWithoutRanges(rule: Rule, ranges: readonly BoundedRange[]): string {
  const names = new Set([...ranges.map(({ name }) => name), 'between']);
  const rest = Object.entries(rule).filter(([name]) => !names.has(name));
  return ruleKey(Object.fromEntries(rest) as Rule);
}

function intersect(a: Range, b: Range): Range {
  return {
    min: Math.max(a.min ?? -Infinity, b.min ?? -Infinity),
    max: Math.min(a.max ?? Infinity, b.max ?? Infinity),
  };
}

/** Fields of which a person has one value at a time: wanted here, and there, and not refused. */
function haveDisjointValues(parts: readonly Rule[]): boolean {
  const wanted = new Map<string, ReadonlySet<string>>();
  for (const part of parts) {
    const own = valuesOf(part);
    if (own === undefined || own.values.length === 0) continue;
    const before = wanted.get(own.field);
    const both = before ? own.values.filter((value) => before.has(value)) : own.values;
    wanted.set(own.field, new Set(both));
  }
  for (const part of parts) {
    const refused = part.kind === 'not' ? valuesOf(part.of) : undefined;
    const before = refused && wanted.get(refused.field);
    if (refused === undefined || before === undefined) continue;
    const left = [...before].filter((value) => !refused.values.includes(value));
    wanted.set(refused.field, new Set(left));
  }
  return [...wanted.values()].some((values) => values.size === 0);
}

function valuesOf(rule: Rule): { field: string; values: readonly string[] } | undefined {
  if (rule.kind === 'attribute') return { field: rule.field, values: rule.isAny };
  if (rule.kind === 'quadrant' || rule.kind === 'level') {
    return { field: rule.kind, values: rule.isAny };
  }
  return undefined;
}
