import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinAnswer, meAnswer } from '@shared/contracts/hub-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runOnce } from './commands';
import { createHubLog } from './log';
import { parseCommand } from './options';
import { type RunningHub, serve } from './serve';

let folder = '';
let hub: RunningHub;
const lines: string[] = [];
const log = createHubLog((line) => lines.push(line));
const PERSON = '王小明';

const start = (data: string) => {
  const command = parseCommand(['--port', '0', '--data', join(folder, data)], {});
  if (command.command !== 'serve') throw new Error('not a hub');
  return serve(command, log);
};
const ask = async (data: string, ...args: string[]) => {
  const command = parseCommand([...args, '--data', join(folder, data)], {});
  if (command.command === 'serve' || command.command === 'help') throw new Error('not a command');
  return JSON.parse(JSON.stringify(await runOnce(command)));
};
const joinHub = async (url: string, code: string) => {
  const response = await fetch(`${url}/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ protocol: 1, code, deviceName: `Laptop of ${PERSON}`, person: PERSON }),
  });
  return joinAnswer.parse(await response.json());
};
const me = async (url: string, token: string) => {
  const response = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return meAnswer.parse(await response.json());
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-serve-'));
  hub = await start('first');
}, 60_000);
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a team is made, invited, backed up and brought back while the hub runs', async () => {
  const workspace = await ask('first', 'create-workspace', '华北');
  expect(workspace).toEqual({ id: expect.any(String), name: '华北' });
  const invite = await ask('first', 'invite', '--workspace', workspace.id, '--role', 'owner');
  expect(invite.url).toBe(`${hub.url}/join#${invite.code}`);
  expect(invite.expiresAt).toBeGreaterThan(Date.now());
  const seat = await joinHub(hub.url, invite.code);
  const before = await me(hub.url, seat.token);
  const file = join(folder, 'backup.gz');
  await ask('first', 'backup', '--to', file);
  await expect(ask('first', 'backup', '--to', file)).rejects.toThrow(/there already/);

  await ask('second', 'restore', '--from', file);
  const other = await start('second');
  const after = await me(other.url, seat.token);
  expect(after).toMatchObject({ workspaceId: workspace.id, role: 'owner', head: before.head });
  // By this the laptop knows that the hub may know less than it does.
  expect(after.logId).not.toBe(before.logId);
  await other.close();
}, 60_000);

test('a name that is no workspace gets no invite, and a taken folder no second hub', async () => {
  const nowhere = '0198c0de-0000-7000-8000-000000000000';
  await expect(
    ask('first', 'invite', '--workspace', nowhere, '--role', 'owner'),
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(start('first')).rejects.toMatchObject({ code: 'hub-folder-taken' });
}, 30_000);

test('it says how it is, to this machine, and keeps people out of figures and log', async () => {
  const health = await fetch(`${hub.url}/healthz`);
  expect([health.status, await health.json()]).toEqual([200, { live: true, ready: true }]);
  const metrics = await (await fetch(`${hub.url}/metrics`)).text();
  expect(metrics).toContain('qunduo_hub_requests_total{route="/v1/join",status="200"} 1');
  expect(metrics).toContain('qunduo_hub_request_seconds_count{route="/v1/me"}');
  expect(`${metrics}${lines.join('')}`).not.toContain(PERSON);
});

test('a path that is none is answered like any other', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = request(hub.url, { path: '//[' }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect(status).toBeGreaterThanOrEqual(400);
  expect((await fetch(`${hub.url}/healthz`)).status).toBe(200);
});

test('only who can read the folder may ask for more, and a stopped hub leaves nothing behind', async () => {
  const file = join(folder, 'second', 'hub-admin.json');
  const second = await start('second');
  expect(statSync(file).mode & 0o077).toBe(0);
  const { adminUrl } = JSON.parse(readFileSync(file, 'utf8'));
  const stranger = await fetch(`${adminUrl}/admin/backup`, {
    headers: { authorization: 'Bearer x' },
  });
  expect(stranger.status).toBe(401);
  await second.close();
  expect(existsSync(file)).toBe(false);
  await expect(fetch(`${second.url}/healthz`)).rejects.toThrow();
}, 30_000);
