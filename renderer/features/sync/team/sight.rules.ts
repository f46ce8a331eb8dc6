import type { Grant } from '@shared/contracts/hub-http';
import { ALL, INTAKE } from '@shared/sync/scopes';

/** What a seat is to see, as it is being chosen. */
export type Sight = { isAll: boolean; groupIds: string[]; withIntake: boolean; canWrite: boolean };

export const WHOLE_SIGHT: Sight = { isAll: true, groupIds: [], withIntake: false, canWrite: true };

/** The sight that grants give, to be changed in a form; of a viewer's it is the role that lets nothing be changed. */
export function sightOf(grants: readonly Grant[], isViewer = false): Sight {
  const groups = grants.filter(({ scope }) => scope !== ALL && scope !== INTAKE);
  return {
    isAll: grants.some(({ scope }) => scope === ALL),
    groupIds: groups.map(({ scope }) => scope),
    withIntake: grants.some(({ scope }) => scope === INTAKE),
    canWrite: isViewer || grants.length === 0 || grants.some(({ canWrite }) => canWrite),
  };
}

/** A viewer changes nothing, whatever groups it sees. */
export function grantsOf(sight: Sight, isViewer: boolean): Grant[] {
  const canWrite = sight.canWrite && !isViewer;
  const scopes = sight.isAll ? [ALL] : [...sight.groupIds, ...(sight.withIntake ? [INTAKE] : [])];
  return scopes.map((scope) => ({ scope, canWrite }));
}
