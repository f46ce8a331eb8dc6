import { type Kysely, sql } from 'kysely';

const TABLES = {
  workspaces: `
    workspace_id text primary key,
    name text not null,
    log_id text not null,
    head bigint not null default 0,
    floor bigint not null default 0 check (floor <= head),
    is_divided boolean not null default false,
    divided_at bigint,
    seat_changes bigint not null default 0,
    created_at bigint not null`,
  seats: `
    workspace_id text not null,
    seat_id text not null,
    token_hash bytea not null,
    name text not null,
    person text,
    role text not null check (role in ('owner', 'leader', 'assistant', 'viewer')),
    joined_at bigint not null,
    seen_at bigint,
    revoked_at bigint,
    cursor bigint,
    grants_version bigint not null default 0,
    primary key (workspace_id, seat_id)`,
  seat_grants: `
    workspace_id text not null,
    seat_id text not null,
    scope text not null,
    can_write boolean not null,
    primary key (workspace_id, seat_id, scope)`,
  writers: `
    workspace_id text not null,
    device_id text not null,
    seat_id text not null,
    last_seq bigint not null,
    primary key (workspace_id, device_id)`,
  invites: `
    workspace_id text not null,
    code_hash bytea not null,
    role text not null,
    grants jsonb not null,
    made_by text,
    expires_at bigint not null,
    used_at bigint,
    primary key (workspace_id, code_hash)`,
  ops: `
    workspace_id text not null,
    seq bigint not null,
    op_id text not null,
    device_id text not null,
    own_seq bigint not null,
    seat_id text not null,
    body_id text,
    header text,
    pieces integer not null,
    bytes bigint not null,
    at bigint not null,
    primary key (workspace_id, seq),
    unique (workspace_id, op_id),
    unique (workspace_id, device_id, own_seq)`,
  op_stages: `
    workspace_id text not null,
    seat_id text not null,
    op_id text not null,
    body_id text not null,
    header text not null,
    pieces integer not null,
    have integer not null,
    bytes bigint not null,
    touched_at bigint not null,
    primary key (workspace_id, seat_id, op_id)`,
  op_parts: `
    workspace_id text not null,
    body_id text not null,
    piece integer not null,
    part integer not null,
    scopes text[] not null,
    form text not null,
    names bytea not null,
    body bytea not null,
    primary key (workspace_id, body_id, piece, part)`,
  records: `
    workspace_id text not null,
    entity text not null,
    record_id text not null,
    scopes text[] not null,
    primary key (workspace_id, entity, record_id)`,
  checkpoints: `
    workspace_id text not null,
    checkpoint_id text not null,
    seat_id text not null,
    at_seq bigint not null,
    schema_version integer not null,
    is_divided boolean not null,
    is_erasing boolean not null,
    made_at bigint not null,
    finished_at bigint,
    primary key (workspace_id, checkpoint_id)`,
  checkpoint_parts: `
    workspace_id text not null,
    checkpoint_id text not null,
    n integer not null,
    scopes text[] not null,
    frame bytea not null,
    bytes integer not null,
    primary key (workspace_id, checkpoint_id, n)`,
} as const;

/** Contents come compressed: the database need not try again. */
const PACKED = { op_parts: ['names', 'body'], checkpoint_parts: ['frame'] } as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    await sql`create table ${sql.table(table)} (${sql.raw(columns)})`.execute(db);
  }
  for (const [table, columns] of Object.entries(PACKED)) {
    for (const column of columns) {
      // In a statement of its own, which servers before PostgreSQL 16 know too.
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set storage external`.execute(
        db,
      );
    }
  }
  await sql`create index writers_of_seat on writers (workspace_id, seat_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of Object.keys(TABLES).reverse()) {
    await sql`drop table ${sql.table(table)}`.execute(db);
  }
}
