import { FRAMES_TYPE, HEAD_HEADER, HUB_LIMITS, pullQuery } from '@shared/contracts/hub-http';
import type { Hono } from 'hono';
import { pull } from '../../service/log/pull';
import { push, readPush } from '../../service/log/push';
import { PushTurns } from '../../service/log/push-turns';
import { bytes, json } from '../answers';
import { check, readFrameBytes } from '../bodies';
import type { Desk } from '../desk';
import type { NodeBindings } from '../parts';
import { withRetries } from '../retry';

/** The log: what laptops bring, and what they fetch. */
export function logRoutes(app: Hono<{ Bindings: NodeBindings }>, desk: Desk): void {
  const { db, bells, nowMs } = desk;
  const turns = new PushTurns();

  app.post('/v1/push', (c) =>
    desk.forSeat(
      c,
      async () => readPush(await readFrameBytes(c.req.raw, HUB_LIMITS.push)),
      async (seat, frames) => {
        const answer = await turns.run(seat.workspaceId, () =>
          withRetries(() => push(db, seat, frames, nowMs())),
        );
        desk.parts.onPushed?.(answer.results);
        const hasEntered = answer.results.some(({ result }) => result === 'accepted');
        if (hasEntered) bells.rang(seat.workspaceId, answer.head);
        return json(answer);
      },
    ),
  );

  app.get('/v1/pull', (c) =>
    desk.forSeat(
      c,
      () => check(pullQuery, c.req.query()),
      async (seat, query) => {
        const { frames, head } = await pull(db, seat, query);
        desk.seen.note(seat, nowMs(), query.since);
        return bytes(frames, { 'content-type': FRAMES_TYPE, [HEAD_HEADER]: String(head) });
      },
    ),
  );
}
