import type { Store } from '../store/tables';
import { dropStage } from './log/stages';
import { dropCheckpoints } from './states/checkpoints';

const MS_PER_DAY = 86_400_000;
/** A laptop that stopped in the middle may come back after a holiday; then it sends from the start. */
const ABANDONED_MS = 14 * MS_PER_DAY;
const SPENT_INVITE_MS = 30 * MS_PER_DAY;

/** Throws away what was begun and never finished: pieces, states, invites. Answers how many of them. */
export async function tidy(db: Store, nowMs: number): Promise<number> {
  const workspaces = await db.selectFrom('workspaces').select('workspace_id').execute();
  let dropped = 0;
  for (const { workspace_id } of workspaces) dropped += await tidyOne(db, workspace_id, nowMs);
  return dropped;
}

async function tidyOne(db: Store, workspaceId: string, nowMs: number): Promise<number> {
  return db.transaction().execute(async (work) => {
    const stages = await work
      .selectFrom('op_stages')
      .selectAll()
      .where('workspace_id', '=', workspaceId)
      .where('touched_at', '<', nowMs - ABANDONED_MS)
      .forUpdate()
      .execute();
    for (const stage of stages) await dropStage(work, stage);
    const states = await work
      .selectFrom('checkpoints')
      .select('checkpoint_id')
      .where('workspace_id', '=', workspaceId)
      .where('finished_at', 'is', null)
      .where('made_at', '<', nowMs - ABANDONED_MS)
      .execute();
    await dropCheckpoints(
      work,
      workspaceId,
      states.map(({ checkpoint_id }) => checkpoint_id),
    );
    const invites = await work
      .deleteFrom('invites')
      .where('workspace_id', '=', workspaceId)
      .where('expires_at', '<', nowMs - SPENT_INVITE_MS)
      .executeTakeFirst();
    return stages.length + states.length + Number(invites.numDeletedRows);
  });
}
