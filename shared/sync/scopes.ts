import type { Grant } from '../contracts/hub-http';
import type { EntitySpec } from '../domain/entities/entity-spec';
import { type EntityName, registry } from '../domain/registry';

/** Sees and carries everything: the label of every part while a workspace is not divided. */
export const ALL = 'all';
/** What everybody in the workspace sees: templates, settings, what names no group and no person. */
export const SHARED = 'shared';
/** People who are in no group yet, and what belongs to them. */
export const INTAKE = 'intake';
/** What only laptops see that see the whole workspace: what is left of records that are not there. */
export const WHOLE = 'whole';

type AnyRecord = Readonly<Record<string, unknown>>;

/** What has to be known of other records to tell who sees one. */
export type ScopeWorld = {
  /** The groups in which a person is now. */
  groupsOf: (memberId: string) => readonly string[];
  parent: (entity: EntityName, id: string) => AnyRecord | undefined;
};

/**
 * The labels of a row, sorted: who sees one of them sees the row. A person, and what belongs to them,
 * bears the groups in which they are, or `INTAKE`; what hangs on a row that is not there bears `WHOLE`.
 */
export function scopesOf(entity: EntityName, row: AnyRecord, world: ScopeWorld): string[] {
  const { seenBy }: EntitySpec = registry[entity];
  if (!seenBy) return [SHARED];
  if ('stay' in seenBy) {
    const group = text(row[seenBy.stay]);
    const isOver = row[seenBy.until] !== undefined;
    return sorted([group, ...(isOver ? [] : world.groupsOf(text(row[seenBy.of])))]);
  }
  if ('group' in seenBy) return sorted([text(row[seenBy.group]) || SHARED]);
  if ('groups' in seenBy) {
    const groups = row[seenBy.groups];
    return sorted(Array.isArray(groups) && groups.length > 0 ? groups.map(text) : [SHARED]);
  }
  if ('member' in seenBy) {
    const memberId = text(row[seenBy.member]);
    if (!memberId) return [SHARED];
    const groups = world.groupsOf(memberId);
    return groups.length > 0 ? sorted(groups) : [INTAKE];
  }
  const parentId = text(row[seenBy.parent]);
  if (!parentId) return [SHARED];
  const of = seenBy.of as EntityName;
  const parent = world.parent(of, parentId);
  return parent ? scopesOf(of, parent, world) : [WHOLE];
}

/** The fields of a row that `scopesOf` reads. */
export function fieldsOfSight(entity: EntityName): string[] {
  const { seenBy }: EntitySpec = registry[entity];
  if (!seenBy) return [];
  if ('stay' in seenBy) return [seenBy.stay, seenBy.of, seenBy.until];
  if ('parent' in seenBy) return [seenBy.parent];
  return Object.values(seenBy);
}

/** The person to whom a row belongs, where it is by the person that it is seen. */
export function personOf(entity: EntityName, row: AnyRecord): string | undefined {
  const { seenBy }: EntitySpec = registry[entity];
  if (seenBy && 'member' in seenBy) return text(row[seenBy.member]) || undefined;
  return seenBy && 'stay' in seenBy ? text(row[seenBy.of]) || undefined : undefined;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const sorted = (scopes: readonly string[]): string[] =>
  [...new Set(scopes)].filter((scope) => scope !== '').sort();

const isForEverybody = (scope: string) => scope === ALL || scope === SHARED;

/** Whether what bears these labels may be seen with these grants. */
export function maySee(grants: readonly Grant[], scopes: readonly string[]): boolean {
  if (scopes.some(isForEverybody)) return true;
  return grants.some(({ scope }) => scope === ALL || scopes.includes(scope));
}

/** Whether what bears these labels may be changed with these grants; one group of a person's is enough. */
export function mayChange(grants: readonly Grant[], scopes: readonly string[]): boolean {
  return grants.some(
    ({ scope, canWrite }) =>
      canWrite && (scope === ALL || scopes.includes(scope) || scopes.includes(SHARED)),
  );
}

/** Whether somebody with these grants sees the whole workspace, and may make its checkpoints. */
export const seesAll = (grants: readonly Grant[]): boolean =>
  grants.some(({ scope }) => scope === ALL);
