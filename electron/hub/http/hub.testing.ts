import { randomUUID } from 'node:crypto';
import {
  FRAMES_TYPE,
  type Grant,
  type JoinAnswer,
  joinAnswer,
  type PushAnswer,
  pushAnswer,
  type Role,
} from '@shared/contracts/hub-http';
import { encodeBinaryJson } from '@shared/lib/binary-json';
import { encodeCheckpointPart } from '@shared/sync/checkpoint';
import { formatHlc } from '@shared/sync/clock';
import { encodeIndex, type PartIndex } from '@shared/sync/part';
import { decodeFrames, encodeFrame, type Frame, PROTOCOL_VERSION } from '@shared/sync/wire';
import { gzipSync } from 'fflate';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { type HubDatabase, openEmbedded, openPostgres } from '../database/database';
import { createInvite } from '../service/seats/invites';
import { createWorkspace } from '../service/workspaces';
import { migrateUp } from '../store/migrate';
import type { HubTables } from '../store/tables';
import { createHubApp, type HubApp } from './app';
import type { HubParts } from './parts';

/** A server's address: the same tests then run on it, each file in a database of its own. */
const DATABASE_URL = process.env.QUNDUO_HUB_DATABASE_URL;

const GENEROUS = { burst: 1e9, perSecond: 1e9 };
const NO_RATES = {
  atOnce: 1e9,
  address: GENEROUS,
  seat: GENEROUS,
  strangers: GENEROUS,
  guesses: GENEROUS,
};

export type Laptop = JoinAnswer & { deviceId: string; address: string; lastSeq: number };
export type Answer = { status: number; headers: Headers; bytes: Uint8Array; json: unknown };
type Asking = {
  token?: string | undefined;
  address?: string;
  json?: unknown;
  bytes?: Uint8Array;
  type?: string;
  headers?: Record<string, string>;
};

async function openDatabase(): Promise<HubDatabase<HubTables> & { drop(): Promise<void> }> {
  if (DATABASE_URL === undefined) {
    const database = await openEmbedded<HubTables>();
    return { ...database, drop: () => database.close() };
  }
  const server = openPostgres(DATABASE_URL);
  const name = `hub_${randomUUID().replaceAll('-', '')}`;
  await sql`create database ${sql.id(name)}`.execute(server.kysely);
  const url = new URL(DATABASE_URL);
  url.pathname = `/${name}`;
  const database = openPostgres<HubTables>(url.href);
  const drop = async () => {
    await database.close();
    await sql`drop database ${sql.id(name)} with (force)`.execute(server.kysely);
    await server.close();
  };
  return { ...database, drop };
}

/** A hub over a database of its own, asked without a network. */
export class TestHub {
  readonly logged: string[] = [];
  readonly database: HubDatabase<HubTables>;
  private readonly drop: () => Promise<void>;
  private readonly apps: HubApp[] = [];
  nowMs = Date.now();

  private constructor(database: HubDatabase<HubTables>, drop: () => Promise<void>) {
    this.database = database;
    this.drop = drop;
  }

  static async open(): Promise<TestHub> {
    const { drop, ...database } = await openDatabase();
    await migrateUp(database.kysely);
    return new TestHub(database, drop);
  }

  /** One process of the hub; several share the database. */
  start(parts: Partial<HubParts> = {}): HubApp {
    const say = (...said: unknown[]) => this.logged.push(JSON.stringify(said));
    const app = createHubApp({
      database: this.database,
      log: {
        info: say,
        warn: say,
        error: (event, error, fields) => say(event, String(error), fields),
      },
      publicUrl: () => 'http://127.0.0.1:8787',
      rates: NO_RATES,
      nowMs: () => this.nowMs,
      ...parts,
    });
    this.apps.push(app);
    return app;
  }

  async close(): Promise<void> {
    for (const app of this.apps) await app.close();
    await this.drop();
  }

  async workspace(name = 'East side'): Promise<string> {
    return (await createWorkspace(this.database.kysely, name, this.nowMs)).id;
  }

  async invite(workspaceId: string, role: Role, grants?: Grant[]): Promise<string> {
    const request = { workspaceId, role, ...(grants && { grants }) };
    return (await createInvite(this.database.kysely, request, this.nowMs)).code;
  }

  async join(app: HubApp, workspaceId: string, role: Role, grants?: Grant[]): Promise<Laptop> {
    const code = await this.invite(workspaceId, role, grants);
    const body = { protocol: PROTOCOL_VERSION, code, deviceName: 'Front desk', person: 'Lin' };
    const { json, status } = await ask(app, 'POST', '/v1/join', { json: body });
    if (status !== 200) throw new Error(`no seat: ${JSON.stringify(json)}`);
    return { ...joinAnswer.parse(json), deviceId: v7(), address: '10.0.0.1', lastSeq: 0 };
  }
}

export async function ask(
  app: HubApp,
  method: string,
  path: string,
  asking: Asking = {},
): Promise<Answer> {
  const { token, json, bytes, type, headers = {}, address = '10.0.0.1' } = asking;
  const body = bytes ?? (json === undefined ? undefined : Buffer.from(JSON.stringify(json)));
  const request = new Request(`http://hub${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(bytes && { 'content-type': type ?? FRAMES_TYPE }),
      ...headers,
    },
    ...(body && { body: Buffer.from(body) }),
  });
  const incoming = { socket: { remoteAddress: address }, headers: {} };
  const response = await app.fetch(request, { incoming });
  const answer = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes: answer, json: read(answer) };
}

function read(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

export type PartSketch = { scopes?: string[]; names?: PartIndex; body?: Uint8Array };

export const bodyOf = (...entities: string[]): Uint8Array =>
  gzipSync(
    encodeBinaryJson({ changes: entities.map((entity) => ({ entity, id: 'x', set: { a: 1 } })) }),
  );

/** The next operation of a laptop, whole or as pieces, as it would come. */
export function frameOf(
  laptop: Laptop,
  parts: readonly PartSketch[] = [{}],
  change: Partial<Frame['header']['op']> & { piece?: { n: number; of: number } } = {},
): Frame {
  const { piece, ...op } = change;
  if (op.seq === undefined && (piece === undefined || piece.n === 0)) laptop.lastSeq += 1;
  const bytes = parts.map(({ names, body }) => ({
    index: names ? encodeIndex(names) : new Uint8Array(),
    body: body ?? bodyOf('groups'),
  }));
  return {
    parts: bytes,
    header: {
      protocol: PROTOCOL_VERSION,
      base: 0,
      by: 'Lin',
      op: {
        seq: laptop.lastSeq,
        id: v7(),
        deviceId: laptop.deviceId,
        workspaceId: laptop.workspaceId,
        command: 'groups.rename',
        at: 1_700_000_000_000,
        hlc: formatHlc(1_700_000_000_000, laptop.lastSeq, laptop.deviceId),
        schemaVersion: 7,
        ...op,
      },
      ...(piece && { piece }),
      parts: parts.map(({ scopes = ['all'] }, n) => ({
        scopes,
        index: bytes[n]?.index.byteLength ?? 0,
        body: bytes[n]?.body.byteLength ?? 0,
        form: 'gzip' as const,
      })),
    },
  };
}

export async function pushFrames(
  app: HubApp,
  laptop: Laptop,
  ...frames: Frame[]
): Promise<PushAnswer> {
  const bytes = Buffer.concat(frames.map((frame) => Buffer.from(encodeFrame(frame))));
  const { json } = await ask(app, 'POST', '/v1/push', { token: laptop.token, bytes });
  return pushAnswer.parse(json);
}

export async function pullAll(app: HubApp, laptop: Laptop, since = 0, piece = 0): Promise<Frame[]> {
  const path = `/v1/pull?since=${since}&piece=${piece}&limit=500`;
  const { bytes, status, json } = await ask(app, 'GET', path, { token: laptop.token });
  if (status !== 200) throw new Error(JSON.stringify(json));
  return [...decodeFrames(bytes, 1 << 20)];
}

/** A state with the parts as they are given; answers its id. */
export async function sendState(
  app: HubApp,
  { token }: Laptop,
  start: { atSeq: number; isDivided?: boolean; isErasing?: boolean },
  parts: readonly PartSketch[],
): Promise<Answer> {
  const json = { schemaVersion: 7, isDivided: false, isErasing: false, ...start };
  const begun = await ask(app, 'POST', '/v1/checkpoints', { token, json });
  if (begun.status !== 200) return begun;
  const { id } = begun.json as { id: string };
  for (const [n, { scopes = ['all'], names, body }] of parts.entries()) {
    const bytes = encodeCheckpointPart({
      scopes,
      form: 'gzip',
      index: names ? encodeIndex(names) : new Uint8Array(),
      body: body ?? Uint8Array.of(n),
    });
    const put = await ask(app, 'PUT', `/v1/checkpoints/${id}/${n}`, { token, bytes });
    if (put.status !== 200) return put;
  }
  const path = `/v1/checkpoints/${id}/finish`;
  return ask(app, 'POST', path, { token, json: { parts: parts.length } });
}
