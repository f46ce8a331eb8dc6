import type { Grant } from '../contracts/hub-http';

/** Sees and carries everything: the label of every part while a workspace is not divided. */
export const ALL = 'all';
/** What everybody in the workspace sees: templates, settings, what names no group and no person. */
export const SHARED = 'shared';
/** People who are in no group yet, and what belongs to them. */
export const INTAKE = 'intake';

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
