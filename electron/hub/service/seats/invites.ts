import type { InviteRequest, JoinAnswer, JoinRequest, Role } from '@shared/contracts/hub-http';
import { PROTOCOL_VERSION } from '@shared/sync/wire';
import { v7 } from 'uuid';
import type { Store, Work } from '../../store/tables';
import { isPlain, refuse } from '../refuse';
import { requireDivided, settleGrants, writeGrants } from './grants';
import { rankOf, requireManager, type Seat } from './seat';
import { makeCode, makeToken, readCode } from './secrets';

const MS_PER_HOUR = 3_600_000;
const DEFAULT_HOURS = 72;

type Invite = { code: string; expiresAt: number };

/** By somebody in the workspace: nobody invites above their own role. */
export async function inviteFrom(
  db: Store,
  seat: Seat,
  request: InviteRequest,
  nowMs: number,
): Promise<Invite> {
  requireManager(seat);
  if (rankOf(request.role) < rankOf(seat.role)) refuse('forbidden');
  return createInvite(
    db,
    { ...request, workspaceId: seat.workspaceId, madeBy: seat.seatId },
    nowMs,
  );
}

/** By whoever runs the hub, or on somebody's behalf; `not-found` for a workspace that is not here. */
export async function createInvite(
  db: Store,
  request: InviteRequest & { workspaceId: string; madeBy?: string },
  nowMs = Date.now(),
): Promise<Invite> {
  const { workspaceId, role, hours = DEFAULT_HOURS } = request;
  const grants = settleGrants(role, request.grants);
  const workspace = await db
    .selectFrom('workspaces')
    .select('divided_at')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  if (!workspace) return refuse('not-found');
  requireDivided(grants, workspace.divided_at);
  const { code, hash } = makeCode(workspaceId);
  const expiresAt = nowMs + hours * MS_PER_HOUR;
  await db
    .insertInto('invites')
    .values({
      workspace_id: workspaceId,
      code_hash: hash,
      role,
      grants: JSON.stringify(grants),
      made_by: request.madeBy ?? null,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { code, expiresAt };
}

/**
 * Turns an invite into a seat, once: of two who bring the same code at the same moment one gets
 * `invite-spent`.
 */
export async function join(db: Store, request: JoinRequest, nowMs: number): Promise<JoinAnswer> {
  if (request.protocol > PROTOCOL_VERSION) refuse('protocol-newer', { hub: PROTOCOL_VERSION });
  if (!isPlain(request.deviceName) || !isPlain(request.person ?? '')) refuse('malformed');
  const { workspaceId, hash } = readCode(request.code);
  return db.transaction().execute(async (work) => {
    const { role, grants } = await spend(work, workspaceId, hash, nowMs);
    const workspace = await work
      .selectFrom('workspaces')
      .select('name')
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirstOrThrow();
    const seatId = v7();
    const { token, hash: tokenHash } = makeToken(workspaceId, seatId);
    await work
      .insertInto('seats')
      .values({
        workspace_id: workspaceId,
        seat_id: seatId,
        token_hash: tokenHash,
        name: request.deviceName,
        person: request.person ?? null,
        role,
        joined_at: nowMs,
        seen_at: nowMs,
        revoked_at: null,
        cursor: null,
      })
      .execute();
    await writeGrants(work, { workspaceId, seatId }, grants);
    return { workspaceId, workspaceName: workspace.name, seatId, token, role };
  });
}

async function spend(work: Work, workspaceId: string, hash: Uint8Array, nowMs: number) {
  const spent = await work
    .updateTable('invites')
    .set({ used_at: nowMs })
    .where('workspace_id', '=', workspaceId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', nowMs)
    .returning(['role', 'grants'])
    .executeTakeFirst();
  if (spent) return { role: spent.role as Role, grants: spent.grants };
  const known = await work
    .selectFrom('invites')
    .select('used_at')
    .where('workspace_id', '=', workspaceId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  if (!known) return refuse('invite-unknown');
  return refuse(known.used_at === null ? 'invite-expired' : 'invite-spent');
}

/** What is sent to the invited; what follows `#` never reaches a server or its log. */
export const inviteUrl = (hubUrl: string, code: string): string =>
  `${hubUrl.replace(/\/+$/, '')}/join#${code}`;
