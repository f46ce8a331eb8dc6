import type { Server } from 'node:http';
import { Hono } from 'hono';
import { tidy } from '../service/tidy';
import { refused } from './answers';
import { BellSocket } from './bell-socket';
import { Desk } from './desk';
import type { HubParts, NodeBindings } from './parts';
import { logRoutes } from './routes/log';
import { stateRoutes } from './routes/states';
import { teamRoutes } from './routes/team';

const TIDY_MS = 6 * 3_600_000;

export type HubApp = {
  /** For `@hono/node-server`, which hands the socket over beside the request. */
  fetch(request: Request, bindings?: NodeBindings): Response | Promise<Response>;
  /** The bell, at the same server. */
  attach(server: Server): void;
  /** Laptops that listen for the bell at this process. */
  bells(): number;
  /** Ends the bell and waits for what is written aside; the database stays open. */
  close(): Promise<void>;
};

/** The hub over its database, whose tables are there (`migrateUp`). */
export function createHubApp(parts: HubParts): HubApp {
  const desk = new Desk(parts);
  const socket = new BellSocket(desk);
  const app = new Hono<{ Bindings: NodeBindings }>();
  // A flood is turned away before anybody is looked up for it; everything else comes after who it is.
  app.use('*', async (c, next) => {
    const address = desk.address(c);
    desk.buckets.address.take(address);
    await desk.atWork.run(address, next);
  });
  teamRoutes(app, desk);
  logRoutes(app, desk);
  stateRoutes(app, desk);
  app.notFound(() => refused({ code: 'not-found' }));
  app.onError((error, c) => desk.answerError(error, c));

  const tidying = setInterval(() => {
    tidy(desk.db, desk.nowMs()).catch((error: unknown) => parts.log.error('tidy', error));
  }, TIDY_MS);
  tidying.unref();

  return {
    fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
    attach: (server) => socket.attach(server),
    bells: () => desk.bells.size,
    close: async () => {
      clearInterval(tidying);
      socket.close();
      await desk.bells.close();
      await desk.seen.settled();
    },
  };
}
