import type { Grant, Role, SeatChange, SeatLine } from '@shared/contracts/hub-http';
import { seesAll } from '@shared/sync/scopes';
import { sql } from 'kysely';
import type { Store, Work } from '../../store/tables';
import { isPlain, refuse } from '../refuse';
import { requireDivided, settleGrants, writeGrants } from './grants';
import { isAtLeast, rankOf, requireManager, type Seat } from './seat';

const MAX_SEATS = 10_000;

type Line = Omit<SeatLine, 'person' | 'seenAt' | 'revokedAt' | 'cursor'> & {
  person: string | null;
  seenAt: number | null;
  revokedAt: number | null;
  cursor: number | null;
};

/** All seats that ever were, with the databases that wrote from them; those who joined last come first. */
export async function listSeats(db: Store, seat: Seat): Promise<SeatLine[]> {
  requireManager(seat);
  const lines = await readLines(db, seat.workspaceId);
  return lines.map(({ person, seenAt, revokedAt, cursor, ...line }) => ({
    ...line,
    ...(person !== null && { person }),
    ...(seenAt !== null && { seenAt }),
    ...(revokedAt !== null && { revokedAt }),
    ...(cursor !== null && { cursor }),
  }));
}

/** Who is behind the stamps, for everybody in the workspace. */
export async function listNames(
  db: Store,
  { workspaceId }: Seat,
): Promise<Pick<SeatLine, 'id' | 'name' | 'person' | 'deviceIds'>[]> {
  const lines = await readLines(db, workspaceId);
  return lines.map(({ id, name, person, deviceIds }) => ({
    id,
    name,
    deviceIds,
    ...(person !== null && { person }),
  }));
}

async function readLines(db: Store, workspaceId: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select s.seat_id as id, s.name, s.person, s.role, s.joined_at as "joinedAt", s.cursor,
      s.seen_at as "seenAt", s.revoked_at as "revokedAt",
      coalesce((
        select json_agg(json_build_object('scope', g.scope, 'canWrite', g.can_write) order by g.scope)
        from seat_grants g where g.workspace_id = s.workspace_id and g.seat_id = s.seat_id
      ), '[]'::json) as grants,
      coalesce((
        select json_agg(w.device_id order by w.device_id)
        from writers w where w.workspace_id = s.workspace_id and w.seat_id = s.seat_id
      ), '[]'::json) as "deviceIds"
    from seats s where s.workspace_id = ${workspaceId}
    order by s.joined_at desc, s.seat_id desc limit ${MAX_SEATS}`.execute(db);
  return rows;
}

/** Role, groups or name of a seat; nobody changes who stands above them, or lifts above themselves. */
export async function changeSeat(
  db: Store,
  seat: Seat,
  id: string,
  { role, grants, name }: SeatChange,
): Promise<void> {
  requireManager(seat);
  if (name !== undefined && !isPlain(name)) refuse('malformed');
  await db.transaction().execute(async (work) => {
    const { dividedAt, seats } = await lockTeam(work, seat.workspaceId);
    const held = findLive(seats, id);
    const next = role ?? held.role;
    requireAbove(seat, held.role, next);
    if (held.role === 'owner' && next !== 'owner') requireOtherOwner(seats, id);
    const settled = settleGrants(next, grants ?? held.grants);
    requireDivided(settled, dividedAt);
    await writeGrants(work, { workspaceId: seat.workspaceId, seatId: id }, settled);
    const isLower = rankOf(next) > rankOf(held.role);
    if (isLower || !seesAll(settled)) await dropInvites(work, seat.workspaceId, id);
    await work
      .updateTable('seats')
      .set({ role: next, ...(name !== undefined && { name }) })
      .set((eb) => ({ grants_version: eb('grants_version', '+', 1) }))
      .where('workspace_id', '=', seat.workspaceId)
      .where('seat_id', '=', id)
      .execute();
  });
}

/** From now on it neither reads nor writes nor hears the bell. */
export async function revokeSeat(db: Store, seat: Seat, id: string, nowMs: number): Promise<void> {
  requireManager(seat);
  await db.transaction().execute(async (work) => {
    const { seats } = await lockTeam(work, seat.workspaceId);
    const held = findLive(seats, id);
    requireAbove(seat, held.role, held.role);
    if (held.role === 'owner') requireOtherOwner(seats, id);
    await end(work, seat.workspaceId, id, nowMs);
    await dropInvites(work, seat.workspaceId, id);
  });
}

/** The last of all may go; an owner who is the only one may not leave the others behind. */
export async function leave(db: Store, { workspaceId, seatId }: Seat, nowMs: number) {
  await db.transaction().execute(async (work) => {
    const { seats } = await lockTeam(work, workspaceId);
    const held = findLive(seats, seatId);
    if (held.role === 'owner' && seats.length > 1) requireOtherOwner(seats, seatId);
    await end(work, workspaceId, seatId, nowMs);
  });
}

type Held = { id: string; role: Role; grants: Grant[] };

/** Live seats, with every other change of the team waiting behind this one. */
async function lockTeam(work: Work, workspaceId: string) {
  const workspace = await work
    .updateTable('workspaces')
    .set((eb) => ({ seat_changes: eb('seat_changes', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .returning('divided_at')
    .executeTakeFirstOrThrow();
  const { rows: seats } = await sql<Held>`
    select s.seat_id as id, s.role, coalesce((
        select json_agg(json_build_object('scope', g.scope, 'canWrite', g.can_write) order by g.scope)
        from seat_grants g where g.workspace_id = s.workspace_id and g.seat_id = s.seat_id
      ), '[]'::json) as grants
    from seats s where s.workspace_id = ${workspaceId} and s.revoked_at is null`.execute(work);
  return { dividedAt: workspace.divided_at, seats };
}

const findLive = (seats: readonly Held[], id: string): Held =>
  seats.find((held) => held.id === id) ?? refuse('not-found');

function requireAbove(seat: Seat, ...roles: Role[]): void {
  if (roles.some((role) => rankOf(role) < rankOf(seat.role))) refuse('forbidden');
}

function requireOtherOwner(seats: readonly Held[], id: string): void {
  const isThere = seats.some((held) => held.id !== id && isAtLeast(held.role, 'owner'));
  if (!isThere) refuse('last-owner');
}

/** Nobody comes back through an invite of their own. */
const dropInvites = (work: Work, workspaceId: string, seatId: string) =>
  work
    .deleteFrom('invites')
    .where('workspace_id', '=', workspaceId)
    .where('made_by', '=', seatId)
    .where('used_at', 'is', null)
    .execute();

async function end(work: Work, workspaceId: string, seatId: string, nowMs: number): Promise<void> {
  await work
    .updateTable('seats')
    .set({ revoked_at: nowMs })
    .set((eb) => ({ grants_version: eb('grants_version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('seat_id', '=', seatId)
    .execute();
}
