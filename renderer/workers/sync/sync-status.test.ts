import type { SyncPlace } from '@shared/sync/local-port';
import type { SyncStatus } from '@shared/sync/sync-status';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryDelayMs } from './retry.rules';
import { composeStatus, OFF, StatusKeeper } from './status-keeper';

const place: SyncPlace = {
  workspaceId: 'w',
  workspaceName: '滨江社群',
  seatId: 's',
  hubUrl: 'http://127.0.0.1:8787',
  role: 'leader',
  grants: [{ scope: 'all', canWrite: true }],
  grantsVersion: 1,
  isDivided: false,
  cursor: 3,
  piecesHere: 0,
  ackedSeq: 3,
  agreedAt: 1000,
  needsCheckpoint: false,
};
const facts = { place, pending: 0, overwritten: 0, aside: 0 };
const stateOf = (change: Partial<Parameters<typeof composeStatus>[0]>) =>
  composeStatus({ ...facts, ...change }).state;

test('the state says what a person needs to know', () => {
  expect(stateOf({ place: undefined, pending: 9 })).toBe('off');
  expect(stateOf({})).toBe('upToDate');
  expect(stateOf({ pending: 1 })).toBe('syncing');
  expect(stateOf({ place: { ...place, needsCheckpoint: true } })).toBe('syncing');
  expect(stateOf({ progress: { kind: 'pull', done: 1 } })).toBe('syncing');
  for (const code of ['hub-unreachable', 'busy', 'rate-limited']) {
    expect(stateOf({ problem: { code } }), code).toBe('offline');
  }
  for (const code of ['device-revoked', 'schema-newer', 'clock-ahead', 'hub-certificate']) {
    expect(stateOf({ problem: { code } }), code).toBe('error');
  }
});

test('the age of unsent work is said only while there is some', () => {
  expect(composeStatus({ ...facts, oldestPendingAt: 5 }).oldestPendingAt).toBeUndefined();
  expect(composeStatus({ ...facts, pending: 2, oldestPendingAt: 5 }).oldestPendingAt).toBe(5);
});

test('tries become rarer up to two minutes, and never all at one moment', () => {
  const most = [1, 2, 3, 7, 8, 30].map((failures) => retryDelayMs(failures, () => 1));
  expect(most).toEqual([1000, 2000, 4000, 64_000, 120_000, 120_000]);
  expect(retryDelayMs(3, () => 0)).toBe(2000);
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the window hears the first word at once, then five a second, and the last one always', () => {
  const keeper = new StatusKeeper();
  const heard: number[] = [];
  const stop = keeper.watch(({ pending }: SyncStatus) => heard.push(pending));
  for (let pending = 1; pending <= 100; pending += 1) {
    keeper.set({ ...OFF, pending });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(heard[0]).toBe(0);
  expect(heard[1]).toBe(1);
  expect(heard[heard.length - 1]).toBe(100);
  expect(heard.length).toBeLessThanOrEqual(8);
  stop();
  keeper.set({ ...OFF, pending: 7 });
  vi.advanceTimersByTime(1000);
  expect(heard[heard.length - 1]).toBe(100);
});
