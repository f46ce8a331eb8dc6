import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'kysely';
import type { HubDatabase } from '../database/database';
import type { HubTables } from '../store/tables';
import { answerJson } from './http-server';
import type { Metrics } from './metrics';
import { isLoopback } from './options';

const ASK_MS = 2000;

export type HealthParts = {
  database: Pick<HubDatabase<HubTables>, 'kysely'>;
  metrics: Metrics;
  isStopping(): boolean;
  /** Of this process at this moment. */
  gauges(): { name: string; help: string; value: number }[];
  metricsToken?: string;
  isBehindProxy: boolean;
};

/**
 * `/healthz` (both), `/healthz/live`, `/healthz/ready` and `/metrics`; false when the path is another.
 * Live: the process answers. Ready: the database answers too and nothing is being stopped.
 */
export function answersHealth(
  parts: HealthParts,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  switch (request.url) {
    case '/healthz/live':
      answerJson(response, 200, { live: true });
      return true;
    case '/healthz':
    case '/healthz/ready':
      void isReady(parts).then((ready) =>
        answerJson(response, ready ? 200 : 503, { live: true, ready }),
      );
      return true;
    case '/metrics':
      if (mayRead(parts, request)) answerMetrics(parts, response);
      else answerJson(response, 404, { code: 'not-found' });
      return true;
    default:
      return false;
  }
}

async function isReady({ database, isStopping }: HealthParts): Promise<boolean> {
  if (isStopping()) return false;
  const asked = sql`select 1`.execute(database.kysely).then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, ASK_MS, false).unref());
  return await Promise.race([asked, late]);
}

/** Behind a proxy every caller seems to be on this machine, so there only the token opens. */
function mayRead({ metricsToken, isBehindProxy }: HealthParts, request: IncomingMessage): boolean {
  if (metricsToken !== undefined) {
    return isSameSecret(request.headers.authorization ?? '', `Bearer ${metricsToken}`);
  }
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return !isBehindProxy && isLoopback(peer);
}

export function answerMetrics(
  { metrics, gauges }: Pick<HealthParts, 'metrics' | 'gauges'>,
  response: ServerResponse,
): void {
  response.setHeader('content-type', 'text/plain; version=0.0.4');
  response.end(metrics.text(gauges()));
}

/** Takes equally long whatever differs. */
export function isSameSecret(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
