import { inviteRequest, joinRequest, seatChange } from '@shared/contracts/hub-http';
import { idSchema } from '@shared/lib/ids';
import type { Hono } from 'hono';
import { inviteFrom, inviteUrl, join } from '../../service/seats/invites';
import { meOf } from '../../service/seats/seat';
import { changeSeat, leave, listNames, listSeats, revokeSeat } from '../../service/seats/team';
import { json } from '../answers';
import { check, readBody, readJson } from '../bodies';
import type { Desk, HubContext } from '../desk';
import type { NodeBindings } from '../parts';
import { withRetries } from '../retry';

const SMALL = 1024;
const nothing = (c: HubContext) => readBody(c.req.raw, SMALL);
const idOf = (c: HubContext) => check(idSchema, c.req.param('id'));

/** Who is in the workspace: joining, leaving, inviting, and what each may. */
export function teamRoutes(app: Hono<{ Bindings: NodeBindings }>, desk: Desk): void {
  const { db, bells, nowMs } = desk;

  app.post('/v1/join', async (c) => {
    const request = await readJson(c.req.raw, joinRequest);
    const address = desk.address(c);
    desk.buckets.guesses.take(address);
    const joined = await withRetries(() => join(db, request, nowMs()));
    // An invite that fits is spent by it; only guessing needs to be bounded so tightly.
    desk.buckets.guesses.giveBack(address);
    return json(joined);
  });

  app.get('/v1/me', (c) => desk.forSeat(c, nothing, async (seat) => json(meOf(seat, nowMs()))));

  app.post('/v1/leave', (c) =>
    desk.forSeat(c, nothing, async (seat) => {
      await withRetries(() => leave(db, seat, nowMs()));
      bells.seatsChanged(seat.workspaceId);
      return json({});
    }),
  );

  app.get('/v1/seats', (c) =>
    desk.forSeat(c, nothing, async (seat) => json({ seats: await listSeats(db, seat) })),
  );

  app.get('/v1/names', (c) =>
    desk.forSeat(c, nothing, async (seat) => json({ names: await listNames(db, seat) })),
  );

  app.post('/v1/seats/:id', (c) =>
    desk.forSeat(
      c,
      async () => ({ id: idOf(c), change: await readJson(c.req.raw, seatChange) }),
      async (seat, { id, change }) => {
        await withRetries(() => changeSeat(db, seat, id, change));
        bells.seatsChanged(seat.workspaceId);
        return json({});
      },
    ),
  );

  app.post('/v1/seats/:id/revoke', (c) =>
    desk.forSeat(
      c,
      async () => {
        await nothing(c);
        return idOf(c);
      },
      async (seat, id) => {
        await withRetries(() => revokeSeat(db, seat, id, nowMs()));
        bells.seatsChanged(seat.workspaceId);
        return json({});
      },
    ),
  );

  app.post('/v1/invites', (c) =>
    desk.forSeat(
      c,
      () => readJson(c.req.raw, inviteRequest),
      async (seat, request) => {
        const { code, expiresAt } = await inviteFrom(db, seat, request, nowMs());
        return json({ code, url: inviteUrl(desk.parts.publicUrl(), code), expiresAt });
      },
    ),
  );
}
