import type { Grant, Role } from '@shared/contracts/hub-http';
import { ALL, seesAll } from '@shared/sync/scopes';
import type { Work } from '../../store/tables';
import { isPlain, refuse } from '../refuse';

const EVERYTHING: Grant[] = [{ scope: ALL, canWrite: true }];

/** Grants as they are kept: one for each scope, an owner's for everything, a viewer's for reading. */
export function settleGrants(role: Role, asked: readonly Grant[] | undefined): Grant[] {
  const grants = asked ?? EVERYTHING;
  if (role === 'owner' && !seesAll(grants)) refuse('malformed');
  if (!grants.every(({ scope }) => isPlain(scope))) refuse('malformed');
  const byScope = new Map<string, boolean>();
  for (const { scope, canWrite } of grants) {
    byScope.set(scope, (byScope.get(scope) ?? false) || canWrite || role === 'owner');
  }
  return [...byScope].map(([scope, canWrite]) => ({
    scope,
    canWrite: canWrite && role !== 'viewer',
  }));
}

/** Nobody's sight is narrowed before a divided state is there, of which they can see their part. */
export function requireDivided(grants: readonly Grant[], dividedAt: number | null): void {
  if (!seesAll(grants) && dividedAt === null) refuse('must-divide');
}

/** In place of those that the seat had. */
export async function writeGrants(
  work: Work,
  { workspaceId, seatId }: { workspaceId: string; seatId: string },
  grants: readonly Grant[],
): Promise<void> {
  await work
    .deleteFrom('seat_grants')
    .where('workspace_id', '=', workspaceId)
    .where('seat_id', '=', seatId)
    .execute();
  if (grants.length === 0) return;
  await work
    .insertInto('seat_grants')
    .values(
      grants.map(({ scope, canWrite }) => ({
        workspace_id: workspaceId,
        seat_id: seatId,
        scope,
        can_write: canWrite,
      })),
    )
    .execute();
}
