import { checkpointStart, FRAMES_TYPE, HUB_LIMITS } from '@shared/contracts/hub-http';
import { idSchema } from '@shared/lib/ids';
import type { Hono } from 'hono';
import { z } from 'zod';
import {
  beginCheckpoint,
  newestCheckpoint,
  putCheckpointPart,
  readCheckpointPart,
} from '../../service/states/checkpoints';
import { finishCheckpoint } from '../../service/states/finish';
import { bytes, json } from '../answers';
import { check, readFrameBytes, readJson } from '../bodies';
import type { Desk, HubContext } from '../desk';
import type { NodeBindings } from '../parts';
import { withRetries } from '../retry';

const place = z.object({ id: idSchema, n: z.coerce.number().int().min(0).max(100_000) });
const finishRequest = z.object({ parts: z.number().int().min(0).max(100_000) });
const placeOf = (c: HubContext) => check(place, c.req.param());

/** States of the whole workspace: bringing one, and fetching the newest. */
export function stateRoutes(app: Hono<{ Bindings: NodeBindings }>, desk: Desk): void {
  const { db, bells, nowMs } = desk;

  app.post('/v1/checkpoints', (c) =>
    desk.forSeat(
      c,
      () => readJson(c.req.raw, checkpointStart),
      async (seat, start) => {
        const { id, hasDivided } = await withRetries(() =>
          beginCheckpoint(db, seat, start, nowMs()),
        );
        if (hasDivided) bells.seatsChanged(seat.workspaceId);
        return json({ id });
      },
    ),
  );

  app.put('/v1/checkpoints/:id/:n', (c) =>
    desk.forSeat(
      c,
      async () => ({
        at: placeOf(c),
        frame: await readFrameBytes(c.req.raw, HUB_LIMITS.checkpointPart),
      }),
      async (seat, { at, frame }) => {
        await withRetries(() => putCheckpointPart(db, seat, at, frame));
        return json({});
      },
    ),
  );

  app.post('/v1/checkpoints/:id/finish', (c) =>
    desk.forSeat(
      c,
      async () => ({
        id: check(idSchema, c.req.param('id')),
        ...(await readJson(c.req.raw, finishRequest)),
      }),
      async (seat, finishing) => {
        await withRetries(() => finishCheckpoint(db, seat, finishing, nowMs()));
        return json({});
      },
    ),
  );

  app.get('/v1/checkpoint', (c) =>
    desk.forSeat(
      c,
      () => undefined,
      async (seat) => json(await newestCheckpoint(db, seat)),
    ),
  );

  app.get('/v1/checkpoints/:id/:n', (c) =>
    desk.forSeat(
      c,
      () => placeOf(c),
      async (seat, at) =>
        bytes(await readCheckpointPart(db, seat, at), { 'content-type': FRAMES_TYPE }),
    ),
  );
}
