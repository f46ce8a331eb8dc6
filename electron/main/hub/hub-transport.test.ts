import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { HEAD_HEADER, HUB_LIMITS } from '@shared/contracts/hub-http';
import { afterEach, expect, test } from 'vitest';
import { createHubTransport } from './hub-transport';

type Closing = { close: () => unknown };
const open: Closing[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const serve = async (answer: RequestListener) => `http://${await listen(createServer(answer))}`;
const me = { method: 'GET', path: '/v1/me' } as const;

test('address and token are added, bytes come and go as they are', async () => {
  const heard: string[] = [];
  const url = await serve(async (request, response) => {
    const { authorization, 'content-type': type } = request.headers;
    heard.push(`${request.method} ${request.url} ${authorization} ${type}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.setHeader(HEAD_HEADER, '41');
    response.end(Buffer.concat(chunks).reverse());
  });
  const ask = createHubTransport(`${url}/somewhere`, 'secret');
  const body = Uint8Array.from([1, 2, 250]);
  const answer = await ask({ method: 'POST', path: '/v1/push', type: 'frames', body });
  expect(answer).toEqual({ status: 200, head: 41, body: Uint8Array.from([250, 2, 1]) });
  expect(heard).toEqual(['POST /v1/push Bearer secret application/x-qunduo-frames']);
});

test('a refusal is an answer', async () => {
  const url = await serve((_, response) => {
    response.statusCode = 403;
    response.end('{"code":"forbidden"}');
  });
  const { status, body, head } = await createHubTransport(url, 't')(me);
  expect([status, Buffer.from(body).toString(), head]).toEqual([
    403,
    '{"code":"forbidden"}',
    undefined,
  ]);
});

test('a redirect is not followed, and the token does not go along', async () => {
  const elsewhere: string[] = [];
  const other = await serve((request, response) => {
    elsewhere.push(request.url ?? '');
    response.end();
  });
  const url = await serve((_, response) => {
    response.writeHead(302, { location: `${other}/v1/me` });
    response.end();
  });
  await expect(createHubTransport(url, 't')(me)).rejects.toMatchObject({
    code: 'hub-answers-strangely',
    data: { status: 302 },
  });
  expect(elsewhere).toEqual([]);
});

test('an answer without end is cut off', async () => {
  const url = await serve((_, response) => {
    const piece = Buffer.alloc(1024 * 1024);
    const send = (): void => {
      if (!response.destroyed) response.write(piece, () => setImmediate(send));
    };
    send();
  });
  await expect(createHubTransport(url, 't')(me)).rejects.toMatchObject({
    code: 'hub-answers-strangely',
  });
  expect(HUB_LIMITS.push).toBeLessThan(16 * 1024 * 1024);
});

test('nobody there, and a line that breaks, are both unreachable', async () => {
  const gone = createServer();
  const url = `http://${await listen(gone)}`;
  await new Promise<void>((resolve) => gone.close(() => resolve()));
  await expect(createHubTransport(url, 't')(me)).rejects.toMatchObject({ code: 'hub-unreachable' });

  const cut = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => response.destroy(), 20);
  });
  await expect(createHubTransport(cut, 't')(me)).rejects.toMatchObject({ code: 'hub-unreachable' });
});

test('what speaks no HTTP answers strangely', async () => {
  const server = createNetServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  open.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await expect(createHubTransport(`127.0.0.1:${port}`, 't')(me)).rejects.toMatchObject({
    code: 'hub-answers-strangely',
  });
});

test('a certificate that nobody vouches for is named', async () => {
  const { cert, key } = await selfSigned();
  const host = await listen(createTlsServer({ cert, key }, (_, response) => response.end()));
  await expect(createHubTransport(`https://${host}`, 't')(me)).rejects.toMatchObject({
    code: 'hub-certificate',
    data: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  });
});

test.each(['', 'ftp://a', 'file:///etc/passwd', 'http://me:pass@hub', 'two words', 'http://'])(
  '%j is no address of a hub',
  (address) => {
    expect(() => createHubTransport(address, 't')).toThrow(
      expect.objectContaining({ code: 'hub-address-bad' }),
    );
  },
);

/** Made by the system's openssl, as somebody in an office would. */
async function selfSigned(): Promise<{ cert: string; key: string }> {
  const { execFileSync } = await import('node:child_process');
  const pem = execFileSync(
    'openssl',
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout - -out -'.split(' '),
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const part = (name: string) =>
    new RegExp(`-----BEGIN ${name}-----[\\s\\S]+?-----END ${name}-----`).exec(pem)?.[0] ?? '';
  return { cert: part('CERTIFICATE'), key: part('PRIVATE KEY') };
}
