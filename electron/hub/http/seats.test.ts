import { PROTOCOL_VERSION } from '@shared/sync/wire';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrateDown, migrateUp } from '../store/migrate';
import type { HubApp } from './app';
import { ask, frameOf, type Laptop, pullAll, pushFrames, sendState, TestHub } from './hub.testing';

let hub: TestHub;
let app: HubApp;
let workspaceId: string;
let owner: Laptop;
beforeAll(async () => {
  hub = await TestHub.open();
  app = hub.start();
  workspaceId = await hub.workspace();
  owner = await hub.join(app, workspaceId, 'owner');
}, 60_000);
afterAll(() => hub.close());

const joining = (code: string) => ({ protocol: PROTOCOL_VERSION, code, deviceName: 'Tablet' });
const join = (code: string) => ask(app, 'POST', '/v1/join', { json: joining(code) });
const me = (token: string | undefined) => ask(app, 'GET', '/v1/me', { token });

describe('who asks', () => {
  test('a seat hears who it is', async () => {
    const { status, json } = await me(owner.token);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      workspaceId,
      workspaceName: 'East side',
      seatId: owner.seatId,
      role: 'owner',
      grants: [{ scope: 'all', canWrite: true }],
      isDivided: false,
      head: 0,
      floor: 0,
      now: hub.nowMs,
    });
  });

  test('no token, a wrong one, one of another seat and nonsense get the same answer', async () => {
    const [space, seat, secret] = owner.token.split('.');
    const tokens = [
      undefined,
      'x',
      'a.b.c.d',
      `${space}.${seat}.${'A'.repeat(43)}`,
      `${space}.${v7()}.${secret}`,
      `${v7()}.${seat}.${secret}`,
      `${space}.' or '1'='1.${secret}`,
      `${owner.token}x`,
      'x'.repeat(5000),
    ];
    const answers = await Promise.all(tokens.map(me));
    for (const { status, json } of answers) {
      expect([status, json]).toEqual([401, { code: 'unauthorized' }]);
    }
  });

  test('every route asks for a token first, whatever else is wrong', async () => {
    const routes = [
      ['GET', '/v1/me'],
      ['POST', '/v1/push'],
      ['GET', '/v1/pull?since=x'],
      ['POST', '/v1/checkpoints'],
      ['PUT', '/v1/checkpoints/x/1'],
      ['POST', '/v1/checkpoints/x/finish'],
      ['GET', '/v1/checkpoint'],
      ['GET', '/v1/checkpoints/x/1'],
      ['GET', '/v1/seats'],
      ['POST', '/v1/seats/x'],
      ['POST', '/v1/seats/x/revoke'],
      ['POST', '/v1/invites'],
      ['GET', '/v1/names'],
      ['POST', '/v1/leave'],
    ] as const;
    for (const [method, path] of routes) {
      const body = method === 'GET' ? {} : { bytes: Buffer.from('{') };
      expect((await ask(app, method, path, body)).status, path).toBe(401);
    }
    expect((await ask(app, 'GET', '/v1/else', { token: owner.token })).json).toEqual({
      code: 'not-found',
    });
  });

  test('what belongs to another workspace is not there', async () => {
    const other = await hub.join(app, await hub.workspace('West side'), 'owner');
    const { token } = other;
    const revoked = await ask(app, 'POST', `/v1/seats/${owner.seatId}/revoke`, { token, json: {} });
    expect(revoked.json).toEqual({ code: 'not-found' });
    await sendState(app, owner, { atSeq: 0 }, [{}]);
    const { json } = await ask(app, 'GET', '/v1/checkpoint', { token: owner.token });
    const { id } = json as { id: string };
    const path = `/v1/checkpoints/${id}/0`;
    expect((await ask(app, 'GET', path, { token })).json).toEqual({ code: 'not-found' });
    expect((await ask(app, 'GET', path, { token: owner.token })).status).toBe(200);
    const stray = await pushFrames(app, other, frameOf({ ...other, workspaceId }));
    expect(stray.results).toMatchObject([
      { result: 'rejected', refusal: { code: 'wrong-workspace' } },
    ]);
    expect((await me(owner.token)).json).toMatchObject({ head: 0 });
  });
});

describe('invites', () => {
  test('one is typed in any case, without dashes, and works once', async () => {
    const code = await hub.invite(workspaceId, 'assistant');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z-]{40,64}$/);
    const typed = code.replaceAll('-', '').toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o');
    const first = await join(typed);
    expect(first.json).toMatchObject({ workspaceId, role: 'assistant' });
    expect((await join(code)).json).toEqual({ code: 'invite-spent' });
  });

  test('of twenty who bring it at the same moment one gets in', async () => {
    const code = await hub.invite(workspaceId, 'viewer');
    const answers = await Promise.all(Array.from({ length: 20 }, () => join(code)));
    const codes = answers.map(({ json }) => (json as { code?: string }).code ?? 'in').sort();
    expect(codes).toEqual(['in', ...Array.from({ length: 19 }, () => 'invite-spent')]);
  });

  test('nobody who was sent away comes back through an invite of their own', async () => {
    const leader = await hub.join(app, workspaceId, 'leader');
    const invite = async () => {
      const request = { token: leader.token, json: { role: 'leader' } };
      const { json } = await ask(app, 'POST', '/v1/invites', request);
      return (json as { code: string }).code;
    };
    const before = await invite();
    const path = `/v1/seats/${leader.seatId}`;
    await ask(app, 'POST', path, { token: owner.token, json: { role: 'assistant' } });
    expect((await join(before)).json).toEqual({ code: 'invite-unknown' });
    await ask(app, 'POST', path, { token: owner.token, json: { role: 'leader' } });
    const after = await invite();
    await ask(app, 'POST', `${path}/revoke`, { token: owner.token, json: {} });
    expect((await join(after)).json).toEqual({ code: 'invite-unknown' });
  });

  test('an expired one and an unknown one are told apart, a newer console is told so', async () => {
    const code = await hub.invite(workspaceId, 'viewer');
    const before = hub.nowMs;
    hub.nowMs += 73 * 3_600_000;
    expect((await join(code)).json).toEqual({ code: 'invite-expired' });
    hub.nowMs = before;
    expect((await join(`${code.slice(0, -1)}${code.endsWith('Z') ? 'Y' : 'Z'}`)).json).toEqual({
      code: 'invite-unknown',
    });
    expect((await join("' or 1=1; --")).json).toEqual({ code: 'invite-unknown' });
    const json = { ...joining(code), protocol: 99 };
    expect((await ask(app, 'POST', '/v1/join', { json })).json).toEqual({
      code: 'protocol-newer',
      data: { hub: PROTOCOL_VERSION },
    });
  });

  test('nobody invites above their own role, and below leader nobody invites', async () => {
    const leader = await hub.join(app, workspaceId, 'leader');
    const assistant = await hub.join(app, workspaceId, 'assistant');
    const invite = ({ token }: Laptop, role: string) =>
      ask(app, 'POST', '/v1/invites', { token, json: { role } });
    expect((await invite(leader, 'owner')).json).toEqual({ code: 'forbidden' });
    expect((await invite(assistant, 'viewer')).json).toEqual({ code: 'forbidden' });
    const { json } = await invite(leader, 'leader');
    const { code, url, expiresAt } = json as { code: string; url: string; expiresAt: number };
    expect(url).toBe(`http://127.0.0.1:8787/join#${code}`);
    expect(expiresAt).toBe(hub.nowMs + 72 * 3_600_000);
    expect((await join(code)).status).toBe(200);
  });

  test('the hub keeps neither codes nor tokens', async () => {
    const code = await hub.invite(workspaceId, 'viewer');
    const invites = await hub.database.kysely.selectFrom('invites').selectAll().execute();
    const seats = await hub.database.kysely.selectFrom('seats').selectAll().execute();
    const kept = JSON.stringify([invites, seats]);
    expect(kept).not.toContain(code.slice(-15));
    expect(kept).not.toContain(owner.token.split('.')[2]);
  });
});

describe('the team', () => {
  const change = (by: Laptop, of: Laptop, json: unknown) =>
    ask(app, 'POST', `/v1/seats/${of.seatId}`, { token: by.token, json });

  test('seats are listed with the databases that wrote from them', async () => {
    const laptop = await hub.join(app, workspaceId, 'assistant');
    await pushFrames(app, laptop, frameOf(laptop));
    const { json } = await ask(app, 'GET', '/v1/seats', { token: owner.token });
    const { seats } = json as { seats: Record<string, unknown>[] };
    expect(seats.find(({ id }) => id === laptop.seatId)).toMatchObject({
      name: 'Front desk',
      person: 'Lin',
      role: 'assistant',
      deviceIds: [laptop.deviceId],
      grants: [{ scope: 'all', canWrite: true }],
      joinedAt: hub.nowMs,
    });
    expect((await ask(app, 'GET', '/v1/seats', { token: laptop.token })).status).toBe(403);
    const names = await ask(app, 'GET', '/v1/names', { token: laptop.token });
    expect((names.json as { names: unknown[] }).names).toHaveLength(seats.length);
  });

  test('a change of role counts up what the seat is told, and is bounded by rank', async () => {
    const leader = await hub.join(app, workspaceId, 'leader');
    const laptop = await hub.join(app, workspaceId, 'assistant');
    expect((await change(leader, laptop, { role: 'viewer', name: 'Counter' })).status).toBe(200);
    expect((await me(laptop.token)).json).toMatchObject({
      role: 'viewer',
      grantsVersion: 1,
      grants: [{ scope: 'all', canWrite: false }],
    });
    const refused = await pushFrames(app, laptop, frameOf(laptop));
    expect(refused.results).toMatchObject([{ result: 'rejected', refusal: { code: 'forbidden' } }]);
    expect((await change(leader, laptop, { role: 'owner' })).status).toBe(403);
    expect((await change(leader, owner, { role: 'viewer' })).status).toBe(403);
    expect((await change(laptop, leader, { role: 'viewer' })).status).toBe(403);
  });

  test('nobody is narrowed before the workspace is divided', async () => {
    const laptop = await hub.join(app, workspaceId, 'assistant');
    const grants = [{ scope: 'group-1', canWrite: true }];
    expect((await change(owner, laptop, { grants })).json).toEqual({ code: 'must-divide' });
    expect(
      (
        await ask(app, 'POST', '/v1/invites', {
          token: owner.token,
          json: { role: 'viewer', grants },
        })
      ).json,
    ).toEqual({ code: 'must-divide' });
  });

  test('the only owner may neither step down nor leave the others behind', async () => {
    expect((await change(owner, owner, { role: 'leader' })).json).toEqual({ code: 'last-owner' });
    const left = await ask(app, 'POST', '/v1/leave', { token: owner.token, json: {} });
    expect([left.status, left.json]).toEqual([409, { code: 'last-owner' }]);
    const lonely = await hub.join(app, await hub.workspace('Alone'), 'owner');
    expect((await ask(app, 'POST', '/v1/leave', { token: lonely.token, json: {} })).status).toBe(
      200,
    );
  });

  test('a revoked seat neither reads nor writes', async () => {
    const laptop = await hub.join(app, workspaceId, 'leader');
    const path = `/v1/seats/${laptop.seatId}/revoke`;
    expect((await ask(app, 'POST', path, { token: owner.token, json: {} })).status).toBe(200);
    const { head } = (await me(owner.token)).json as { head: number };
    const bytes = Buffer.from('x');
    for (const [method, path, body] of [
      ['GET', '/v1/me', {}],
      ['GET', '/v1/pull?since=0', {}],
      ['GET', '/v1/checkpoint', {}],
      ['POST', '/v1/push', { bytes }],
      ['POST', '/v1/invites', { bytes }],
    ] as const) {
      const { status, json } = await ask(app, method, path, { token: laptop.token, ...body });
      expect([path, status, json]).toEqual([path, 403, { code: 'device-revoked' }]);
    }
    await expect(pullAll(app, laptop)).rejects.toThrow('device-revoked');
    expect((await me(owner.token)).json).toMatchObject({ head });
    expect((await ask(app, 'POST', path, { token: owner.token, json: {} })).status).toBe(404);
  });
});

test('the tables go away and come back', async () => {
  await migrateDown(hub.database.kysely);
  await migrateUp(hub.database.kysely);
  expect(await hub.database.kysely.selectFrom('ops').selectAll().execute()).toEqual([]);
});
