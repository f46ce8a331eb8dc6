import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Bell, createBell } from './bell';

let stop: (() => void)[] = [];
afterEach(() => {
  for (const end of stop) end();
  stop = [];
});

async function openTower() {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  const heard: { token: string | undefined; path: string | undefined }[] = [];
  const all: WebSocket[] = [];
  sockets.on('connection', (socket, request) => {
    heard.push({ token: request.headers.authorization, path: request.url });
    all.push(socket);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  stop.push(() => {
    for (const socket of all) socket.terminate();
    http.close();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  return { url, heard, newest: () => all[all.length - 1] };
}

const until = async (isSo: () => boolean) => {
  for (let tries = 0; tries < 400 && !isSo(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(isSo()).toBe(true);
};

function listen(url: string) {
  const rung: number[] = [];
  const line: boolean[] = [];
  const bell: Bell = createBell({
    pass: async () => ({ url, token: 'secret' }),
    onBell: ({ head }) => rung.push(head),
    onLine: (isOpen) => line.push(isOpen),
    random: () => 0,
  });
  stop.push(bell.close);
  return { bell, rung, line };
}

test('the bell is heard with the token, and what is none of its words is not', async () => {
  const tower = await openTower();
  const { bell, rung, line } = listen(tower.url);
  bell.open();
  bell.open();
  await until(() => line.length === 1);
  expect(tower.heard).toEqual([{ token: 'Bearer secret', path: '/v1/bell' }]);
  for (const said of ['nonsense', '{"head":-1}', '[]', '{"head":7,"grantsVersion":1}']) {
    tower.newest()?.send(said);
  }
  await until(() => rung.length > 0);
  expect(rung).toEqual([7]);
});

test('a line that is lost comes back by itself, and at once after waking', async () => {
  const tower = await openTower();
  const { bell, line } = listen(tower.url);
  bell.open();
  await until(() => line.length === 1);
  tower.newest()?.terminate();
  await until(() => line.length === 3);
  expect(line).toEqual([true, false, true]);
  bell.wake();
  expect(line).toEqual([true, false, true, false]);
  await until(() => line.length === 5);
  expect(tower.heard).toHaveLength(3);
});

test('once closed it stays silent', async () => {
  const tower = await openTower();
  const { bell, line } = listen(tower.url);
  bell.open();
  await until(() => line.length === 1);
  bell.close();
  bell.wake();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(line).toEqual([true, false]);
  expect(tower.heard).toHaveLength(1);
});
