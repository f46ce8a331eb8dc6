import { PROTOCOL_VERSION } from '@shared/sync/wire';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from './address';
import { type Answer, ask, frameOf, pushFrames, TestHub } from './hub.testing';
import { Buckets, RATES } from './rates';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.open();
}, 60_000);
afterAll(() => hub.close());

const codesOf = (answers: { json: unknown }[]) => {
  const counts: Record<string, number> = {};
  for (const { json } of answers) {
    const code = (json as { code?: string }).code ?? 'served';
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
};

/** A thousand, so many at a time. */
async function flood(atOnce: number, one: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < 1000; at += atOnce) {
    const page = Array.from({ length: atOnce }, (_, n) => one(at + n));
    answers.push(...(await Promise.all(page)));
  }
  return answers;
}

test('a thousand requests of one laptop are bounded, others are served, and later it is again', async () => {
  const app = hub.start({ rates: {} });
  const workspaceId = await hub.workspace();
  const loud = await hub.join(app, workspaceId, 'owner');
  const calm = await hub.join(app, workspaceId, 'leader');
  const me = () => ask(app, 'GET', '/v1/me', { token: loud.token, address: '10.0.0.7' });
  const flooding = flood(1000, me);
  const other = await pushFrames(app, calm, frameOf(calm));
  expect(other.results).toMatchObject([{ result: 'accepted' }]);
  expect(codesOf(await flooding)).toEqual({
    served: RATES.atOnce,
    'rate-limited': 1000 - RATES.atOnce,
  });
  hub.nowMs += 60_000;
  const answers = await flood(50, me);
  expect(codesOf(answers)).toEqual({
    served: RATES.seat.burst,
    'rate-limited': 1000 - RATES.seat.burst,
  });
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get('retry-after')).toBe('1');
  hub.nowMs += 1000;
  expect((await me()).status).toBe(200);
}, 30_000);

test('strangers are bounded sooner, without shutting out a seat at the same address', async () => {
  const app = hub.start({ rates: {} });
  const seat = await hub.join(app, await hub.workspace(), 'owner');
  const address = '10.0.0.8';
  const answers = await flood(50, (n) =>
    ask(app, 'GET', '/v1/me', { address, token: n % 2 ? `x.${n}.y` : undefined }),
  );
  expect(codesOf(answers)).toEqual({
    unauthorized: RATES.strangers.burst,
    'rate-limited': 1000 - RATES.strangers.burst,
  });
  hub.nowMs += 1000;
  expect((await ask(app, 'GET', '/v1/me', { token: seat.token, address })).status).toBe(200);
}, 30_000);

test('guessing invites ends after a few, joining with good ones does not', async () => {
  const app = hub.start({ rates: {} });
  const workspaceId = await hub.workspace();
  for (let n = 0; n < 20; n++) await hub.join(app, workspaceId, 'viewer');
  const json = { protocol: PROTOCOL_VERSION, code: 'ABCDEFGHJK', deviceName: 'x' };
  const address = '10.0.0.9';
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => ask(app, 'POST', '/v1/join', { json, address })),
  );
  const { burst } = RATES.guesses;
  expect(codesOf(answers)).toEqual({ 'invite-unknown': burst, 'rate-limited': 50 - burst });
  const later = await ask(app, 'POST', '/v1/join', { json, address });
  expect(later.json).toEqual({ code: 'rate-limited' });
}, 30_000);

test('an address is the caller or what the proxy adds, and a network in IPv6', () => {
  const from = (remoteAddress: string, forwarded?: string) => ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });
  expect(addressOf(from('::ffff:10.1.2.3', '6.6.6.6'), false)).toBe('10.1.2.3');
  expect(addressOf(from('127.0.0.1', '6.6.6.6, 10.9.9.9'), true)).toBe('10.9.9.9');
  expect(addressOf(from('2001:db8:1:2:3:4:5:6'), false)).toBe('2001:db8:1:2');
  expect(addressOf(undefined, true)).toBe('unknown');
});

test('a bucket fills with time, and never beyond its size', () => {
  let nowMs = 0;
  const buckets = new Buckets({ burst: 2, perSecond: 1 }, () => nowMs);
  const limited = expect.objectContaining({ code: 'rate-limited' });
  buckets.take('a');
  buckets.take('a');
  expect(() => buckets.take('a')).toThrow(limited);
  buckets.take('b');
  nowMs = 1000;
  buckets.take('a');
  expect(() => buckets.take('a')).toThrow(limited);
  nowMs = 60_000;
  buckets.take('a');
  buckets.take('a');
  expect(() => buckets.take('a')).toThrow(limited);
  buckets.giveBack('a');
  buckets.take('a');
});
