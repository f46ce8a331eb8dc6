import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type BellMessage, bellMessage } from '@shared/contracts/hub-http';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import type { HubApp } from './app';
import { ask, frameOf, type Laptop, pushFrames, TestHub } from './hub.testing';

let hub: TestHub;
let app: HubApp;
let owner: Laptop;
let url: string;
const servers: Server[] = [];
const sockets: WebSocket[] = [];

async function listen(served: HubApp): Promise<string> {
  const server = createServer(getRequestListener((request, env) => served.fetch(request, env)));
  served.attach(server);
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  hub = await TestHub.open();
  app = hub.start();
  url = await listen(app);
  owner = await hub.join(app, await hub.workspace(), 'owner');
}, 60_000);
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(async () => {
  for (const server of servers) server.close();
  await hub.close();
});

type Ear = { heard: BellMessage[]; closed: Promise<number>; socket: WebSocket };

async function hear(token: string, at = url, isByProtocol = false): Promise<Ear> {
  const socket = isByProtocol
    ? new WebSocket(`${at}/v1/bell`, ['qunduo-bell', `qunduo-token.${token}`])
    : new WebSocket(`${at}/v1/bell`, { headers: { authorization: `Bearer ${token}` } });
  sockets.push(socket);
  const heard: BellMessage[] = [];
  socket.on('message', (data) => heard.push(bellMessage.parse(JSON.parse(String(data)))));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await once(socket, 'open');
  return { heard, closed, socket };
}

async function refusedOf(socket: WebSocket): Promise<{ status: number | undefined; text: string }> {
  sockets.push(socket);
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  let text = '';
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, text };
}

test('a laptop hears how things are, then every new head, and nothing else', async () => {
  const ear = await hear(owner.token);
  await vi.waitFor(() => expect(ear.heard).toHaveLength(1));
  const { head } = ear.heard[0] as BellMessage;
  await pushFrames(app, owner, frameOf(owner));
  await vi.waitFor(() => expect(ear.heard.at(-1)?.head).toBe(head + 1));
  const other = await hub.join(app, await hub.workspace('Elsewhere'), 'owner');
  await pushFrames(app, other, frameOf(other));
  await pushFrames(app, owner, frameOf(owner));
  await vi.waitFor(() => expect(ear.heard.at(-1)?.head).toBe(head + 2));
  expect(ear.heard.map((message) => message.head)).toEqual([head, head + 1, head + 2]);
});

test('what comes in at one process rings at another', async () => {
  const second = hub.start();
  const ear = await hear(owner.token, await listen(second));
  const before = ear.heard.length;
  const { head } = await pushFrames(app, owner, frameOf(owner));
  await vi.waitFor(() => expect(ear.heard.at(-1)?.head).toBe(head));
  expect(ear.heard.length).toBeGreaterThan(before - 1);
});

test('the token may stand among the protocols, and is not said back', async () => {
  const { socket } = await hear(owner.token, url, true);
  expect(socket.protocol).toBe('qunduo-bell');
});

test('changed rights ring at once; a revoked seat hears nothing more', async () => {
  const laptop = await hub.join(app, owner.workspaceId, 'assistant');
  const ear = await hear(laptop.token);
  const path = `/v1/seats/${laptop.seatId}`;
  await ask(app, 'POST', path, { token: owner.token, json: { role: 'viewer' } });
  await vi.waitFor(() => expect(ear.heard.at(-1)?.grantsVersion).toBe(1));
  await ask(app, 'POST', `${path}/revoke`, { token: owner.token, json: {} });
  expect(await ear.closed).toBe(4403);
  const count = ear.heard.length;
  await pushFrames(app, owner, frameOf(owner));
  expect(ear.heard).toHaveLength(count);
  const headers = { authorization: `Bearer ${laptop.token}` };
  const again = await refusedOf(new WebSocket(`${url}/v1/bell`, { headers }));
  expect(again).toEqual({ status: 403, text: '{"code":"device-revoked"}' });
});

test('without a token, with a wrong one and at another place nobody is let in', async () => {
  const open = (path: string, token?: string) =>
    refusedOf(
      new WebSocket(
        `${url}${path}`,
        token ? { headers: { authorization: `Bearer ${token}` } } : {},
      ),
    );
  const nobody = { status: 401, text: '{"code":"unauthorized"}' };
  expect(await open('/v1/bell')).toEqual(nobody);
  expect(await open('/v1/bell', `${owner.token}x`)).toEqual(nobody);
  expect((await open('/v1/other', owner.token)).status).toBe(404);
});

test('a laptop that talks is hung up on, and one seat cannot hold sockets without end', async () => {
  const ear = await hear(owner.token);
  ear.socket.send('x'.repeat(2000));
  expect(await ear.closed).toBe(1009);
  for (let n = 0; n < 8; n++) await hear(owner.token);
  const headers = { authorization: `Bearer ${owner.token}` };
  expect((await refusedOf(new WebSocket(`${url}/v1/bell`, { headers }))).status).toBe(429);
});

test('a hub that closes says goodbye', async () => {
  const third = hub.start();
  const ear = await hear(owner.token, await listen(third));
  expect(third.bells()).toBe(1);
  await third.close();
  expect(await ear.closed).toBe(1001);
});
