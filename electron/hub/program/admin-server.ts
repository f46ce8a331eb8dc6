import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { type AdminWork, inviteWish, workspaceWish } from './admin-work';
import { answerMetrics, type HealthParts, isSameSecret } from './health';
import { answerJson, listen } from './http-server';
import type { HubLog } from './log';

const MAX_JSON_BYTES = 64 * 1024;

export type AdminServer = { url: string; close(): Promise<void> };

/**
 * What commands on this machine ask of the hub that runs here: always on loopback, on a port of its
 * own, and only with the secret that lies in the data folder.
 */
export async function startAdmin(
  secret: string,
  work: AdminWork,
  health: Pick<HealthParts, 'metrics' | 'gauges'>,
  log: HubLog,
): Promise<AdminServer> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isSameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) {
      answerJson(response, 401, { code: 'unauthorized' });
      return;
    }
    switch (`${request.method} ${request.url}`) {
      case 'POST /admin/workspaces':
        answerJson(
          response,
          200,
          await work.createWorkspace(workspaceWish.parse(await read(request))),
        );
        return;
      case 'POST /admin/invites':
        answerJson(response, 200, await work.invite(inviteWish.parse(await read(request))));
        return;
      case 'GET /admin/backup':
        response.setHeader('content-type', 'application/gzip');
        await work.backup(response);
        return;
      case 'GET /metrics':
        answerMetrics(health, response);
        return;
      default:
        answerJson(response, 404, { code: 'not-found' });
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ExpectedError)) log.error('admin', error);
      if (response.headersSent) response.destroy();
      else answerJson(response, 400, refusalOf(error));
    });
  });
  const port = await listen(server, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusalOf(error: unknown) {
  if (error instanceof ExpectedError) return { code: error.code, data: error.data };
  return { code: error instanceof z.ZodError ? 'malformed' : 'hub-failed' };
}

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_JSON_BYTES) throw new ExpectedError('too-large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new ExpectedError('malformed');
  }
}
