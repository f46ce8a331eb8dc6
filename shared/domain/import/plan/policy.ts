import type { ImportField } from '../columns/fields';
import type { ColumnPolicies } from './choices';

type Value = string | number;

/** Fields whose text grows line by line under the policy `add`; others can only be filled. */
const GROWING: ReadonlySet<ImportField> = new Set(['note']);

function appended(before: Value, after: Value): Value {
  const known = String(before).split('\n');
  const fresh = String(after)
    .split('\n')
    .filter((line) => !known.includes(line));
  return fresh.length === 0 ? before : `${before}\n${fresh.join('\n')}`;
}

/**
 * What a filled cell makes of a stored value: the value to store, or undefined to leave it alone.
 * `field` is the column's, whose policy counts; without one the cell overwrites.
 */
export function withPolicy<T extends Value>(
  policies: ColumnPolicies,
  field: ImportField,
  before: T | undefined,
  after: T,
): T | undefined {
  const policy = policies[field] ?? 'overwrite';
  if (policy === 'keep') return undefined;
  if (before === undefined || policy === 'overwrite') return after;
  if (policy === 'fill' || !GROWING.has(field)) return undefined;
  const grown = appended(before, after) as T;
  return grown === before ? undefined : grown;
}
