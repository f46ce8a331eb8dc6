import { dayOf } from '@shared/lib/time';
import { beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { rowTable } from '@/db/tables';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { decideFate } from './decide.commands';
import {
  addGroupInput,
  editGroupInput,
  removeGroupInput,
  repeatLastWeek,
} from './group-inputs.commands';

const today = dayOf(Date.now(), 'Asia/Shanghai');
const daysAgo = (n: number) => dayOf(Date.now() - n * 86_400_000, 'Asia/Shanghai');
let desk: Awaited<ReturnType<typeof openTestDoor>>;
const groupId = 'g1';

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['groups'], (tx) =>
      tx.create('groups', { id: groupId, name: '老街坊', openedAt: 0 }),
    ),
    {},
  );
});

const inputs = () => allRows(desk.db, 'groupInputs');

describe('inputs', () => {
  it('are noted for every week up to today at once, and taken back at once', async () => {
    const { count } = await desk.door.run(addGroupInput, {
      groupId,
      kind: 'hours',
      day: daysAgo(21),
      hours: 5,
      weeks: 52,
    });
    expect(count).toBe(4);
    expect((await inputs()).every(({ day }) => day <= today)).toBe(true);
    await desk.door.undo();
    expect(await inputs()).toEqual([]);
  });

  it('are refused without hours, without an amount, on a day to come, below nothing', async () => {
    const add = async (more: Partial<z.input<typeof addGroupInput.input>>) =>
      desk.door.run(addGroupInput, { groupId, kind: 'hours', day: today, weeks: 1, ...more });
    await expect(add({})).rejects.toMatchObject({ code: 'input-without-hours' });
    await expect(add({ kind: 'gift' })).rejects.toMatchObject({ code: 'input-without-amount' });
    await expect(add({ hours: 1, day: daysAgo(-1) })).rejects.toMatchObject({
      code: 'group-day-future',
    });
    await expect(add({ hours: -1 })).rejects.toThrow();
    await expect(add({ kind: 'gift', amountFen: -1 })).rejects.toThrow();
    expect(await inputs()).toEqual([]);
  });

  it('are changed whole and removed, each taken back by one step', async () => {
    await desk.door.run(addGroupInput, { groupId, kind: 'hours', day: today, hours: 3, weeks: 1 });
    const [row] = await inputs();
    const id = row?.id ?? '';
    await desk.door.run(editGroupInput, { id, kind: 'gift', day: today, amountFen: 990 });
    expect((await inputs())[0]).toMatchObject({ kind: 'gift', amountFen: 990 });
    expect((await inputs())[0]?.hours).toBeUndefined();
    await desk.door.run(removeGroupInput, { id });
    expect(await inputs()).toEqual([]);
    await desk.door.undo();
    expect(await inputs()).toHaveLength(1);
  });

  it('of last week are noted again once, however often one asks', async () => {
    await desk.door.run(addGroupInput, {
      groupId,
      kind: 'hours',
      day: daysAgo(7),
      hours: 5,
      weeks: 1,
    });
    const again = () => desk.door.run(repeatLastWeek, { groupId, monday: daysAgo(6) });
    expect(await again()).toEqual({ count: 1 });
    await expect(again()).rejects.toMatchObject({ code: 'input-none-last-week' });
    expect((await inputs()).map(({ day }) => day).sort()).toEqual([daysAgo(7), today]);
  });
});

describe('the decision', () => {
  const decide = (more: Partial<z.input<typeof decideFate.input>>) =>
    desk.door.run(decideFate, {
      groupId,
      decision: 'keep',
      advised: 'revive',
      reasons: ['活跃度 27 分'],
      figures: { activity: 27, roi: -0.4 },
      ...more,
    });

  it('is kept with its figures as they stood', async () => {
    await decide({ askAgainDay: '2027-01-04', note: '年后再看' });
    const [event] = await allRows(desk.db, 'groupEvents');
    expect(event).toMatchObject({
      kind: 'decision',
      note: '年后再看',
      evidence: {
        decision: 'keep',
        advised: 'revive',
        activity: 27,
        roi: -0.4,
        reason1: '活跃度 27 分',
        askAgainDay: '2027-01-04',
      },
    });
  });

  it('to wake the group starts its flow for the group in the same step, and both go together', async () => {
    const { runId } = await decide({
      decision: 'revive',
      run: { title: '唤醒「老街坊」', startDay: today },
    });
    const run = await rowTable(desk.db, 'sopRuns').get(runId ?? '');
    expect(run).toMatchObject({ groupId, templateKey: 'revive-group', status: 'running' });
    expect((await allRows(desk.db, 'groupEvents'))[0]?.refId).toBe(runId);
    await desk.door.undo();
    expect(await allRows(desk.db, 'sopRuns')).toEqual([]);
    expect(await allRows(desk.db, 'groupEvents')).toEqual([]);
  });

  it('is not taken about a dissolved group', async () => {
    await desk.door.run(
      commandOf(['groups'], (tx) => tx.update('groups', groupId, { phase: 'dissolved' })),
      {},
    );
    await expect(decide({})).rejects.toMatchObject({ code: 'group-dissolved' });
  });
});
