import { EVERYBODY, type Rule } from '@shared/domain/rules/rule.schema';
import { unpackIds } from '@shared/lib/pack-ids';
import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import {
  archiveSegment,
  removeSegment,
  removeSnapshot,
  saveSegment,
  takeSnapshot,
} from './segments.commands';

const often: Rule = {
  kind: 'times',
  event: { of: 'order' },
  within: { lastDays: 30 },
  times: { min: 3 },
};
const inSegment = (segmentId: string): Rule => ({ kind: 'segment', segmentId });

async function opened() {
  const { db, door } = await openTestDoor();
  const segments = () => allRows(db, 'segments');
  const save = async (name: string, rule: Rule) =>
    (await door.run(saveSegment, { name, rule })).segmentId;
  return { db, door, segments, save };
}

describe('segments', () => {
  it('are saved, changed and brought back step by step', async () => {
    const { door, segments, save } = await opened();
    const segmentId = await save(' 高复购 ', often);
    const [first] = await segments();
    expect(first).toMatchObject({ name: '高复购', rule: often });
    expect(first?.createdAt).toBeGreaterThan(0);
    const note = '每周一看';
    await door.run(saveSegment, { segmentId, name: '常来的', rule: EVERYBODY, note });
    expect((await segments())[0]).toMatchObject({ name: '常来的', rule: EVERYBODY, note });
    await door.undo();
    expect((await segments())[0]).toEqual(first);
    await door.undo();
    expect(await segments()).toEqual([]);
  });

  it('bear different names, and keep their own when they are changed', async () => {
    const { door, save } = await opened();
    const segmentId = await save('高复购', often);
    await expect(save('高复购', EVERYBODY)).rejects.toMatchObject({
      code: 'segment-name-taken',
      data: { name: '高复购' },
    });
    await door.run(saveSegment, { segmentId, name: '高复购', rule: EVERYBODY });
  });

  it('never lead back to themselves, through however many others', async () => {
    const { door, segments, save } = await opened();
    const a = await save('甲', often);
    const b = await save('乙', { kind: 'not', of: inSegment(a) });
    const c = await save('丙', { kind: 'all', of: [often, { kind: 'any', of: [inSegment(b)] }] });
    const before = await segments();
    for (const id of [a, b, c]) {
      const rule: Rule = { kind: 'held', days: 3, of: inSegment(id) };
      await expect(door.run(saveSegment, { segmentId: a, name: '甲', rule })).rejects.toMatchObject(
        { code: 'segment-circular' },
      );
    }
    expect(await segments()).toEqual(before);
    await door.run(saveSegment, { segmentId: c, name: '丙', rule: inSegment(a) });
  });

  it('are not deleted while a segment, a tag or a model names them; says which', async () => {
    const { door, segments, save } = await opened();
    const a = await save('甲', often);
    await save('乙', { kind: 'all', of: [{ kind: 'not', of: inSegment(a) }] });
    await door.run(
      commandOf(['tags', 'modelSettings'], async (tx) => {
        await tx.create('tags', { id: 't1', name: '老客', kind: 'base', rule: inSegment(a) });
        const named = [{ key: 'x', rule: inSegment(a) }];
        await tx.create('modelSettings', { id: 'persona', settings: { named }, changedAt: 1 });
      }),
      {},
    );
    await expect(door.run(removeSegment, { segmentId: a, name: '甲' })).rejects.toMatchObject({
      code: 'segment-in-use',
      data: { name: '甲', count: 3, users: '乙 · 老客 · persona' },
    });
    expect(await segments()).toHaveLength(2);
  });

  it('are put away, brought back and deleted', async () => {
    const { door, segments, save } = await opened();
    const segmentId = await save('甲', often);
    await door.run(archiveSegment, { segmentId, name: '甲', isArchived: true });
    expect((await segments())[0]?.isArchived).toBe(true);
    await door.run(archiveSegment, { segmentId, name: '甲', isArchived: false });
    expect((await segments())[0]).not.toHaveProperty('isArchived');
    await door.run(removeSegment, { segmentId, name: '甲' });
    expect(await segments()).toEqual([]);
    await expect(door.run(removeSegment, { segmentId, name: '甲' })).rejects.toMatchObject({
      code: 'segment-not-found',
    });
    await door.undo();
    expect(await segments()).toHaveLength(1);
  });
});

describe('snapshots', () => {
  it('keep who it was, each person once, in one order', async () => {
    const { db, door } = await opened();
    const memberIds = ['m3', 'm1', 'm2', 'm1'];
    const { snapshotId, count } = await door.run(takeSnapshot, { name: '九月', memberIds });
    expect(count).toBe(3);
    const [row] = await allRows(db, 'segmentSnapshots');
    expect(row).toMatchObject({ id: snapshotId, name: '九月', count: 3 });
    expect(unpackIds(row?.members ?? '')).toEqual(['m1', 'm2', 'm3']);
    await door.undo();
    expect(await allRows(db, 'segmentSnapshots')).toEqual([]);
  });

  it('hold a hundred thousand people', async () => {
    const { db, door } = await opened();
    const uuid = (i: number) => `018f0000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
    const memberIds = Array.from({ length: 100_000 }, (_, i) => uuid(i));
    await door.run(takeSnapshot, { name: '所有人', memberIds });
    const [row] = await allRows(db, 'segmentSnapshots');
    expect(row?.members).toHaveLength(3_200_000);
    expect(unpackIds(row?.members ?? '')).toEqual(memberIds);
  });

  it('stay while a rule or a play names them', async () => {
    const { db, door, save } = await opened();
    const { snapshotId } = await door.run(takeSnapshot, { name: '九月', memberIds: ['m1'] });
    const segmentId = await save('九月还在的', { kind: 'snapshot', snapshotId });
    await door.run(
      commandOf(['plays'], (tx) =>
        tx.create('plays', { id: 'p1', name: '老友回归', snapshotId, startDay: '2026-09-01' }),
      ),
      {},
    );
    const remove = () => door.run(removeSnapshot, { snapshotId, name: '九月' });
    await expect(remove()).rejects.toMatchObject({
      code: 'segment-in-use',
      data: { users: '九月还在的 · 老友回归' },
    });
    await door.run(removeSegment, { segmentId, name: '九月还在的' });
    await expect(remove()).rejects.toMatchObject({ data: { users: '老友回归' } });
    expect(await allRows(db, 'segmentSnapshots')).toHaveLength(1);
  });

  it('outlive the segment that they were taken of', async () => {
    const { db, door, save } = await opened();
    const segmentId = await save('甲', often);
    await door.run(takeSnapshot, { name: '甲一', memberIds: ['m1'], segmentId });
    await door.run(removeSegment, { segmentId, name: '甲' });
    expect(await allRows(db, 'segmentSnapshots')).toHaveLength(1);
  });
});
