import type { Hlc } from '../clock';
import { mergeChange } from '../merge/merge-change';
import type { Held } from '../merge/record-state';
import type { RowChange } from '../op';

/** `<entity>:<id>`. */
export type Key = string;
export type Records = Map<Key, Held>;

/** Settings and places in groups have ids made of others, people and notes have one of their own. */
const MADE_IDS = new Set(['settings', 'memberships']);

export const keyOf = ({ entity, id }: Pick<RowChange, 'entity' | 'id'>): Key => `${entity}:${id}`;
export const entityOf = (key: Key): string => key.slice(0, key.indexOf(':'));
export const idOf = (key: Key): string => key.slice(key.indexOf(':') + 1);
export const needsBirth = (entity: string): boolean => MADE_IDS.has(entity);

const knowsAll = () => true;

/**
 * As laptops take a change in: the birth of a record with an id of its own is not kept, since nobody
 * else can have written it before; told of once more, it says nothing new.
 */
export function takeChange(held: Held, change: RowChange, at: Hlc): Held {
  const { row, clocks } = mergeChange(held, change, at, knowsAll);
  const isPlainBirth = change.isNew && !needsBirth(change.entity) && !held.clocks?.since;
  if (!isPlainBirth) return { row, clocks };
  if (held.row) return held;
  const { since: _, ...rest } = clocks ?? {};
  return { row, clocks: Object.keys(rest).length > 0 ? rest : undefined };
}

const printFields = (fields: Readonly<Record<string, unknown>> | undefined): string =>
  fields === undefined
    ? '-'
    : Object.keys(fields)
        .sort()
        .map((field) => `${field}=${JSON.stringify(fields[field])}`)
        .join(' ');

/** Equal texts for equal records, whatever order their fields came in. */
export function printHeld({ row, clocks }: Held): string {
  const { since = '', isGone = false, at, hidden } = clocks ?? {};
  const life = isGone ? `gone ${since}` : since;
  return `{${printFields(row)}} {${life}} {${printFields(at)}} {${printFields(hidden)}}`;
}

export function isEmpty({ row, clocks }: Held): boolean {
  return row === undefined && clocks === undefined;
}
