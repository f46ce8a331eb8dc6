import { getRequestListener } from '@hono/node-server';
import type { PushResult } from '@shared/contracts/hub-http';
import { type HubDatabase, openEmbedded, openPostgres } from '../database/database';
import { createHubApp } from '../http/app';
import { migrateUp } from '../store/migrate';
import type { HubTables } from '../store/tables';
import { newSecret, removeAdminFile, writeAdminFile } from './admin-file';
import { startAdmin } from './admin-server';
import { adminWork } from './admin-work';
import { answersHealth, type HealthParts } from './health';
import { createWebServer, listen, watchTraffic } from './http-server';
import type { HubLog } from './log';
import { Metrics } from './metrics';
import type { DataPlace, ServeOptions } from './options';

/** What is at work when the hub is told to stop has this long to end. */
const STOP_MS = 8000;

export type RunningHub = {
  /** What is printed: where callers on this machine reach it. */
  url: string;
  /** Takes nothing new, lets what is at work end, closes the bell and the database. */
  close(): Promise<void>;
};

export const openPlace = async (
  place: DataPlace,
  connections?: number,
): Promise<HubDatabase<HubTables>> =>
  'dataDir' in place
    ? await openEmbedded<HubTables>(place.dataDir)
    : openPostgres<HubTables>(place.databaseUrl, connections === undefined ? {} : { connections });

export async function serve(options: ServeOptions, log: HubLog): Promise<RunningHub> {
  const database = await openPlace(options.place, options.connections);
  try {
    return await serveDatabase(options, database, log);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serveDatabase(
  options: ServeOptions,
  database: HubDatabase<HubTables>,
  log: HubLog,
): Promise<RunningHub> {
  const { place, isBehindProxy, metricsToken } = options;
  const folder = 'dataDir' in place ? place.dataDir : undefined;
  if (folder !== undefined) removeAdminFile(folder);
  await migrateUp(database.kysely);

  const metrics = new Metrics();
  let isStopping = false;
  let url = '';
  const publicUrl = () => options.publicUrl ?? url;
  const app = createHubApp({
    database,
    log,
    publicUrl,
    isBehindProxy,
    onPushed: (results) => countPushed(metrics, results),
  });
  const ask = getRequestListener(app.fetch);
  const health: HealthParts = {
    database,
    metrics,
    isStopping: () => isStopping,
    gauges: () => gauges(traffic.atWork(), app.bells()),
    isBehindProxy,
    ...(metricsToken === undefined ? {} : { metricsToken }),
  };
  const traffic = watchTraffic(
    (request, response) => {
      if (!answersHealth(health, request, response)) void ask(request, response);
    },
    metrics,
    log,
  );
  const server = createWebServer(options.tls, traffic.listener);
  app.attach(server);
  const port = await listen(server, options.port, options.bind);
  url = urlOf(options, port);

  const secret = newSecret();
  const admin =
    folder === undefined
      ? undefined
      : await startAdmin(secret, adminWork(database, publicUrl), health, log);
  if (folder !== undefined && admin) {
    writeAdminFile(folder, { adminUrl: admin.url, secret, hubUrl: publicUrl() });
  }
  log.info('listening', { port, database: database.kind, tls: options.tls !== undefined });

  const close = async () => {
    isStopping = true;
    log.info('stopping', { atWork: traffic.atWork() });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await app.close();
    await Promise.race([traffic.idle(), delay(STOP_MS)]);
    server.closeAllConnections();
    await closed;
    await admin?.close();
    if (folder !== undefined) removeAdminFile(folder);
    await database.close();
    log.info('stopped');
  };
  return { url, close };
}

function countPushed(metrics: Metrics, results: readonly PushResult[]): void {
  const help = 'Frames of pushes by what became of them.';
  for (const { result, refusal } of results) {
    metrics.count('qunduo_hub_frames_total', help, { result: refusal?.code ?? result });
  }
}

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

function urlOf({ bind, tls }: ServeOptions, port: number): string {
  const isEvery = bind === '0.0.0.0' || bind === '::';
  const host = isEvery ? '127.0.0.1' : bind.includes(':') ? `[${bind}]` : bind;
  return `${tls ? 'https' : 'http'}://${host}:${port}`;
}

function gauges(atWork: number, bells: number) {
  const memory = process.memoryUsage();
  return [
    { name: 'qunduo_hub_requests_at_work', help: 'Requests at work now.', value: atWork },
    { name: 'qunduo_hub_bells', help: 'Laptops that listen for the bell now.', value: bells },
    { name: 'process_resident_memory_bytes', help: 'Memory of the process.', value: memory.rss },
    {
      name: 'process_uptime_seconds',
      help: 'Since the process started.',
      value: Math.round(process.uptime()),
    },
  ];
}
