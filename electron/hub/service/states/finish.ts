import { decodeCheckpointPart } from '@shared/sync/checkpoint';
import { sql } from 'kysely';
import type { Store, Work } from '../../store/tables';
import { readNames } from '../records/names';
import { addLabels, clearLabels } from '../records/records';
import { refuse } from '../refuse';
import type { Seat } from '../seats/seat';
import { dropCheckpoints, requireMaker } from './checkpoints';

/** The newest, and the one before it, which somebody may be fetching. */
const KEPT = 2;

type Finishing = { at_seq: number; is_divided: boolean; is_erasing: boolean };

/**
 * Makes a state the workspace's newest, with all its `parts`; `malformed` when one is missing. An
 * erasing one drops all older states and what the log holds up to it; that an operation was there is
 * remembered, so that it never comes in again.
 */
export async function finishCheckpoint(
  db: Store,
  seat: Seat,
  { id, parts }: { id: string; parts: number },
  nowMs: number,
): Promise<void> {
  const { workspaceId, seatId } = seat;
  await db.transaction().execute(async (work) => {
    const workspace = await work
      .selectFrom('workspaces')
      .select(['floor', 'divided_at'])
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const held = await work
      .selectFrom('checkpoints')
      .select(['at_seq', 'is_divided', 'is_erasing', 'finished_at'])
      .where('workspace_id', '=', workspaceId)
      .where('checkpoint_id', '=', id)
      .where('seat_id', '=', seatId)
      .executeTakeFirst();
    if (!held) return refuse('not-found');
    // The answer was lost on its way: it is done.
    if (held.finished_at !== null) return;
    // The seat may be allowed less by now than when it began.
    requireMaker(seat, { isErasing: held.is_erasing });
    if (held.at_seq < workspace.floor) refuse('behind-log');
    await requireParts(work, workspaceId, id, parts);
    if (held.is_divided) await relabel(work, workspaceId, id, held.at_seq);
    await work
      .updateTable('checkpoints')
      .set({ finished_at: nowMs })
      .where('workspace_id', '=', workspaceId)
      .where('checkpoint_id', '=', id)
      .execute();
    if (held.is_divided && workspace.divided_at === null) {
      await beginNarrowSight(work, workspaceId, held.at_seq);
    }
    await dropOlder(work, workspaceId, id, held);
    if (held.is_erasing) await eraseLog(work, workspaceId, held.at_seq);
  });
}

async function requireParts(work: Work, workspaceId: string, id: string, parts: number) {
  const { rows } = await sql<{ n: number; most: number | null }>`
    select count(*)::integer as n, max(n) as most from checkpoint_parts
    where workspace_id = ${workspaceId} and checkpoint_id = ${id}`.execute(work);
  const [there] = rows;
  if (there?.n !== parts || (parts > 0 && there.most !== parts - 1)) refuse('malformed');
}

/** What records there are, and under which labels: by the state, and by what was written after it. */
async function relabel(work: Work, workspaceId: string, id: string, atSeq: number): Promise<void> {
  await clearLabels(work, workspaceId);
  for (let n = 0; ; n++) {
    const part = await work
      .selectFrom('checkpoint_parts')
      .select('frame')
      .where('workspace_id', '=', workspaceId)
      .where('checkpoint_id', '=', id)
      .where('n', '=', n)
      .executeTakeFirst();
    if (!part) break;
    const { scopes, index } = decodeCheckpointPart(part.frame);
    await addLabels(work, workspaceId, { scopes, records: readNames(index) });
  }
  const later = await work
    .selectFrom('ops as o')
    .innerJoin('op_parts as p', (join) =>
      join.onRef('p.workspace_id', '=', 'o.workspace_id').onRef('p.body_id', '=', 'o.body_id'),
    )
    .select(['p.scopes', 'p.names'])
    .where('o.workspace_id', '=', workspaceId)
    .where('o.seq', '>', atSeq)
    .orderBy('o.seq')
    .execute();
  for (const { scopes, names } of later) {
    await addLabels(work, workspaceId, { scopes, records: readNames(names) });
  }
}

const beginNarrowSight = (work: Work, workspaceId: string, atSeq: number) =>
  work
    .updateTable('workspaces')
    .set({ divided_at: atSeq })
    .where('workspace_id', '=', workspaceId)
    .execute();

async function dropOlder(
  work: Work,
  workspaceId: string,
  id: string,
  { is_erasing }: Finishing,
): Promise<void> {
  const finished = await work
    .selectFrom('checkpoints')
    .select('checkpoint_id')
    .where('workspace_id', '=', workspaceId)
    .where('finished_at', 'is not', null)
    .orderBy('at_seq', 'desc')
    .orderBy('finished_at', 'desc')
    .execute();
  const ids = finished.map(({ checkpoint_id }) => checkpoint_id);
  const dropped = is_erasing ? ids.filter((other) => other !== id) : ids.slice(KEPT);
  await dropCheckpoints(work, workspaceId, dropped);
}

async function eraseLog(work: Work, workspaceId: string, atSeq: number): Promise<void> {
  await sql`
    delete from op_parts p using ops o
    where o.workspace_id = ${workspaceId} and o.seq <= ${atSeq} and o.body_id is not null
      and p.workspace_id = o.workspace_id and p.body_id = o.body_id`.execute(work);
  await work
    .updateTable('ops')
    .set({ header: null, body_id: null, bytes: 0 })
    .where('workspace_id', '=', workspaceId)
    .where('seq', '<=', atSeq)
    .where('body_id', 'is not', null)
    .execute();
  await work
    .updateTable('workspaces')
    .set({ floor: atSeq })
    .where('workspace_id', '=', workspaceId)
    .execute();
}
