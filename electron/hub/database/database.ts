import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { takeFolder } from './folder-lock';
import { PgliteDialect } from './pglite-dialect';
import { openPglite } from './pglite-folder';
import { createListener, openPool } from './postgres-pool';
import { createTurns } from './turns';

/** `undefined`: something may have been said while nobody could hear it; look for yourself. */
export type Heard = (payload: string | undefined) => void;

/**
 * Where a hub keeps what it knows: the same SQL over a PostgreSQL server or over a folder. Whole
 * numbers of 64 bits come back as numbers, bytes as Uint8Array (a Buffer, from a server), JSON parsed.
 * `busy` (ExpectedError) is thrown when too many wait for a connection already.
 */
export type HubDatabase<Tables = unknown> = {
  kind: 'embedded' | 'postgres';
  kysely: Kysely<Tables>;
  /** Of every `notify` on the channel, its own included, in this process or another; ends by what it answers. */
  listen(channel: string, heard: Heard): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
  /** Waits for what runs; afterwards the folder is free for another process. */
  close(): Promise<void>;
};

export type PostgresOptions = { connections?: number; statementMs?: number };

/** Does not wait for the server: the first statement says when it cannot be reached. */
export function openPostgres<Tables = unknown>(
  url: string,
  options: PostgresOptions = {},
): HubDatabase<Tables> {
  const pool = openPool(url, options);
  const listener = createListener(url);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool.forKysely }) });
  return {
    kind: 'postgres',
    kysely,
    listen: listener.listen,
    notify: async (channel, payload) => {
      await pool.query('select pg_notify($1, $2)', [channel, payload]);
    },
    close: async () => {
      await listener.close();
      await kysely.destroy();
    },
  };
}

/**
 * PostgreSQL inside this process, over a folder that it alone may use: `hub-folder-taken` (with the
 * `pid` that holds it) when a living process does. Without a folder it lives in memory.
 */
export async function openEmbedded<Tables = unknown>(
  folder?: string,
): Promise<HubDatabase<Tables>> {
  const lock = folder === undefined ? undefined : await takeFolder(folder);
  try {
    if (folder !== undefined) mkdirSync(join(folder, 'pg'), { recursive: true, mode: 0o700 });
    const pglite = await openPglite(folder === undefined ? undefined : join(folder, 'pg'));
    const turns = createTurns();
    const kysely = new Kysely<Tables>({ dialect: new PgliteDialect(pglite, turns) });
    return {
      kind: 'embedded',
      kysely,
      listen: (channel, heard) =>
        turns.run(async () => {
          const stop = await pglite.listen(channel, heard);
          return () => turns.run(() => stop());
        }),
      notify: (channel, payload) =>
        turns.run(async () => {
          await pglite.query('select pg_notify($1, $2)', [channel, payload]);
        }),
      close: async () => {
        await turns.run(() => pglite.close());
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}
