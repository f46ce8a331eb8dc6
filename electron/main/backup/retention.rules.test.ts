import { describe, expect, test } from 'vitest';
import { type BackupFacts, isNearEmpty, pickExpired } from './retention.rules';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Sunday 2026-11-22, 12:00 in China. */
const NOW = Date.UTC(2026, 10, 22, 4);

const backup = (name: string, createdAt: number, rest: Partial<BackupFacts> = {}): BackupFacts => ({
  name,
  createdAt,
  reason: 'timer',
  databaseId: 'one',
  counts: { members: 100 },
  ...rest,
});
const kept = (backups: BackupFacts[], nowMs = NOW) => {
  const expired = new Set(pickExpired(backups, nowMs));
  return backups.filter(({ name }) => !expired.has(name)).map(({ name }) => name);
};

describe('which copies stay', () => {
  test('none goes while there is only one, however old or empty', () => {
    expect(pickExpired([], NOW)).toEqual([]);
    expect(pickExpired([backup('a', 0, { counts: {} })], NOW)).toEqual([]);
  });

  test('three of today', () => {
    const today = [0, 1, 2, 3, 4].map((n) => backup(`t${n}`, NOW - n * HOUR));
    expect(kept(today)).toEqual(['t0', 't1', 't2']);
  });

  test('a day is a day in China', () => {
    // 00:30 in China is still the day before in London.
    const justAfterMidnight = Date.UTC(2026, 10, 21, 16, 30);
    const backups = [
      backup('a', justAfterMidnight + 2),
      backup('b', justAfterMidnight + 1),
      backup('c', justAfterMidnight),
      backup('yesterday', justAfterMidnight - HOUR),
    ];
    expect(kept(backups, justAfterMidnight + 3)).toEqual(['a', 'b', 'c', 'yesterday']);
  });

  test('the newest of each of seven days, then of each of four weeks', () => {
    const backups: BackupFacts[] = [];
    for (let age = 0; age < 60; age += 1) {
      backups.push(backup(`d${age}-late`, NOW - age * DAY));
      backups.push(backup(`d${age}-early`, NOW - age * DAY - HOUR));
    }
    const names = kept(backups);
    for (const age of [0, 1, 2, 3, 4, 5, 6]) expect(names).toContain(`d${age}-late`);
    // Sundays end the weeks: 22, 15, 8 and 1 November.
    for (const age of [7, 14, 21]) expect(names).toContain(`d${age}-late`);
    expect(names).toHaveLength(11);
  });

  test('after a long pause the old copies are still there', () => {
    const backups = [0, 1, 2, 3].map((n) => backup(`old${n}`, NOW - (400 + n) * DAY));
    expect(kept(backups)).toEqual(['old0']);
    expect(kept([backup('new', NOW), ...backups])).toContain('new');
  });

  test('the newest made before an import, a restore and an upgrade', () => {
    const backups = [
      ...[0, 1, 2, 3].map((n) => backup(`t${n}`, NOW - n * HOUR)),
      backup('import-new', NOW - 90 * DAY, { reason: 'import' }),
      backup('import-old', NOW - 91 * DAY, { reason: 'import' }),
      backup('restore', NOW - 200 * DAY, { reason: 'restore' }),
      backup('upgrade', NOW - 300 * DAY, { reason: 'upgrade' }),
    ];
    expect(kept(backups)).toEqual(['t0', 't1', 't2', 'import-new', 'restore', 'upgrade']);
  });

  test('at most twelve, the special ones before the daily ones', () => {
    const backups = [
      ...Array.from({ length: 300 }, (_, n) => backup(`h${n}`, NOW - n * 3 * HOUR)),
      backup('import', NOW - 500 * DAY, { reason: 'import' }),
      backup('restore', NOW - 501 * DAY, { reason: 'restore' }),
      backup('upgrade', NOW - 502 * DAY, { reason: 'upgrade' }),
    ];
    const names = kept(backups);
    expect(names).toHaveLength(12);
    expect(names).toEqual(expect.arrayContaining(['h0', 'import', 'restore', 'upgrade']));
  });

  test('the newest of another database stays', () => {
    const backups = [
      backup('now', NOW),
      backup('before-new', NOW - 300 * DAY, { databaseId: 'two' }),
      backup('before-old', NOW - 301 * DAY, { databaseId: 'two' }),
    ];
    expect(kept(backups)).toEqual(['now', 'before-new']);
  });

  test('nearly empty copies cannot push out the full one', () => {
    const full = backup('full', NOW - 40 * DAY, { counts: { members: 2000, orders: 8000 } });
    const empty = [0, 1, 2, 3, 4].map((n) =>
      backup(`empty${n}`, NOW - n * HOUR, { counts: { members: 2 }, reason: 'manual' }),
    );
    expect(kept([...empty, full])).toContain('full');
  });
});

describe('nearly empty', () => {
  const full: Pick<BackupFacts, 'counts'>[] = [
    { counts: { members: 1000, orders: 9000 } },
    { counts: { members: 10 } },
  ];

  test.each([
    [0, true],
    [3, true],
    [499, true],
    [500, false],
    [10_000, false],
  ])('%i records beside a copy of 10 000: %s', (records, expected) => {
    expect(isNearEmpty(records, full)).toBe(expected);
  });

  test('the first copies of a small store are taken', () => {
    expect(isNearEmpty(0, [])).toBe(false);
    expect(isNearEmpty(0, [{ counts: { members: 19 } }])).toBe(false);
  });
});
