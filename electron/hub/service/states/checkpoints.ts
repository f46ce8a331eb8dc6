import type { CheckpointManifest, CheckpointStart } from '@shared/contracts/hub-http';
import { decodeCheckpointPart } from '@shared/sync/checkpoint';
import { ALL, SHARED, seesAll } from '@shared/sync/scopes';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { Store, Work } from '../../store/tables';
import { isPlain, refuse } from '../refuse';
import { isAtLeast, type Seat } from '../seats/seat';

const MAX_PARTS = 100_000;

/** Whoever sees and writes everything makes states; what cannot be taken back is for leaders. */
export function requireMaker(
  { role, grants }: Pick<Seat, 'role' | 'grants'>,
  { isDivided, isErasing }: Partial<CheckpointStart>,
): void {
  const isWhole = seesAll(grants.filter(({ canWrite }) => canWrite));
  if (!isWhole || !isAtLeast(role, 'assistant')) refuse('forbidden');
  if ((isDivided || isErasing) && !isAtLeast(role, 'leader')) refuse('forbidden');
}

/**
 * Begins a state at number `atSeq` of the log; an unfinished one of the same seat goes. From the first
 * divided one on every operation has to be cut; `behind-log` when one that is not lies after `atSeq`,
 * which then is to be pulled first.
 */
export async function beginCheckpoint(
  db: Store,
  seat: Seat,
  start: CheckpointStart,
  nowMs: number,
): Promise<{ id: string; hasDivided: boolean }> {
  requireMaker(seat, seat.isDivided ? { isErasing: start.isErasing } : start);
  const { workspaceId, seatId } = seat;
  return db.transaction().execute(async (work) => {
    const workspace = await work
      .selectFrom('workspaces')
      .select(['head', 'floor', 'is_divided'])
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (start.atSeq > workspace.head) refuse('malformed');
    if (start.atSeq < workspace.floor) refuse('behind-log');
    if (workspace.is_divided && !start.isDivided) refuse('must-divide');
    if (start.isDivided) await requireCut(work, workspaceId, start.atSeq);
    const hasDivided = start.isDivided && !workspace.is_divided;
    if (hasDivided) await divide(work, workspaceId);
    await dropUnfinished(work, workspaceId, seatId);
    const id = v7();
    await work
      .insertInto('checkpoints')
      .values({
        workspace_id: workspaceId,
        checkpoint_id: id,
        seat_id: seatId,
        at_seq: start.atSeq,
        schema_version: start.schemaVersion,
        is_divided: start.isDivided,
        is_erasing: start.isErasing,
        made_at: nowMs,
        finished_at: null,
      })
      .execute();
    return { id, hasDivided };
  });
}

async function requireCut(work: Work, workspaceId: string, atSeq: number): Promise<void> {
  const uncut = await work
    .selectFrom('ops as o')
    .innerJoin('op_parts as p', (join) =>
      join.onRef('p.workspace_id', '=', 'o.workspace_id').onRef('p.body_id', '=', 'o.body_id'),
    )
    .select('o.seq')
    .where('o.workspace_id', '=', workspaceId)
    .where('o.seq', '>', atSeq)
    .where(sql<boolean>`${ALL} = any(p.scopes)`)
    .limit(1)
    .executeTakeFirst();
  if (uncut) refuse('behind-log');
}

/** Everybody cuts from now on, and pieces that came uncut come again. */
async function divide(work: Work, workspaceId: string): Promise<void> {
  await work
    .updateTable('workspaces')
    .set({ is_divided: true })
    .set((eb) => ({ seat_changes: eb('seat_changes', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .execute();
  await work
    .updateTable('seats')
    .set((eb) => ({ grants_version: eb('grants_version', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .execute();
  await sql`
    delete from op_parts p using op_stages s
    where s.workspace_id = ${workspaceId} and p.workspace_id = s.workspace_id
      and p.body_id = s.body_id`.execute(work);
  await work.deleteFrom('op_stages').where('workspace_id', '=', workspaceId).execute();
}

async function dropUnfinished(work: Work, workspaceId: string, seatId: string): Promise<void> {
  const ids = await work
    .selectFrom('checkpoints')
    .select('checkpoint_id')
    .where('workspace_id', '=', workspaceId)
    .where('seat_id', '=', seatId)
    .where('finished_at', 'is', null)
    .execute();
  await dropCheckpoints(
    work,
    workspaceId,
    ids.map(({ checkpoint_id }) => checkpoint_id),
  );
}

export async function dropCheckpoints(
  work: Work,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['checkpoint_parts', 'checkpoints'] as const) {
    await work
      .deleteFrom(table)
      .where('workspace_id', '=', workspaceId)
      .where('checkpoint_id', 'in', [...ids])
      .execute();
  }
}

/** A part may come again; the last one counts. `not-found` once the state is finished or dropped. */
export async function putCheckpointPart(
  db: Store,
  seat: Seat,
  { id, n }: { id: string; n: number },
  frame: Uint8Array,
): Promise<void> {
  requireMaker(seat, {});
  if (n >= MAX_PARTS) refuse('malformed');
  const scopes = [...readScopes(frame)];
  const { workspaceId, seatId } = seat;
  await db.transaction().execute(async (work) => {
    const held = await work
      .selectFrom('checkpoints')
      .select('is_divided')
      .where('workspace_id', '=', workspaceId)
      .where('checkpoint_id', '=', id)
      .where('seat_id', '=', seatId)
      .where('finished_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return refuse('not-found');
    if (held.is_divided && scopes.includes(ALL)) refuse('must-divide');
    const part = { scopes, frame, bytes: frame.byteLength };
    await work
      .insertInto('checkpoint_parts')
      .values({ workspace_id: workspaceId, checkpoint_id: id, n, ...part })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'checkpoint_id', 'n']).doUpdateSet(part),
      )
      .execute();
  });
}

function readScopes(frame: Uint8Array): readonly string[] {
  try {
    const { scopes } = decodeCheckpointPart(frame);
    if (scopes.every(isPlain)) return scopes;
  } catch {
    // Said below, like a label that is none.
  }
  return refuse('malformed');
}

const labels = ({ grants }: Seat) => [SHARED, ...grants.map(({ scope }) => scope)];

/** `all` labels what was never cut: only who sees everything sees that. */
const visible = (seat: Seat) =>
  seesAll(seat.grants) ? sql<boolean>`true` : sql<boolean>`scopes && ${labels(seat)}::text[]`;

/** The newest state, with the parts that the seat may see; `not-found` without one. */
export async function newestCheckpoint(db: Store, seat: Seat): Promise<CheckpointManifest> {
  const found = await db
    .selectFrom('checkpoints')
    .selectAll()
    .where('workspace_id', '=', seat.workspaceId)
    .where('finished_at', 'is not', null)
    .where((eb) => (seesAll(seat.grants) ? eb.lit(true) : eb('is_divided', '=', true)))
    .orderBy('at_seq', 'desc')
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!found) return refuse('not-found');
  const parts = await db
    .selectFrom('checkpoint_parts')
    .select(['n', 'bytes'])
    .where('workspace_id', '=', seat.workspaceId)
    .where('checkpoint_id', '=', found.checkpoint_id)
    .where(visible(seat))
    .orderBy('n')
    .execute();
  return {
    id: found.checkpoint_id,
    atSeq: found.at_seq,
    schemaVersion: found.schema_version,
    isDivided: found.is_divided,
    madeAt: found.made_at,
    parts,
  };
}

export async function readCheckpointPart(
  db: Store,
  seat: Seat,
  { id, n }: { id: string; n: number },
): Promise<Uint8Array> {
  const found = await db
    .selectFrom('checkpoint_parts as p')
    .innerJoin('checkpoints as c', (join) =>
      join
        .onRef('c.workspace_id', '=', 'p.workspace_id')
        .onRef('c.checkpoint_id', '=', 'p.checkpoint_id'),
    )
    .select('p.frame')
    .where('p.workspace_id', '=', seat.workspaceId)
    .where('p.checkpoint_id', '=', id)
    .where('p.n', '=', n)
    .where('c.finished_at', 'is not', null)
    .where(visible(seat))
    .executeTakeFirst();
  return found?.frame ?? refuse('not-found');
}
