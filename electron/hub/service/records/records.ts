import { sql } from 'kysely';
import type { Work } from '../../store/tables';
import type { Labelled } from './names';

const IDS_A_STATEMENT = 10_000;

/** Calls `each` with at most so many records of one entity at a time as a statement takes. */
async function inPages(
  records: Labelled['records'],
  each: (entity: string, ids: string[]) => Promise<void>,
): Promise<void> {
  for (const [entity, ids] of records) {
    const all = [...ids];
    for (let at = 0; at < all.length; at += IDS_A_STATEMENT) {
      await each(entity, all.slice(at, at + IDS_A_STATEMENT));
    }
  }
}

/** The labels of those among `records` that the hub knows. */
export async function findLabels(
  work: Work,
  workspaceId: string,
  records: Labelled['records'],
): Promise<Map<string, Map<string, string[]>>> {
  const found = new Map<string, Map<string, string[]>>();
  await inPages(records, async (entity, ids) => {
    const { rows } = await sql<{ record_id: string; scopes: string[] }>`
      select record_id, scopes from records
      where workspace_id = ${workspaceId} and entity = ${entity}
        and record_id = any(${ids}::text[])`.execute(work);
    const known = found.get(entity) ?? new Map<string, string[]>();
    for (const { record_id, scopes } of rows) known.set(record_id, scopes);
    found.set(entity, known);
  });
  return found;
}

/**
 * Adds labels to records. None is taken away until the next divided state (see `replaceLabels`): a
 * person's rows are sent again with the new group's label alone, so the newest label is not all of it.
 * What anybody may read never hangs on this list, only who may write.
 */
export async function addLabels(
  work: Work,
  workspaceId: string,
  { scopes, records }: Labelled,
): Promise<void> {
  await inPages(records, async (entity, ids) => {
    await sql`
      insert into records (workspace_id, entity, record_id, scopes)
      select ${workspaceId}, ${entity}, id, ${[...scopes]}::text[] from unnest(${ids}::text[]) as id
      on conflict (workspace_id, entity, record_id) do update
        set scopes = array(select distinct unnest(records.scopes || excluded.scopes))
        where not records.scopes @> excluded.scopes`.execute(work);
  });
}

/** Before the labels of a divided state and of what was written after it are laid down. */
export async function clearLabels(work: Work, workspaceId: string): Promise<void> {
  await work.deleteFrom('records').where('workspace_id', '=', workspaceId).execute();
}
