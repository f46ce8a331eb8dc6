import { expect, test } from 'vitest';
import { parseCommand, UsageError } from './options';

const serve = (...args: string[]) => parseCommand(['--data', '/srv/hub', ...args], {});

test('a hub speaks to its own machine unless it is told otherwise', () => {
  expect(serve('--port', '0')).toMatchObject({ command: 'serve', port: 0, bind: '127.0.0.1' });
});

test('leaving loopback without TLS has to be said in so many words', () => {
  expect(() => serve('--bind', '0.0.0.0')).toThrow(/tokens included/);
  expect(() => serve('--bind', '192.168.1.5')).toThrow(UsageError);
  for (const way of [
    ['--plain-http-on-this-network'],
    ['--trust-proxy'],
    ['--cert', 'hub.pem', '--key', 'hub.key'],
  ]) {
    expect(serve('--bind', '0.0.0.0', ...way)).toMatchObject({ bind: '0.0.0.0' });
  }
  expect(() => serve('--bind', '0.0.0.0', '--cert', 'hub.pem')).toThrow(/belong together/);
});

test('a folder and a server exclude each other, and a server may come by the environment', () => {
  const env = { QUNDUO_HUB_DATABASE_URL: 'postgres://hub@db/hub' };
  expect(parseCommand([], env)).toMatchObject({ place: { databaseUrl: 'postgres://hub@db/hub' } });
  expect(() => parseCommand(['--data', '/srv/hub'], env)).toThrow(/not both/);
  expect(() => parseCommand(['--database-url', 'mysql://db'], {})).toThrow(/postgres/);
});

test('what cannot be done is said before anything is opened', () => {
  expect(() => serve('invite', '--workspace', 'w', '--role', 'king')).toThrow(/owner, leader/);
  expect(() => serve('invite', '--role', 'owner')).toThrow(/--workspace/);
  expect(() => serve('create-workspace')).toThrow(/name/);
  expect(() => serve('create-workspace', 'North', 'South')).toThrow(/South/);
  expect(() => serve('dance')).toThrow(/dance/);
  expect(() => serve('--prot', '1')).toThrow(UsageError);
  expect(() => serve('--port', '70000')).toThrow(/--port/);
});

test('commands take what they need from anywhere on the line', () => {
  expect(serve('create-workspace', '华北 群', '--url', 'http://127.0.0.1:8787/')).toEqual({
    command: 'create-workspace',
    place: { dataDir: '/srv/hub' },
    name: '华北 群',
    url: 'http://127.0.0.1:8787',
  });
  expect(serve('invite', '--workspace', 'w', '--role', 'viewer', '--groups', 'a,b')).toMatchObject({
    role: 'viewer',
    hours: 72,
    groups: ['a', 'b'],
  });
});
