import type { Grant, MeAnswer, Role } from '@shared/contracts/hub-http';
import { ROLES } from '@shared/contracts/hub-http';
import { seesAll } from '@shared/sync/scopes';
import { sql } from 'kysely';
import type { Store } from '../../store/tables';
import { refuse } from '../refuse';
import { isSameHash, readToken } from './secrets';

/** Who asks, and how the workspace stood when they were recognised. */
export type Seat = {
  workspaceId: string;
  workspaceName: string;
  seatId: string;
  role: Role;
  grants: Grant[];
  grantsVersion: number;
  isDivided: boolean;
  dividedAt: number | undefined;
  logId: string;
  head: number;
  floor: number;
};

type SeatRow = {
  /** Absent where the workspace has no such seat. */
  seat_id: string | null;
  token_hash: Uint8Array | null;
  role: Role;
  revoked_at: number | null;
  grants_version: number;
  workspace_id: string;
  name: string;
  log_id: string;
  head: number;
  floor: number;
  is_divided: boolean;
  divided_at: number | null;
  grants: Grant[];
};

/**
 * The seat of a token: one statement whether it fits, is unknown, wrong, or nonsense. `unauthorized`,
 * or `device-revoked` for a token that was right once.
 */
export async function authenticate(db: Store, token: string | undefined): Promise<Seat> {
  const claim = readToken(token);
  const row = await findSeat(db, claim.workspaceId, claim.seatId);
  if (!isSameHash(claim.hash, row?.token_hash ?? undefined) || !row?.seat_id) {
    return refuse('unauthorized');
  }
  if (row.revoked_at !== null) return refuse('device-revoked');
  return {
    workspaceId: row.workspace_id,
    workspaceName: row.name,
    seatId: row.seat_id,
    role: row.role,
    grants: row.grants,
    grantsVersion: row.grants_version,
    isDivided: row.is_divided,
    dividedAt: row.divided_at ?? undefined,
    logId: row.log_id,
    head: row.head,
    floor: row.floor,
  };
}

/** From the workspace, so that an unknown seat costs what a known one does; one node answers it. */
async function findSeat(db: Store, workspaceId: string, seatId: string) {
  const { rows } = await sql<SeatRow>`
    select s.seat_id, s.token_hash, s.role, s.revoked_at, s.grants_version,
      w.workspace_id, w.name, w.log_id, w.head, w.floor, w.is_divided, w.divided_at,
      coalesce((
        select json_agg(json_build_object('scope', g.scope, 'canWrite', g.can_write) order by g.scope)
        from seat_grants g where g.workspace_id = w.workspace_id and g.seat_id = ${seatId}
      ), '[]'::json) as grants
    from workspaces w
    left join seats s on s.workspace_id = w.workspace_id and s.seat_id = ${seatId}
    where w.workspace_id = ${workspaceId}`.execute(db);
  return rows[0];
}

/**
 * The number before the oldest operation that this seat can follow: who sees a part of a divided
 * workspace cannot read what was written before it was cut.
 */
export const floorOf = ({ grants, floor, dividedAt, head }: Seat): number =>
  seesAll(grants) ? floor : Math.max(floor, dividedAt ?? head);

export const meOf = (seat: Seat, nowMs: number): MeAnswer => ({
  workspaceId: seat.workspaceId,
  workspaceName: seat.workspaceName,
  seatId: seat.seatId,
  role: seat.role,
  grants: seat.grants,
  isDivided: seat.isDivided,
  head: seat.head,
  floor: floorOf(seat),
  grantsVersion: seat.grantsVersion,
  logId: seat.logId,
  now: nowMs,
});

/** Lower is higher. */
export const rankOf = (role: Role): number => ROLES.indexOf(role);

export const isAtLeast = (role: Role, least: Role): boolean => rankOf(role) <= rankOf(least);

/** The owner, and leaders who see everything. */
export function requireManager({ role, grants }: Seat): void {
  if (!isAtLeast(role, 'leader') || !seesAll(grants)) refuse('forbidden');
}
