import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SystemCipher } from '../files/secret-store';
import { createHubLink } from './hub-link';
import { createLinkFile } from './link-file';
import { createTokenKeeper } from './token-keeper';

const TOKEN = 'a-token-that-nobody-else-may-ever-read';
const SEAT = {
  workspaceId: '01890000-0000-7000-8000-000000000001',
  workspaceName: '滨江社群',
  seatId: '01890000-0000-7000-8000-000000000002',
  role: 'leader',
} as const;
const ASK = { protocol: 1, code: 'CODE-0001-AAAA', deviceName: '小组长的电脑' };

let folder: string;
let server: Server;
let url: string;
let joins: string[];
let tokens: (string | undefined)[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-link-'));
  joins = [];
  tokens = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    tokens.push(request.headers.authorization);
    if (request.url !== '/v1/join') return response.end('{}');
    const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: string };
    const isKnown = !joins.includes(code);
    joins.push(code);
    response.statusCode = isKnown ? 200 : 409;
    response.end(JSON.stringify(isKnown ? { ...SEAT, token: TOKEN } : { code: 'invite-spent' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const keychain = (key: number, isAvailable = true): SystemCipher => ({
  isAvailable: () => isAvailable,
  encrypt: (text) => Buffer.from([key, ...Buffer.from(text).map((byte) => byte ^ key)]),
  decrypt: ([owner, ...bytes]) => {
    if (owner !== key) throw new Error('not mine');
    return Buffer.from(bytes.map((byte) => byte ^ key)).toString();
  },
});

const openLink = (cipher = keychain(7)) =>
  createHubLink({
    file: createLinkFile(join(folder, 'hub-link.json')),
    tokens: createTokenKeeper(join(folder, 'hub-token.json'), cipher),
  });

test('an invite becomes a seat; its token stays here, encrypted, and goes along with questions', async () => {
  const link = openLink();
  expect(await link.read()).toBeNull();
  await expect(link.ask({ method: 'GET', path: '/v1/me' })).rejects.toMatchObject({
    code: 'hub-not-joined',
  });
  expect(await link.join(url, ASK)).toEqual({ ...SEAT, url });
  const later = openLink();
  expect(await later.read()).toEqual({
    url,
    workspaceId: SEAT.workspaceId,
    seatId: SEAT.seatId,
    protection: 'keychain',
  });
  await later.ask({ method: 'GET', path: '/v1/me' });
  expect(tokens).toEqual([undefined, `Bearer ${TOKEN}`]);
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text, name).not.toContain(TOKEN);
    expect(text, name).not.toContain(ASK.code);
  }
});

test('the same invite again goes on with the seat that it brought', async () => {
  await openLink().join(url, ASK);
  expect(await openLink().join(url, ASK)).toEqual({ ...SEAT, url });
  expect(joins).toHaveLength(1);
  await openLink().forget();
  await expect(openLink().join(url, ASK)).rejects.toMatchObject({ code: 'invite-spent' });
  expect(await openLink().read()).toBeNull();
});

test('without a keychain only the rights of its file guard the token, and the link says so', async () => {
  await openLink(keychain(7, false)).join(url, ASK);
  const path = join(folder, 'hub-token.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await openLink(keychain(7, false)).read()).toMatchObject({ protection: 'file' });
  // A keychain that came later takes it over.
  expect(await openLink().read()).toMatchObject({ protection: 'keychain' });
  expect(readFileSync(path, 'utf8')).not.toContain(TOKEN);
});

test("another user's token is named, not sent", async () => {
  await openLink(keychain(7)).join(url, ASK);
  await expect(openLink(keychain(9)).ask({ method: 'GET', path: '/v1/me' })).rejects.toMatchObject({
    code: 'token-unreadable',
  });
  expect(tokens).toHaveLength(1);
});
