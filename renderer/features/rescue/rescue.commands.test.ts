import { ExpectedError } from '@shared/lib/errors';
import { unpackIds } from '@shared/lib/pack-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import * as rescue from './rescue.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let members: string[];
let runId: string;

beforeEach(async () => {
  desk = await openTestDoor();
  const setUp = commandOf(['sopRuns', 'members'], async (tx) => {
    runId = tx.newId();
    await tx.create('sopRuns', {
      id: runId,
      title: '三月第一轮',
      templateKey: 'traffic-7-steps',
      templateVersion: 1,
      status: 'running',
      startedAt: tx.now,
    });
    members = [tx.newId(), tx.newId(), tx.newId()];
    for (const id of members) {
      await tx.create('members', { id, name: '阿青', source: 'manual', joinedAt: tx.now });
    }
  });
  await desk.door.run(setUp, {});
});

const open = (memberIds: string[], more: { runId?: string } = {}) =>
  desk.door.run(rescue.openRescue, {
    runId,
    position: 5,
    title: '请停在跳转的人回来',
    memberIds,
    day: '2026-03-02',
    slot: 'evening',
    ...more,
  });
const mark = (taskId: string, memberId: string | undefined, isDone = true) =>
  desk.door.run(rescue.markRescued, { taskId, memberId: memberId ?? '', isDone });
const task = async () => (await allRows(desk.db, 'rescueTasks'))[0];
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

describe('a rescue task', () => {
  it('keeps each member once, in order, and tells the run’s story', async () => {
    const [first = '', second = ''] = members;
    const { count } = await open([second, first, second, '019361aa-0000-7000-8000-00000000dead']);
    expect(count).toBe(2);
    expect(unpackIds((await task())?.members ?? '')).toEqual([first, second].sort());
    expect(await allRows(desk.db, 'runEvents')).toMatchObject([
      { runId, position: 5, kind: 'rescueOpened', detail: { count: 2 } },
    ]);
  });

  it('is refused without anybody to write to, or without its run', async () => {
    expect(await codeOf(open(['019361aa-0000-7000-8000-00000000dead']))).toBe('rescue-nobody');
    expect(await codeOf(open(members, { runId: 'gone' }))).toBe('sop-not-found');
    expect(await task()).toBeUndefined();
  });

  it('is done with the last person, each step taken back by undo', async () => {
    const { taskId } = await open(members);
    for (const id of members) await mark(taskId, id);
    expect(await task()).toMatchObject({ state: 'done' });
    expect((await task())?.closedAt).toBeDefined();
    await desk.door.undo();
    expect(await task()).toMatchObject({ state: 'open' });
    expect((await task())?.closedAt).toBeUndefined();
    expect(unpackIds((await task())?.doneMembers ?? '')).toEqual(members.slice(0, 2).sort());
  });

  it('is left as it is and taken up again', async () => {
    const { taskId } = await open(members);
    await mark(taskId, members[0]);
    await desk.door.run(rescue.closeRescue, { taskId, isClosed: true });
    expect(await task()).toMatchObject({ state: 'dropped' });
    await desk.door.run(rescue.closeRescue, { taskId, isClosed: false });
    expect(await task()).toMatchObject({ state: 'open' });
    expect(unpackIds((await task())?.doneMembers ?? '')).toEqual([members[0]]);
  });

  it('changes what is said and when, never the people', async () => {
    const { taskId } = await open(members);
    const before = await task();
    const change = {
      taskId,
      script: '{昵称}，位置还留着',
      day: '2026-03-03',
      slot: 'noon' as const,
    };
    await desk.door.run(rescue.editRescue, change);
    const { taskId: _, ...fields } = change;
    expect(await task()).toEqual({ ...before, ...fields });
  });

  it('knows who is not in it, and when it is gone', async () => {
    const { taskId } = await open(members.slice(0, 1));
    expect(await codeOf(mark(taskId, members[2]))).toBe('rescue-not-in-task');
    await desk.door.undo();
    expect(await codeOf(mark(taskId, members[0]))).toBe('rescue-not-found');
  });
});
