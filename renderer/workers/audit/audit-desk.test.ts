import type { Audit } from '@shared/domain/sop/audit.schema';
import { joinId } from '@shared/lib/record-ids';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import { AuditDesk } from './audit-desk';

const RUN = 'run-1';
let door: WriteDoor;
let desk: AuditDesk;

beforeEach(async () => {
  const opened = await openTestDoor();
  door = opened.door;
  desk = new AuditDesk(async () => opened.db);
  door.onCommit((op, entities) => desk.onCommit(op, entities));
});

type Person = { name: string; status?: Audit['status']; at?: number; [id: string]: unknown };

/** Adds members, those with a status also to the queue; their ids. */
const add = (people: Person[]) =>
  door.run(
    commandOf(['members', 'audits'], async (tx) => {
      const ids: string[] = [];
      for (const { name, status, at = 0, ...more } of people) {
        const id = tx.newId();
        ids.push(id);
        await tx.create('members', { id, name, ...more });
        if (!status) continue;
        await tx.create('audits', { id: joinId(id, RUN), memberId: id, runId: RUN, status, at });
      }
      return ids;
    }),
    {},
  );

const change = (id: string, patch: Record<string, unknown>) =>
  door.run(
    commandOf(['members'], (tx) => tx.update('members', id, patch)),
    {},
  );

describe('the progress', () => {
  it('counts a run by state, again after every decision, and no other run', async () => {
    const [first] = await add([
      { name: '赵一', status: 'waiting' },
      { name: '钱二', status: 'askAgain' },
      { name: '孙三', status: 'approved' },
    ]);
    const before = { total: 3, waiting: 1, askAgain: 1, approved: 1, rejected: 0 };
    expect(await desk.progress(RUN)).toEqual(before);
    await door.run(
      commandOf(['audits'], (tx) =>
        tx.update('audits', joinId(first ?? '', RUN), { status: 'approved' }),
      ),
      {},
    );
    expect(await desk.progress(RUN)).toEqual({ ...before, waiting: 0, approved: 2 });
    expect((await desk.progress('run-2')).total).toBe(0);
  });
});

describe('the queue', () => {
  it('pages each view in its order and counts the whole', async () => {
    await add([
      { name: '赵一', status: 'waiting', at: 2 },
      { name: '钱二', status: 'waiting', at: 1 },
      { name: '孙三', status: 'askAgain', at: 3 },
      { name: '李四', status: 'approved', at: 4 },
      { name: '周五', status: 'rejected', at: 5 },
    ]);
    const waiting = await desk.queue(RUN, { view: 'waiting' });
    expect(waiting.lines.map(({ name }) => name)).toEqual(['钱二', '赵一']);
    expect(waiting.progress).toMatchObject({ total: 5, waiting: 2, askAgain: 1, approved: 1 });
    const decided = await desk.queue(RUN, { view: 'decided', offset: 1, limit: 1 });
    expect(decided).toMatchObject({ total: 2, offset: 1, lines: [{ name: '李四' }] });
    expect((await desk.queue(RUN, { view: 'decided', text: 'zw' })).lines).toMatchObject([
      { name: '周五' },
    ]);
  });

  it('begins at the person under the eye, and stays inside when they have left', async () => {
    const ids = await add(
      ['甲', '乙', '丙'].map((name, at) => ({ name, status: 'waiting' as const, at })),
    );
    const from = ids[1] ?? '';
    expect(await desk.queue(RUN, { view: 'waiting', from })).toMatchObject({ offset: 1 });
    const gone = { view: 'waiting', from: 'nobody', offset: 9 } as const;
    expect(await desk.queue(RUN, gone)).toMatchObject({ offset: 2, lines: [{ name: '丙' }] });
  });

  it('answers two who ask at once after a commit with what was committed', async () => {
    await add([
      { name: '甲', status: 'waiting', at: 1 },
      { name: '乙', status: 'waiting', at: 2 },
    ]);
    const ask = () => desk.queue(RUN, { view: 'waiting' });
    const { lines } = await ask();
    const [first] = lines;
    await door.run(
      commandOf(['audits'], (tx) =>
        tx.update('audits', first?.audit.id ?? '', { status: 'approved' }),
      ),
      {},
    );
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ progress }) => progress.waiting)).toEqual([1, 1, 1]);
  });

  it('follows every commit, also the undone ones', async () => {
    const all = { phone: '+8613800138000', wechatId: 'w', groupNickname: 'n', backOfficeId: 'b' };
    const [id = ''] = await add([{ name: '甲', status: 'waiting' }]);
    expect(await desk.queue(RUN, { view: 'waiting' })).toMatchObject({ complete: 0, total: 1 });
    await change(id, all);
    expect(await desk.queue(RUN, { view: 'waiting' })).toMatchObject({ complete: 1 });
    await door.undo();
    expect(await desk.queue(RUN, { view: 'waiting' })).toMatchObject({ complete: 0 });
    await door.undo();
    expect(await desk.queue(RUN, { view: 'waiting' })).toMatchObject({ total: 0, lines: [] });
  });
});

describe('who somebody may be', () => {
  it('is found by each trace, in the name, the nickname and the back office', async () => {
    const ids = await add([
      { name: '小周', wechatId: 'Zhou_8', groupNickname: '上海-小周-10086' },
      { name: '周女士', wechatId: 'zhou_8', phone: '+8613800138000' },
      { name: '后台用户', backOfficeId: '10086' },
      { name: '晓洲' },
      { name: '无关' },
    ]);
    const { twins, suggestions } = await desk.suggest(ids[0] ?? '');
    expect(twins.map(({ memberId, reasons }) => [ids.indexOf(memberId), reasons[0]])).toEqual([
      [1, 'sameWechatId'],
      [2, 'backOfficeIdInNickname'],
      [3, 'soundsLikeNickname'],
    ]);
    expect(suggestions.map(({ field, value }) => [field, value])).toEqual([
      ['phone', '+8613800138000'],
      ['backOfficeId', '10086'],
    ]);
  });

  it('tells whose an id is already, as soon as it is theirs', async () => {
    const [me = '', other = ''] = await add([{ name: '小周' }, { name: '老李' }]);
    expect(await desk.conflicts(me, { backOfficeId: 'U1', wechatId: 'li' })).toEqual([]);
    await change(other, { backOfficeId: 'U1', wechatId: 'LI' });
    expect(await desk.conflicts(me, { backOfficeId: ' U1 ', wechatId: 'li' })).toMatchObject([
      { field: 'wechatId', name: '老李' },
      { field: 'backOfficeId', name: '老李', memberId: other },
    ]);
    expect(await desk.conflicts(other, { backOfficeId: 'U1' })).toEqual([]);
  });
});

describe('at size', () => {
  const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗'];
  const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平'];
  const MEMBERS = 100_000;
  const QUEUED = 5000;

  it('answers for 5 000 in the queue of 100 000 members at once', {
    timeout: 120_000,
  }, async () => {
    const people = Array.from({ length: MEMBERS }, (_, i) => {
      const name = `${SURNAMES[i % 20]}${GIVEN[(i >> 3) % 20]}${GIVEN[(i * 7) % 20]}`;
      return {
        id: v7(),
        name,
        identity: 'unknown' as const,
        source: 'import' as const,
        batchId: 'b1',
        phone: `+8613${String(100_000_000 + i)}`,
        wechatId: `wx_${i}`,
        groupNickname: `上海-${name}-${200_000 + i}`,
        backOfficeId: String(200_000 + ((i * 31) % MEMBERS)),
      };
    }).sort((a, b) => (a.id < b.id ? -1 : 1));
    await door.run(
      commandOf(['members'], (tx) => tx.bulkCreate('members', people)),
      {},
    );
    await door.run(
      commandOf(['audits'], async (tx) => {
        for (const { id } of people.slice(0, QUEUED)) {
          const audit = { memberId: id, runId: RUN, status: 'waiting' as const, at: 0 };
          await tx.create('audits', { id: joinId(id, RUN), ...audit });
        }
      }),
      {},
    );
    const someone = people[777]?.id ?? '';
    await desk.suggest(someone);
    await desk.queue(RUN, { view: 'waiting' });
    const timed = async (work: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let i = 0; i < 9; i += 1) {
        await change(people[i]?.id ?? '', { wechatId: `changed_${i}` });
        const began = performance.now();
        await work();
        times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[4] ?? Number.NaN;
    };
    const suggestMs = await timed(() => desk.suggest(someone));
    const queueMs = await timed(() => desk.queue(RUN, { view: 'waiting' }));
    const conflictMs = await timed(() => desk.conflicts(someone, { wechatId: 'wx_90000' }));
    process.stdout.write(
      `suggest ${suggestMs.toFixed(1)} ms, queue ${queueMs.toFixed(1)} ms, conflicts ${conflictMs.toFixed(1)} ms\n`,
    );
    expect(suggestMs).toBeLessThan(200);
    expect(queueMs).toBeLessThan(200);
    expect(conflictMs).toBeLessThan(200);
  });
});
