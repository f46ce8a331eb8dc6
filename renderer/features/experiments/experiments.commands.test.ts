import type { ExperimentUnit } from '@shared/domain/experiments/experiment.schema';
import { unpackIds } from '@shared/lib/pack-ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { type Draft, emptyDraft, storable } from './experiment-draft';
import {
  duplicateExperiment,
  removeExperiment,
  saveExperiment,
  startExperiment,
  startNextRound,
} from './experiments.commands';
import {
  decideExperiment,
  leaveOutUnit,
  reopenExperiment,
  stopExperiment,
  writeReadings,
} from './verdict.commands';

const HOUR = 3_600_000;
/** Monday noon in the shop's zone. */
const NOW = Date.UTC(2026, 4, 4, 4);
const DAY = '2026-05-04';

let test: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  test = await openTestDoor();
});
afterEach(() => vi.useRealTimers());

const titles = (labels: string[]): Partial<Draft> => ({
  arms: labels.map((label, at) => ({ key: 'ABCDEFGH'[at] ?? 'A', label })),
});

async function seedGroups(n: number) {
  await test.door.run(
    commandOf(['groups'], async (tx) => {
      for (let at = 0; at < n; at += 1) {
        await tx.create('groups', { id: `g${at}`, name: `城东 ${at + 1} 群`, openedAt: 1 });
      }
    }),
    {},
  );
  return Array.from({ length: n }, (_, at) => ({ id: `g${at}`, size: 200 + at }));
}

async function saved(patch: Partial<Draft> = {}) {
  const draft: Draft = {
    ...emptyDraft(),
    name: '写产地还是写品名',
    ...titles(['今天摘的番茄到了', '番茄到货']),
    minPeople: 500,
    dayPlanned: DAY,
    slotPlanned: 'evening',
    ...patch,
  };
  return (await test.door.run(saveExperiment, { seed: 11, draft: storable(draft, '未命名') })).id;
}

const experimentOf = async (id: string) =>
  (await allRows(test.db, 'experiments')).find((it) => it.id === id);
const unitsOf = async (id: string, round = 1) =>
  (await allRows(test.db, 'experimentUnits')).filter(
    (it) => it.experimentId === id && it.round === round,
  );
const read = (id: string, units: ExperimentUnit[], of: (unit: ExperimentUnit) => object) =>
  test.door.run(writeReadings, {
    id,
    readings: units.map((unit) => ({ unitId: unit.id, ...of(unit) })),
  });
const later = (hours: number) => vi.setSystemTime(NOW + hours * HOUR);

/** The evening slot begins at 17:00 in the shop's zone, five hours on. */
const END_HOURS = 5 + 72;

describe('the start', () => {
  it('draws the lot, fixes the end and plans an item for each arm, all of it one step back', async () => {
    const groups = await seedGroups(8);
    const id = await saved();
    await test.door.run(startExperiment, { id, groups });
    expect(await experimentOf(id)).toMatchObject({
      state: 'running',
      startedAt: NOW,
      endsAt: NOW + END_HOURS * HOUR,
      round: 1,
    });
    const units = await unitsOf(id);
    const items = await allRows(test.db, 'contentItems');
    expect(items.map(({ title, slot, date }) => [title, slot, date])).toEqual([
      ['今天摘的番茄到了', 'evening', DAY],
      ['番茄到货', 'evening', DAY],
    ]);
    for (const item of items) {
      const own = units.filter(({ armKey }) => armKey === item.armKey);
      expect(item).toMatchObject({ experimentId: id, status: 'draft' });
      expect([...item.groupIds].sort()).toEqual(own.map(({ groupId }) => groupId).sort());
      expect(own).toHaveLength(4);
    }
    await test.door.undo();
    expect(await unitsOf(id)).toEqual([]);
    expect(await allRows(test.db, 'contentItems')).toEqual([]);
    expect(await experimentOf(id)).toMatchObject({ state: 'draft' });
  });

  it('refuses in words: one group, more arms than groups, a slot that is over, an empty arm', async () => {
    const groups = await seedGroups(8);
    const refuses = (id: string, list: typeof groups, code: string) =>
      expect(test.door.run(startExperiment, { id, groups: list })).rejects.toMatchObject({ code });
    const id = await saved();
    await refuses(id, [], 'experiment-no-groups');
    await refuses(id, groups.slice(0, 1), 'experiment-one-group');
    await refuses(id, [...groups, { id: 'gone', size: 3 }], 'experiment-group-gone');
    const many = await saved(titles(['一', '二', '三']));
    await refuses(many, groups.slice(0, 2), 'experiment-few-groups');
    await refuses(await saved(titles(['一', ''])), groups, 'experiment-arm-empty');
    await refuses(await saved({ slotPlanned: 'morning' }), groups, 'experiment-slot-over');
    await refuses(await saved({ slotPlanned: undefined }), groups, 'experiment-no-day');
    expect(await allRows(test.db, 'experimentUnits')).toEqual([]);
  });

  it('of people keeps a list of each arm', async () => {
    const groups = await seedGroups(2);
    const id = await saved({ unit: 'person' });
    const memberIds = Array.from({ length: 41 }, (_, at) => `m${at}`);
    await test.door.run(startExperiment, { id, groups, memberIds });
    const units = await unitsOf(id);
    const lists = await allRows(test.db, 'segmentSnapshots');
    expect(units.map(({ armKey, size }) => armKey + size).sort()).toHaveLength(2);
    expect(units.reduce((sum, { size }) => sum + size, 0)).toBe(41);
    const everybody = lists.flatMap(({ members }) => unpackIds(members));
    expect([...everybody].sort()).toEqual([...memberIds].sort());
  });

  it('leaves a plan alone once its lot is drawn; a copy begins as a draft with a new lot', async () => {
    const groups = await seedGroups(8);
    const id = await saved();
    await test.door.run(startExperiment, { id, groups });
    const draft = storable({ ...emptyDraft(), ...titles(['甲', '乙']) }, '改');
    await expect(test.door.run(saveExperiment, { id, seed: 1, draft })).rejects.toMatchObject({
      code: 'experiment-started',
    });
    await expect(test.door.run(removeExperiment, { id, name: '' })).rejects.toMatchObject({
      code: 'experiment-started',
    });
    const copy = await test.door.run(duplicateExperiment, { id, name: '再来', seed: 5 });
    expect(await experimentOf(copy.id)).toMatchObject({ state: 'draft', seed: 5, name: '再来' });
    expect(await experimentOf(copy.id)).not.toHaveProperty('endsAt');
    await test.door.run(removeExperiment, { id: copy.id, name: '再来' });
    expect(await experimentOf(copy.id)).toBeUndefined();
  });
});

describe('the verdict', () => {
  async function running() {
    const groups = await seedGroups(8);
    const id = await saved();
    await test.door.run(startExperiment, { id, groups });
    return { id, units: await unitsOf(id) };
  }
  const clear = (unit: ExperimentUnit) => ({
    exposed: 150,
    converted: (unit.armKey === 'A' ? 8 : 40) + (unit.size % 3),
  });

  it('is refused before the end, and names the winner after it; then nothing changes any more', async () => {
    const { id, units } = await running();
    await read(id, units, clear);
    later(END_HOURS - 1);
    await expect(test.door.run(decideExperiment, { id })).rejects.toMatchObject({
      code: 'experiment-too-early',
    });
    later(END_HOURS);
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'winner' });
    expect(await experimentOf(id)).toMatchObject({
      state: 'decided',
      verdict: { kind: 'winner', armKey: 'B', at: NOW + END_HOURS * HOUR },
    });
    await expect(read(id, units, clear)).rejects.toMatchObject({ code: 'experiment-decided' });
    await expect(test.door.run(reopenExperiment, { id })).rejects.toMatchObject({
      code: 'experiment-stays-decided',
    });
  });

  it('is invalid where readings cannot be, and can then be opened again and put right', async () => {
    const { id, units } = await running();
    await read(id, units, (unit) => ({ ...clear(unit), converted: 999 }));
    later(END_HOURS);
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'invalid' });
    await test.door.run(reopenExperiment, { id });
    await read(id, units, clear);
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'winner' });
  });

  it('is none after a stop with its reason', async () => {
    const { id, units } = await running();
    await read(id, units, clear);
    expect(() => test.door.run(stopExperiment, { id, note: '  ' })).toThrow();
    await test.door.run(stopExperiment, { id, note: '断货' });
    expect(await experimentOf(id)).toMatchObject({
      state: 'stopped',
      verdict: { kind: 'stoppedEarly', note: '断货' },
    });
    expect((await experimentOf(id))?.verdict?.armKey).toBeUndefined();
    later(END_HOURS);
    await expect(test.door.run(decideExperiment, { id })).rejects.toMatchObject({
      code: 'experiment-decided',
    });
  });

  it('does not count a group that was left out, and says so when too few are left', async () => {
    const { id, units } = await running();
    await read(id, units, clear);
    const first = units[0]?.id ?? '';
    await test.door.run(leaveOutUnit, { id, unitId: first, why: '群已解散' });
    later(END_HOURS);
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'notEnough' });
    await test.door.undo();
    await test.door.run(leaveOutUnit, { id, unitId: first, why: '' });
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'winner' });
  });

  it('keeps what was typed, clears what was emptied, and refuses lines of another experiment', async () => {
    const { id, units } = await running();
    const [one] = units;
    if (!one) throw new Error('no unit');
    await read(id, [one], () => ({ exposed: 100, converted: 5 }));
    await read(id, [one], () => ({ converted: null, shared: 2 }));
    const stored = (await unitsOf(id)).find((unit) => unit.id === one.id);
    expect(stored).toMatchObject({ exposed: 100, shared: 2, readAt: NOW });
    expect(stored?.converted).toBeUndefined();
    await expect(
      test.door.run(writeReadings, { id, readings: [{ unitId: 'other', exposed: 1 }] }),
    ).rejects.toMatchObject({ code: 'experiment-unit-gone' });
  });
});

describe('halving', () => {
  it('drops the weaker half after each round, draws anew, and judges the last two', async () => {
    const groups = await seedGroups(8);
    const id = await saved({ design: 'halving', ...titles(['甲', '乙', '丙', '丁']) });
    await test.door.run(startExperiment, { id, groups });
    const strong: Record<string, number> = { A: 5, B: 30, C: 9, D: 28 };
    const reading = (unit: ExperimentUnit) => ({
      exposed: 150,
      converted: (strong[unit.armKey] ?? 0) + (unit.size % 3),
    });
    await read(id, await unitsOf(id), reading);
    const next = { id, groups, dayPlanned: '2026-05-08', slotPlanned: 'noon' as const };
    await expect(test.door.run(startNextRound, next)).rejects.toMatchObject({
      code: 'experiment-too-early',
    });
    later(END_HOURS);
    await expect(test.door.run(decideExperiment, { id })).rejects.toMatchObject({
      code: 'experiment-rounds-left',
    });
    await test.door.run(startNextRound, next);
    expect(await experimentOf(id)).toMatchObject({ round: 2, armsLeft: ['B', 'D'] });
    const second = await unitsOf(id, 2);
    expect(second).toHaveLength(8);
    await read(id, second, (unit) => ({
      exposed: 150,
      converted: (unit.armKey === 'B' ? 45 : 9) + (unit.size % 3),
    }));
    later(24 * 10);
    await expect(
      test.door.run(startNextRound, { ...next, dayPlanned: '2026-05-20' }),
    ).rejects.toMatchObject({ code: 'experiment-last-round' });
    expect(await test.door.run(decideExperiment, { id })).toEqual({ kind: 'winner' });
    expect((await experimentOf(id))?.verdict?.armKey).toBe('B');
  });
});
