import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { Socket } from 'node:net';
import type { HubLog } from './log';
import { type Metrics, routeOf } from './metrics';
import type { ServeOptions } from './options';

const REQUEST_MS = 120_000;
const HEADERS_MS = 15_000;
/** Longer than a proxy's own, so that it never sends into a connection that is being closed. */
const KEEP_ALIVE_MS = 75_000;
const MAX_CONNECTIONS = 4000;
/** Requests at work at once; the next are asked to come again, before anything of them is read. */
const MAX_AT_WORK = 200;

const REQUEST_ID_HEADER = 'x-request-id';

/** HTTP, or TLS by the certificate; with bounds on what a slow or endless caller may hold. */
export function createWebServer(tls: ServeOptions['tls'], listener: RequestListener): Server {
  const bounds = {
    requestTimeout: REQUEST_MS,
    headersTimeout: HEADERS_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: 16 * 1024,
  };
  const server: Server = tls
    ? createHttps(
        {
          ...bounds,
          cert: readFileSync(tls.certFile),
          key: readFileSync(tls.keyFile),
          minVersion: 'TLSv1.2',
        },
        listener,
      )
    : createHttp(bounds, listener);
  server.maxConnections = MAX_CONNECTIONS;
  return server;
}

export type Traffic = {
  listener: RequestListener;
  /** Requests at work at this moment. */
  atWork(): number;
  /** Resolves when nothing is at work any more. */
  idle(): Promise<void>;
};

/** Counts, times, names and bounds every request on its way to `work`. */
export function watchTraffic(work: RequestListener, metrics: Metrics, log: HubLog): Traffic {
  let atWork = 0;
  const waiting: (() => void)[] = [];
  const counted = new WeakMap<Socket, { in: number; out: number }>();
  const countBytes = (socket: Socket) => {
    const before = counted.get(socket) ?? { in: 0, out: 0 };
    const now = { in: socket.bytesRead, out: socket.bytesWritten };
    counted.set(socket, now);
    const help = 'Bytes of requests and answers, headers included.';
    metrics.count('qunduo_hub_bytes_total', help, { way: 'in' }, now.in - before.in);
    metrics.count('qunduo_hub_bytes_total', help, { way: 'out' }, now.out - before.out);
  };
  const end = () => {
    atWork -= 1;
    if (atWork === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const startedAt = performance.now();
    const id = randomUUID();
    // Not by `URL`, which throws on what is none: that would end the process for all.
    const route = routeOf(request.url?.split('?')[0] ?? '/');
    // Whatever the caller sent by this name: ids in the log are the hub's own.
    request.headers[REQUEST_ID_HEADER] = id;
    response.setHeader(REQUEST_ID_HEADER, id);
    atWork += 1;
    response.once('close', () => {
      end();
      const seconds = (performance.now() - startedAt) / 1000;
      const status = response.writableFinished ? response.statusCode : 499;
      metrics.took(route, seconds);
      metrics.count('qunduo_hub_requests_total', 'Requests by route and status.', {
        route,
        status: String(status),
      });
      countBytes(request.socket);
      if (status >= 500 || seconds > 5) {
        log.warn('request', { id, route, status, ms: Math.round(seconds * 1000) });
      }
    });
    if (atWork > MAX_AT_WORK) refuseBusy(response);
    else work(request, response);
  };
  return {
    listener,
    atWork: () => atWork,
    idle: () => (atWork === 0 ? Promise.resolve() : new Promise((done) => waiting.push(done))),
  };
}

function refuseBusy(response: ServerResponse): void {
  response.setHeader('retry-after', '1');
  answerJson(response, 503, { code: 'busy' });
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
}

/** Resolves with the port. */
export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
