import { type Kysely, sql } from 'kysely';

/** Every table of the hub; what belongs to one workspace lies on one node. */
export const DISTRIBUTED = [
  'workspaces',
  'seats',
  'seat_grants',
  'writers',
  'invites',
  'ops',
  'op_stages',
  'op_parts',
  'records',
  'checkpoints',
  'checkpoint_parts',
] as const;

/**
 * Where the Citus extension is there, spreads the tables over its nodes by `workspace_id`, all of a
 * workspace together; tables that are spread already are left alone. Answers how many were spread.
 */
export async function distributeTables<T>(db: Kysely<T>): Promise<number> {
  const citus = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  if (citus.rows.length === 0) return 0;
  const known = await sql<{ name: string }>`
    select logicalrelid::text as name from pg_dist_partition`.execute(db);
  const spread = new Set(known.rows.map(({ name }) => name));
  const waiting = DISTRIBUTED.filter((table) => !spread.has(table));
  for (const table of waiting) {
    const beside = table === 'workspaces' ? 'default' : 'workspaces';
    await sql`select create_distributed_table(${table}, 'workspace_id', colocate_with => ${beside})`.execute(
      db,
    );
  }
  return waiting.length;
}
