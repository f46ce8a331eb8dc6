import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { ExpectedError } from '@shared/lib/errors';
import { sql } from 'kysely';
import { z } from 'zod';
import type { HubDatabase } from '../database/database';
import { DISTRIBUTED } from '../store/distribute';
import type { HubTables } from '../store/tables';

type Database = Pick<HubDatabase<HubTables>, 'kysely'>;
type Column = { name: string; type: string };

const FORMAT = 'qunduo-hub-backup';
const VERSION = 1;
/** A row may hold eight megabytes. */
const ROWS_A_FETCH = 16;
const INSERT = { rows: 200, bytes: 8 * 1024 * 1024 };

const columnSchema = z.object({ name: z.string(), type: z.string() });
const headSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  madeAt: z.string(),
  migrations: z.array(z.string()),
});
const tableSchema = z.object({ table: z.enum(DISTRIBUTED), columns: z.array(columnSchema) });
const endSchema = z.object({ rows: z.number().int(), sha256: z.string() });

/**
 * All tables at one moment, as lines of JSON: what it is, then of each table its columns and its rows
 * (bytes as base64), at last how many rows and a hash of all lines before. Bounded memory; the
 * transaction lasts as long as the reader takes.
 */
export async function* dumpLines({ kysely }: Database): AsyncGenerator<string> {
  const work = await kysely.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    const hash = createHash('sha256');
    const line = (value: unknown) => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      return text;
    };
    yield line({
      format: FORMAT,
      version: VERSION,
      madeAt: new Date().toISOString(),
      migrations: await migrationsOf(work),
    });
    let rows = 0;
    for (const table of DISTRIBUTED) {
      const columns = (await columnsOf(table).execute(work)).rows;
      yield line({ table, columns });
      for await (const row of rowsOf(work, table)) {
        yield line(columns.map((column) => pack(row[column.name], column)));
        rows += 1;
      }
    }
    yield `${JSON.stringify({ rows, sha256: hash.digest('hex') })}\n`;
  } finally {
    await work.rollback().execute();
  }
}

type Row = Record<string, unknown>;

async function* rowsOf(work: Database['kysely'], table: string): AsyncGenerator<Row> {
  await sql`declare dumped cursor for select * from ${sql.table(table)}`.execute(work);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(ROWS_A_FETCH)} from dumped`.execute(work);
    yield* rows;
    if (rows.length < ROWS_A_FETCH) break;
  }
  await sql`close dumped`.execute(work);
}

async function migrationsOf(work: Database['kysely']): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name`.execute(work);
  return rows.map(({ name }) => name);
}

const columnsOf = (table: string) => sql<Column>`
  select column_name as name, data_type as type from information_schema.columns
  where table_schema = current_schema() and table_name = ${table} order by ordinal_position`;

function pack(value: unknown, { type }: Column): unknown {
  if (value === null || type !== 'bytea') return value;
  if (!(value instanceof Uint8Array)) throw new Error(`bytes came back as ${typeof value}`);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
}

function unpack(value: unknown, { type }: Column): unknown {
  if (value === null) return null;
  if (type === 'bytea') return Buffer.from(z.string().parse(value), 'base64');
  return type === 'jsonb' ? JSON.stringify(value) : value;
}

/** Reads a dump to its end: `backup-damaged` where it is none, cut short, or its hash is another's. */
async function readDump(
  file: string,
  onTable: (table: string, columns: Column[], migrations: string[]) => Promise<void>,
  onRow: (values: unknown[], bytes: number) => Promise<void>,
): Promise<{ rows: number }> {
  const hash = createHash('sha256');
  let last: string | undefined;
  let head: z.infer<typeof headSchema> | undefined;
  let rows = 0;
  const take = async (line: string) => {
    const value: unknown = JSON.parse(line);
    if (!head) head = headSchema.parse(value);
    else if (Array.isArray(value)) {
      rows += 1;
      await onRow(value, line.length);
    } else {
      const { table, columns } = tableSchema.parse(value);
      await onTable(table, columns, head.migrations);
    }
    hash.update(`${line}\n`);
  };
  try {
    const input = createReadStream(file).on('error', (error) => gunzip.destroy(error));
    const gunzip = createGunzip();
    for await (const line of createInterface({ input: input.pipe(gunzip), crlfDelay: 1 })) {
      if (last !== undefined) await take(last);
      last = line;
    }
    const end = endSchema.parse(JSON.parse(last ?? ''));
    if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new Error('another hash');
    return { rows };
  } catch (error) {
    if (isDamage(error)) throw new ExpectedError('hub-backup-damaged');
    throw error;
  }
}

/** Reads it to its end and keeps nothing; throws as `readDump` does. */
export const checkDump = (file: string): Promise<{ rows: number }> =>
  readDump(
    file,
    async () => {},
    async () => {},
  );

const DAMAGE = /^Z_|^ERR_|^another hash$/;
const isDamage = (error: unknown) =>
  error instanceof SyntaxError ||
  error instanceof z.ZodError ||
  (error instanceof Error && DAMAGE.test('code' in error ? String(error.code) : error.message));

/**
 * Puts a dump into a database that holds nothing, whole or not at all. Every workspace gets a new log
 * id, by which laptops see that the hub may know less than they do, and send it what it lacks.
 */
export async function restore(database: Database, file: string): Promise<{ rows: number }> {
  await checkDump(file);
  return await database.kysely.transaction().execute(async (work) => {
    const known = await migrationsOf(work);
    const held = await sql`select 1 from workspaces limit 1`.execute(work);
    if (held.rows.length > 0) throw new ExpectedError('hub-not-empty');
    let into: { table: string; columns: Column[] } | undefined;
    let waiting: unknown[][] = [];
    let bytes = 0;
    const insert = async () => {
      if (!into || waiting.length === 0) return;
      const { columns, table } = into;
      const names = sql.join(columns.map(({ name }) => sql.ref(name)));
      const rows = waiting.map(
        (values) =>
          sql`(${sql.join(columns.map((column, i) => unpack(values[i] ?? null, column)))})`,
      );
      await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(rows)}`.execute(work);
      waiting = [];
      bytes = 0;
    };
    const outcome = await readDump(
      file,
      async (table, columns, migrations) => {
        await insert();
        if (migrations.join() !== known.join()) {
          throw new ExpectedError('hub-backup-other-version');
        }
        into = { table, columns };
      },
      async (values, size) => {
        waiting.push(values);
        bytes += size;
        if (waiting.length >= INSERT.rows || bytes >= INSERT.bytes) await insert();
      },
    );
    await insert();
    await renewLogs({ kysely: work });
    return outcome;
  });
}

/** Tells all laptops that this database was put back to an earlier moment. Answers of how many workspaces. */
export async function renewLogs({ kysely }: Database): Promise<number> {
  const found = await sql<{ id: string }>`select workspace_id as id from workspaces`.execute(
    kysely,
  );
  for (const { id } of found.rows) {
    await sql`update workspaces set log_id = ${randomUUID()} where workspace_id = ${id}`.execute(
      kysely,
    );
  }
  return found.rows.length;
}
