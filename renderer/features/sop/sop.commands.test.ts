import type { Identity } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { decideAudit, queueForAudit } from '@/features/audit/audit.commands';
import * as sop from './sop.commands';
import { TRAFFIC_TEMPLATE_KEY } from './sop-templates';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let runId: string;

const { startRun, completeStep, tickItem, chooseTarget, skipStep, reopenStep, endRun } = sop;

beforeEach(async () => {
  desk = await openTestDoor();
  const input = { title: '三月第一轮', templateKey: TRAFFIC_TEMPLATE_KEY };
  ({ runId } = await desk.door.run(startRun, input));
});

const steps = async () =>
  (await allRows(desk.db, 'sopSteps')).sort((a, b) => a.position - b.position);
const run = async () => (await allRows(desk.db, 'sopRuns'))[0];
const complete = (position: number, count?: number) =>
  desk.door.run(completeStep, {
    runId,
    position,
    ...(count === undefined ? {} : { reading: { count, source: 'typed' as const } }),
  });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error) => (error instanceof ExpectedError ? error.code : Promise.reject(error)),
  );

async function addMembers(...identities: Identity[]): Promise<string[]> {
  return desk.door.run(
    commandOf(['members'], async (tx) => {
      const ids: string[] = [];
      for (const [index, identity] of identities.entries()) {
        const id = tx.newId();
        await tx.create('members', { id, name: `成员${index}`, identity });
        ids.push(id);
      }
      return ids;
    }),
    {},
  );
}

describe('a run', () => {
  it('takes seven numbers and is finished, without a tick', async () => {
    for (let position = 1; position <= 7; position += 1) await complete(position, 100 - position);
    expect((await steps()).map((step) => [step.state, step.metricCount])).toEqual(
      [99, 98, 97, 96, 95, 94, 93].map((count) => ['done', count]),
    );
    expect(await run()).toMatchObject({ status: 'finished' });
  });

  it('keeps a count of zero and refuses none at all', async () => {
    expect(await codeOf(complete(1))).toBe('sop-metric-missing');
    await complete(1, 0);
    expect((await steps())[0]).toMatchObject({ state: 'done', metricCount: 0 });
  });

  it('records what was overridden', async () => {
    await desk.door.run(tickItem, { runId, position: 1, key: 'who', isTicked: true });
    const { overriddenCount } = await complete(1, 5);
    const [first] = await steps();
    expect(overriddenCount).toBe(first?.overriddenKeys.length);
    expect(first?.overriddenKeys).not.toContain('who');
    expect(first?.definition.checklist.map((item) => item.key)).toEqual(
      expect.arrayContaining(first?.overriddenKeys ?? []),
    );
  });

  it('takes the target chosen from the roster as the reading of its first step', async () => {
    const target = { by: 'identity', value: 'store' } as const;
    await desk.door.run(chooseTarget, { runId, target, count: 42 });
    expect((await steps())[0]).toMatchObject({ metricCount: 42, metricSource: 'records' });
    expect(await run()).toMatchObject({ target });
  });

  it('goes back by undo, one move at a time', async () => {
    await complete(1, 10);
    await desk.door.run(skipStep, { runId, position: 2, reason: '不做广告位' });
    await desk.door.undo();
    expect((await steps()).map((step) => step.state).slice(0, 3)).toEqual([
      'done',
      'doing',
      'todo',
    ]);
    await desk.door.undo();
    const [first] = await steps();
    expect(first).toMatchObject({ state: 'doing' });
    expect(first?.metricCount).toBeUndefined();
    expect(first?.doneAt).toBeUndefined();
  });

  it('clears the reason when a skipped step is opened again', async () => {
    await desk.door.run(skipStep, { runId, position: 1, reason: '没有 App' });
    await desk.door.run(reopenStep, { runId, position: 1 });
    const [first] = await steps();
    expect(first).toMatchObject({ state: 'doing' });
    expect(first?.skipReason).toBeUndefined();
  });

  it('takes nothing more once it was ended early', async () => {
    await desk.door.run(endRun, { runId });
    expect(await codeOf(complete(1, 5))).toBe('sop-run-ended');
  });
});

describe('the audit', () => {
  it('queues each person once', async () => {
    const ids = await addMembers('store', 'online');
    expect(await desk.door.run(queueForAudit, { runId, memberIds: ids })).toEqual({ added: 2 });
    expect(await desk.door.run(queueForAudit, { runId, memberIds: ids })).toEqual({ added: 0 });
  });

  it('keeps what the auditor learnt, and undo takes back both', async () => {
    const [memberId = ''] = await addMembers('unknown');
    await desk.door.run(queueForAudit, { runId, memberIds: [memberId] });
    const learnt = {
      identity: 'store' as const,
      wechatId: 'wx_1',
      groupNickname: '',
      backOfficeId: '',
    };
    await desk.door.run(decideAudit, { runId, memberId, status: 'approved', learnt });
    const member = async () => (await allRows(desk.db, 'members'))[0];
    expect(await member()).toMatchObject({ identity: 'store', wechatId: 'wx_1' });
    expect(await member()).not.toHaveProperty('groupNickname');
    await desk.door.undo();
    expect(await member()).toMatchObject({ identity: 'unknown' });
    expect((await allRows(desk.db, 'audits'))[0]).toMatchObject({ status: 'waiting' });
  });

  it('wants a reason for a refusal', async () => {
    const [memberId = ''] = await addMembers('store');
    await desk.door.run(queueForAudit, { runId, memberIds: [memberId] });
    const reject = { runId, memberId, status: 'rejected' as const };
    expect(await codeOf(desk.door.run(decideAudit, { ...reject, reason: ' ' }))).toBe(
      'sop-reject-needs-reason',
    );
    await desk.door.run(decideAudit, { ...reject, reason: '不是同行' });
    expect((await allRows(desk.db, 'audits'))[0]).toMatchObject({ reason: '不是同行' });
  });
});
