import { describe, expect, it } from 'vitest';
import { CALM } from './faults';
import { copyOf, newDisk } from './memory-disk';
import { placeOf, sendState } from './run-schedule';
import { create, edit, rowOf, settle, teamOf, unsentOf } from './team';

const MINUTE_MS = 60_000;
const last = (all: readonly string[]) => all[all.length - 1];

describe('clocks', () => {
  it('may stand still or run backwards: later work of the same laptop still wins', async () => {
    const team = teamOf(2);
    const [first] = team.laptops;
    if (!first) return;
    first.write([create('r', { a: 0 })]);
    first.frozenMs = first.nowMs();
    for (let a = 1; a <= 20; a++) first.write([edit('r', { a })]);
    first.frozenMs = undefined;
    first.offsetMs = -3 * MINUTE_MS;
    first.write([edit('r', { a: 99 })]);
    await settle(team);
    for (const laptop of team.laptops) expect(rowOf(laptop, 'settings', 'r')?.a).toBe(99);
  });

  it('are refused by name when more than five minutes ahead; put right, the work goes out', async () => {
    const team = teamOf(2);
    const [first, second] = team.laptops;
    if (!first || !second) return;
    first.offsetMs = 9 * MINUTE_MS;
    first.write([create('r', { a: 1 })]);
    await first.round();
    expect(last(first.problems)).toBe('clock-ahead');
    expect(unsentOf(first)).toBe(1);
    first.offsetMs = 0;
    await settle(team);
    expect(unsentOf(first)).toBe(0);
    expect(rowOf(second, 'settings', 'r')?.a).toBe(1);
    second.write([edit('r', { a: 2 })]);
    await settle(team);
    expect(rowOf(first, 'settings', 'r')?.a).toBe(2);
  });
});

describe('laptops that are not what they were', () => {
  it('two cloned with one id part ways, and lose nothing', async () => {
    const team = teamOf(3);
    const [first, second, third] = team.laptops;
    if (!first || !second || !third) return;
    first.write([create('r', { a: 0 })]);
    await settle(team);
    second.put(copyOf(first.disk));
    first.write([edit('r', { a: 1 })]);
    second.write([edit('r', { b: 2 })]);
    await settle(team);
    expect(first.disk.deviceId).not.toBe(second.disk.deviceId);
    for (const laptop of team.laptops) {
      expect(rowOf(laptop, 'settings', 'r')).toEqual({ id: 'r', a: 1, b: 2 });
    }
  });

  it('one restored from an old backup catches up, and what it sends again is harmless', async () => {
    const team = teamOf(2);
    const [first, second] = team.laptops;
    if (!first || !second) return;
    first.write([create('r', { a: 0 })]);
    const backup = copyOf(first.disk);
    first.write([edit('r', { a: 1 })]);
    await settle(team);
    second.write([edit('r', { b: 1 })]);
    await settle(team);
    first.put({ ...backup, deviceId: 'restored' });
    first.write([create('s', { c: 3 })]);
    await settle(team);
    expect(team.hub.history).toHaveLength(4);
    for (const laptop of team.laptops) {
      expect(rowOf(laptop, 'settings', 'r')).toEqual({ id: 'r', a: 1, b: 1 });
      expect(rowOf(laptop, 'settings', 's')).toEqual({ id: 's', c: 3 });
    }
  });

  it('one that was wiped takes the state, then the log after it', async () => {
    const team = teamOf(2);
    const [first, second] = team.laptops;
    if (!first || !second) return;
    first.write([create('r', { a: 0 })]);
    await settle(team);
    await sendState(first.disk, team.hub.port('seat-0'));
    team.hub.trim();
    first.write([edit('r', { a: 5 })]);
    await settle(team);
    second.put(newDisk('wiped', placeOf(team.hub.workspaceId, 1)));
    await settle(team);
    expect(rowOf(second, 'settings', 'r')).toEqual({ id: 'r', a: 5 });
  });

  it('killed at any step of its rounds, one still sends everything once', async () => {
    const team = teamOf(2);
    const [first, second] = team.laptops;
    if (!first || !second) return;
    first.weather = { ...CALM, crash: 0.15, lostAnswer: 0.2 };
    for (let n = 0; n < 40; n++) {
      first.write([create(`r${n}`, { a: n })]);
      team.pass(1000);
      await first.round();
    }
    first.weather = CALM;
    await settle(team);
    expect(team.hub.history).toHaveLength(40);
    for (let n = 0; n < 40; n++) expect(rowOf(second, 'settings', `r${n}`)?.a).toBe(n);
  });
});
