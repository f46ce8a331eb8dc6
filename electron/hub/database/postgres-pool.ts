import { ExpectedError } from '@shared/lib/errors';
import type { PostgresPool } from 'kysely';
import { Client, type ClientConfig, escapeIdentifier, Pool, types } from 'pg';
import type { Heard, PostgresOptions } from './database';

const CONNECTIONS = 10;
const STATEMENT_MS = 30_000;
const CONNECT_MS = 5000;
/** How many may wait for a connection before the next is sent away. */
const MAX_WAITING = 500;
const INT8 = 20;
const RECONNECT_MS = { first: 200, most: 5000 };

const getTypeParser: typeof types.getTypeParser = (oid, format) =>
  oid === INT8 ? Number : types.getTypeParser(oid, format);

const configOf = (url: string): ClientConfig => ({
  connectionString: url,
  application_name: 'qunduo-hub',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_MS,
});

/** A pool that sends away instead of letting wait for ever, and survives a server that restarts. */
export function openPool(url: string, options: PostgresOptions) {
  const statementMs = options.statementMs ?? STATEMENT_MS;
  const pool = new Pool({
    ...configOf(url),
    types: { getTypeParser },
    max: options.connections ?? CONNECTIONS,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementMs,
    query_timeout: statementMs + CONNECT_MS,
    idle_in_transaction_session_timeout: statementMs,
  });
  // An idle connection that breaks leaves the pool by itself; the next statement takes a new one.
  pool.on('error', () => undefined);
  // One that breaks while it is at work fails its statement; unheard, it would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const forKysely: PostgresPool = {
    connect: async () => {
      if (pool.waitingCount >= MAX_WAITING) throw new ExpectedError('busy');
      const client = await pool.connect().catch((error: unknown) => {
        throw isWaitTooLong(error) ? new ExpectedError('busy') : error;
      });
      return client;
    },
    end: () => pool.end(),
  };
  return { forKysely, query: (text: string, values: unknown[]) => pool.query(text, values) };
}

const isWaitTooLong = (error: unknown) =>
  error instanceof Error && error.message.startsWith('timeout exceeded when trying to connect');

/** LISTEN on a connection of its own, opened with the first channel and opened again whenever it breaks. */
export function createListener(url: string) {
  const channels = new Map<string, Set<Heard>>();
  let client: Client | undefined;
  let connecting: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let waitMs = RECONNECT_MS.first;
  let isClosed = false;

  const tellAll = () => {
    for (const heards of channels.values()) for (const heard of heards) heard(undefined);
  };

  const lose = (lost: Client) => {
    if (client !== lost) return;
    client = undefined;
    lost.removeAllListeners('end');
    // It is lost already; ending it only frees what it holds.
    lost.end().catch(() => undefined);
    again();
  };

  const again = () => {
    if (isClosed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      connect().then(tellAll, again);
    }, waitMs);
    retry.unref();
    waitMs = Math.min(waitMs * 2, RECONNECT_MS.most);
  };

  const open = async () => {
    const next = new Client(configOf(url));
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    next.on('notification', ({ channel, payload }) => {
      for (const heard of channels.get(channel) ?? []) heard(payload);
    });
    await next.connect();
    client = next;
    for (const channel of channels.keys()) await next.query(`listen ${escapeIdentifier(channel)}`);
    waitMs = RECONNECT_MS.first;
  };

  const connect = (): Promise<void> => {
    connecting ??= open().finally(() => {
      connecting = undefined;
    });
    return connecting;
  };

  return {
    listen: async (channel: string, heard: Heard) => {
      const heards = channels.get(channel) ?? new Set();
      channels.set(channel, heards.add(heard));
      if (client) await client.query(`listen ${escapeIdentifier(channel)}`);
      else await connect().catch(again);
      return async () => {
        heards.delete(heard);
        if (heards.size > 0) return;
        channels.delete(channel);
        await client?.query(`unlisten ${escapeIdentifier(channel)}`).catch(() => undefined);
      };
    },
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end().catch(() => undefined);
    },
  };
}
