import type { Identity } from '@shared/domain/members/member.schema';
import { ExpectedError } from '@shared/lib/errors';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { decideAudit, queueForAudit } from './audit.commands';

const runId = 'run-1';
let desk: Awaited<ReturnType<typeof openTestDoor>>;

beforeEach(async () => {
  desk = await openTestDoor();
  const run = { id: runId, title: '三月', templateKey: 'demo', templateVersion: 1 };
  await desk.door.run(
    commandOf(['sopRuns'], (tx) =>
      tx.create('sopRuns', { ...run, status: 'running', startedAt: tx.now }),
    ),
    {},
  );
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
