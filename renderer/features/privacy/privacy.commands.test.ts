import { pairIdOf } from '@shared/domain/members/merge.schema';
import { entityNames } from '@shared/domain/registry';
import { packIds, unpackIds } from '@shared/lib/pack-ids';
import type { Op } from '@shared/sync/op';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSnapshot } from '@/db/backup/snapshot';
import type { Tx } from '@/db/command';
import { ConsoleDb } from '@/db/db';
import { recallWords, rememberWords } from '@/db/remembered';
import { counters } from '@/db/tables';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { applyOp } from '@/db/write/apply-op';
import type { OpPayload } from '@/db/write/changes';
import { ensureIdentity } from '@/db/write/identity';
import { WriteDoor } from '@/db/write/write-door';
import { copyOf, payloadOf } from './copies.testing';
import { GROUP_TRACES, leaveGroupTraces } from './group-traces.testing';
import { eraseAgain, eraseMember } from './privacy.commands';

let db: ConsoleDb;
let door: WriteDoor;
const ids = { person: '', other: '', twin: '' };
const T0 = Date.UTC(2026, 9, 1);

/** Every word by which the person could be known again, each found nowhere else. */
const TRACES = [
  '欧阳小洁',
  '13812345678',
  'wx-ouyang',
  'union-ouyang',
  '梧桐里9栋',
  '不吃香菜',
  '送到门卫',
  '欧阳妈妈',
  '晚上七点后',
  '谢谢老板',
  '收货时吵架',
  '请补楼号',
  '生日礼品已送',
  '虾有点臭',
  '小洁妈妈',
  '她不是店主',
  '搬家前就在这群',
  ...GROUP_TRACES,
];

const person = () => ({
  id: ids.person,
  name: '欧阳小洁',
  phone: '+8613812345678',
  wechatId: 'wx-ouyang',
  unionId: 'union-ouyang',
  address: '梧桐里9栋',
  note: '不吃香菜',
  source: 'import' as const,
  batchId: 'batch-1',
});

/** Imported in one batch with somebody else, then lived with for a while. */
async function live(): Promise<void> {
  await door.run(
    commandOf(['members', 'importBatches'], async (tx) => {
      for (const key of ['person', 'other'] as const) ids[key] = tx.newId();
      await tx.bulkCreate('members', [
        { ...person(), identity: 'unknown' },
        { id: ids.other, name: '李雷', identity: 'unknown', source: 'import', batchId: 'batch-1' },
      ]);
      const counts = { create: 2, update: 0, unchanged: 0, confirm: 0, rejected: 0, total: 2 };
      await tx.create('importBatches', {
        id: 'batch-1',
        kind: 'members',
        fileName: '名单.xlsx',
        fileHash: 'x',
        at: T0,
        counts: { ...counts, rows: 2, newMembers: 0 },
      });
    }),
    {},
  );
  await door.run(
    commandOf([...entityNames], async (tx) => {
      const { person: id, other } = ids;
      for (const [n, memberId] of [id, other, id].entries()) {
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: `NO${n}`,
          memberId,
          orderedAt: T0 + n,
          amountFen: 1000 * (n + 1),
          refundFen: 100,
          ...(memberId === id
            ? {
                receiver: '欧阳妈妈',
                receiverPhone: '13812345678',
                address: '梧桐里9栋',
                note: '送到门卫',
              }
            : { receiver: '李雷' }),
        });
      }
      await tx.create('tags', { id: 't1', name: '老客' });
      await tx.create('tagAssignments', { id: `${id}.t1`, memberId: id, tagId: 't1', at: T0 });
      await tx.create('groups', {
        id: 'g1',
        name: '一群',
        openedAt: T0,
        exceptions: [
          { memberId: id, reason: '搬家前就在这群', at: T0 },
          { memberId: other, reason: '门店在两区之间', at: T0 },
        ],
      });
      await tx.create('memberships', {
        id: `${id}.g1`,
        memberId: id,
        groupId: 'g1',
        joinedAt: T0,
        nickname: GROUP_TRACES[5],
      });
      await tx.create('audits', {
        id: `${id}.r1`,
        memberId: id,
        runId: 'r1',
        status: 'askAgain',
        reason: '请补楼号',
        at: T0,
      });
      await tx.create('interactions', {
        id: tx.newId(),
        memberId: id,
        kind: 'note',
        at: T0,
        text: '谢谢老板',
      });
      await tx.create('growthEntries', {
        id: 'points-1',
        memberId: id,
        kind: 'adjust',
        points: 5,
        at: T0,
        reason: '生日礼品已送',
      });
      await tx.create('comments', {
        id: tx.newId(),
        memberId: id,
        speaker: '小洁妈妈',
        at: T0,
        text: '虾有点臭',
        feeling: 'bad',
        score: -3,
      });
      await tx.create('spotChecks', {
        id: 'check-1',
        tagId: 't1',
        memberId: id,
        drawId: 'draw-1',
        drawnAt: T0,
        population: 1,
        verdict: 'wrong',
        note: '她不是店主',
      });
      await tx.create('segmentSnapshots', {
        id: 'list-1',
        name: '中秋名单',
        at: T0,
        count: 2,
        members: packIds([id, other]),
      });
      for (const subject of ['13812345678', 'somebody']) {
        await tx.create('funnelEvents', { id: tx.newId(), subject, step: 1, at: T0 });
      }
      await tx.create('riskEntries', {
        id: 'risk-1',
        phone: '+8613812345678',
        reason: '收货时吵架',
        at: T0,
      });
      await tx.create('distinctPairs', { id: pairIdOf(id, other), at: T0 });
      await leaveTraces(tx);
    }),
    {},
  );
  await door.run(
    commandOf(['members'], (tx) => tx.update('members', ids.person, { note: '晚上七点后' })),
    {},
  );
}

/** What flows keep of the person. */
async function leaveTraces(tx: Tx): Promise<void> {
  const { person: memberId, other } = ids;
  await tx.create('touches', {
    id: `${memberId}.p1.d1`,
    memberId,
    planId: 'p1',
    stage: 'd1',
    at: T0,
  });
  await tx.create('waitingEntries', {
    id: `${memberId}.c1`,
    memberId,
    classId: 'c1',
    at: T0,
    reason: 'full',
  });
  await leaveGroupTraces(tx, { memberId, other, name: person().name });
  await tx.create('scriptUses', { id: 'use-1', scriptKey: 'hello', memberId, at: T0 });
  for (const [id, members] of [
    ['task-1', [memberId, other].sort()],
    ['task-2', [memberId]],
  ] as const) {
    await tx.create('rescueTasks', {
      id,
      runId: 'r1',
      position: 5,
      title: '再问一次',
      members: packIds(members),
      memberCount: members.length,
      doneMembers: packIds([memberId]),
      day: '2026-10-03',
      slot: 'evening',
      createdAt: T0,
    });
  }
  await tx.create('runEvents', {
    id: 'line-1',
    runId: 'r1',
    kind: 'stepOverridden',
    at: T0,
    detail: { reason: `${TRACES[0]} 的执照晚点补`, count: 3 },
  });
}

beforeEach(async () => {
  ({ db, door } = await openTestDoor());
  await live();
});

/** Everything that lies in the database, as one text; packed texts keep their characters. */
async function dump(of: ConsoleDb = db): Promise<string> {
  const parts: string[] = [];
  for (const table of of.tables) parts.push(JSON.stringify(await table.toArray()));
  return parts.join('\n');
}

const tracesIn = (text: string) => TRACES.filter((trace) => text.includes(trace));

const erase = (keepRisk = false) =>
  door.run(eraseMember, { memberId: ids.person, reason: '本人要求', keepRisk });

it('finds every trace before, so that finding none afterwards means something', async () => {
  expect(tracesIn(await dump())).toEqual(TRACES);
});

describe('an erased person', () => {
  it('leaves no trace anywhere in the database, the undo log and the outbox included', async () => {
    await erase();
    expect(tracesIn(await dump())).toEqual([]);
  });

  it('leaves the books as they were: orders, sums and figures', async () => {
    const orders = await allRows(db, 'orders');
    const sums = await counters(db).bulkGet(['orders', 'orders.amountFen', 'orders.refundFen']);
    const stats = await allRows(db, 'memberStats');
    await erase();
    const money = (rows: typeof orders) =>
      rows.map(({ id, memberId, externalNo, orderedAt, amountFen, refundFen, status }) =>
        [id, memberId, externalNo, orderedAt, amountFen, refundFen, status].join(),
      );
    const after = await allRows(db, 'orders');
    expect(money(after)).toEqual(money(orders));
    expect(after.find((order) => order.memberId === ids.other)?.receiver).toBe('李雷');
    expect(await counters(db).bulkGet(['orders', 'orders.amountFen', 'orders.refundFen'])).toEqual(
      sums,
    );
    expect(await allRows(db, 'memberStats')).toEqual(stats);
  });

  it('leaves other people and other events alone', async () => {
    await erase();
    expect((await allRows(db, 'members')).map((member) => member.name)).toEqual(['李雷']);
    const subjects = (await allRows(db, 'funnelEvents')).map((event) => event.subject);
    expect(subjects.sort()).toEqual(['erased', 'somebody']);
  });

  it('is in no list of people that was kept', async () => {
    await erase();
    const [list] = await allRows(db, 'segmentSnapshots');
    expect(list).toMatchObject({ count: 1, members: packIds([ids.other]) });
  });

  it('is in nothing that the flows keep, nor in what could be undone of it', async () => {
    await erase();
    for (const entity of ['touches', 'waitingEntries', 'audits'] as const) {
      expect(await allRows(db, entity)).toEqual([]);
    }
    expect(await allRows(db, 'scriptUses')).toEqual([{ id: 'use-1', scriptKey: 'hello', at: T0 }]);
    const [task, ...more] = await allRows(db, 'rescueTasks');
    expect(more).toEqual([]);
    expect(task).toMatchObject({ id: 'task-1', memberCount: 1, doneMembers: '' });
    expect(unpackIds(task?.members ?? '')).toEqual([ids.other]);
    expect(await allRows(db, 'runEvents')).toMatchObject([
      { detail: { reason: '… 的执照晚点补', count: 3 } },
    ]);
    expect((await allRows(db, 'groups'))[0]?.exceptions).toEqual([
      { memberId: ids.other, reason: '门店在两区之间', at: T0 },
    ]);
    const life = ['ruleEntries', 'transferItems', 'kocs', 'kocIncentives'] as const;
    for (const entity of life) expect(await allRows(db, entity)).toEqual([]);
    const [question, ...others] = await allRows(db, 'chatQuestions');
    expect(others).toEqual([]);
    expect(question).toMatchObject({ id: 'question-2', asker: '赵六', state: 'answered' });
    expect(question).not.toHaveProperty('answeredBy');
    expect(await allRows(db, 'rosterLists')).toMatchObject([
      { joinedIds: [ids.other], unknown: ['赵六'] },
    ]);
    expect((await allRows(db, 'friendActions'))[0]?.memberIds).toEqual([ids.other]);
    const undo = JSON.stringify(await db.table('undoPayloads').toArray());
    expect(undo).toContain(`"joinedIds":["${ids.other}"]`);
    expect(undo).toContain(`"memberIds":["${ids.other}"]`);
    expect(undo).toContain('task-1');
    expect(undo).not.toContain(ids.person.replaceAll('-', ''));
  });

  it('is in no word that this laptop keeps to offer again', async () => {
    const [person, nickname] = [TRACES[0] ?? '', '三号楼小洁'];
    await rememberWords(db, 'replyValues', {
      联系人: `找${person}拿`,
      价格: '九块九',
      谁: nickname,
    });
    await rememberWords(db, 'chatOfficials', { g1: [person, '团长阿芳'], g2: ['团长阿芳'] });
    await erase();
    expect(await recallWords(db, 'replyValues')).toEqual({ 价格: '九块九' });
    expect(await recallWords(db, 'chatOfficials')).toEqual({ g1: ['团长阿芳'], g2: ['团长阿芳'] });
  });

  it('leaves a record that says when, why and how much, and not who', async () => {
    await erase();
    const [record] = await allRows(db, 'erasures');
    expect(record).toMatchObject({
      id: ids.person,
      reason: '本人要求',
      orders: 2,
      keptRisk: false,
    });
    expect(record?.digests).toHaveLength(3);
    expect(tracesIn(JSON.stringify(record))).toEqual([]);
  });

  it('may stay on the risk list where that has a ground of its own', async () => {
    await erase(true);
    expect(tracesIn(await dump())).toEqual(['13812345678', '收货时吵架']);
    expect((await allRows(db, 'riskEntries'))[0]?.memberId).toBeUndefined();
  });

  it('does not come back by undoing anything that was done before, nor by redoing it', async () => {
    await erase();
    for (let step = await door.undo(); step; step = await door.undo()) {
      expect(tracesIn(await dump())).toEqual([]);
    }
    expect((await allRows(db, 'members')).map((member) => member.id)).not.toContain(ids.person);
    for (let step = await door.redo(); step; step = await door.redo()) {
      expect(tracesIn(await dump())).toEqual([]);
    }
    expect((await allRows(db, 'members')).map((member) => member.name)).toEqual(['李雷']);
  });

  it('does not come back by redoing an import that was undone before the erasure', async () => {
    // The person is in a second batch, which is undone: its people wait to be brought back.
    await door.undo();
    await door.undo();
    await door.undo();
    expect(await allRows(db, 'members')).toEqual([]);
    await door.run(
      commandOf(['members'], async (tx) => {
        ids.person = tx.newId();
        await tx.create('members', { ...person(), batchId: undefined });
      }),
      {},
    );
    await erase();
    expect(await door.redo()).toBeNull();
    expect(tracesIn(await dump())).toEqual([]);
  });

  it('cannot be undone itself, and the import’s own undo still works for the others', async () => {
    await erase();
    await door.undoBatch('batch-1').catch(() => undefined);
    expect(tracesIn(await dump())).toEqual([]);
    expect((await allRows(db, 'members')).map((member) => member.id)).not.toContain(ids.person);
  });
});

describe('copies of the data', () => {
  it('taken afterwards do not hold the person', async () => {
    await erase();
    const { chunks, header } = await copyOf(db);
    const name = `copy-${Math.random()}`;
    await loadSnapshot(name, header.schemaVersion, { next: async () => chunks.shift() ?? null });
    expect(tracesIn(await dump(new ConsoleDb({ name })))).toEqual([]);
  });

  it('taken before are cleaned when they come back, by the record kept outside', async () => {
    const { chunks, header } = await copyOf(db);
    const { erasure } = await erase();
    const name = `copy-${Math.random()}`;
    await loadSnapshot(name, header.schemaVersion, { next: async () => chunks.shift() ?? null });
    const old = new ConsoleDb({ name });
    expect(tracesIn(await dump(old))).toEqual(TRACES);
    const again = new WriteDoor(old, await ensureIdentity(old));
    expect((await again.run(eraseAgain, { erasures: [erasure] })).count).toBe(1);
    expect(tracesIn(await dump(old))).toEqual([]);
    expect(await allRows(old, 'erasures')).toEqual([erasure]);
    // Once more does no harm.
    expect((await again.run(eraseAgain, { erasures: [erasure] })).count).toBe(0);
  });

  it('know the person under another id by the digests, but not a relative on the same phone', async () => {
    const { erasure } = await erase();
    const { db: old, door: other } = await openTestDoor();
    await other.run(
      commandOf(['members'], async (tx) => {
        // As an earlier import, undone since, had made the record.
        const early = '01890000-0000-7000-8000-000000000001';
        await tx.create('members', { id: early, name: '欧阳 小洁', phone: '+8613812345678' });
        const relative = '01890000-0000-7000-8000-000000000002';
        await tx.create('members', { id: relative, name: '欧阳大海', phone: '+8613812345678' });
      }),
      {},
    );
    expect((await other.run(eraseAgain, { erasures: [erasure] })).count).toBe(1);
    expect((await allRows(old, 'members')).map((member) => member.name)).toEqual(['欧阳大海']);
  });

  it('leave somebody alone who came back after the erasure', async () => {
    const { erasure } = await erase();
    await door.run(
      commandOf(['members'], (tx) => tx.create('members', { ...person(), id: tx.newId() })),
      {},
    );
    expect((await door.run(eraseAgain, { erasures: [erasure] })).count).toBe(0);
    expect(await allRows(db, 'members')).toHaveLength(2);
  });
});

it('repeats from the journal with the same thoroughness', async () => {
  const frames: { op: Op; payload: OpPayload }[] = [];
  for (const op of (await db.table('outbox').toArray()) as Op[]) {
    frames.push({ op, payload: await payloadOf(db, op.seq) });
  }
  await erase();
  const erasing = (await db.table('outbox').toArray()).at(-1) as Op;
  const { db: rebuilt } = await openTestDoor();
  for (const { op, payload } of frames) await applyOp(rebuilt, op, payload);
  // The first note was overwritten, and the journal alone does not remember what it was.
  expect(tracesIn(await dump(rebuilt))).toEqual(TRACES.filter((trace) => trace !== '不吃香菜'));
  await applyOp(rebuilt, erasing);
  expect(tracesIn(await dump(rebuilt))).toEqual([]);
});

it('takes the rows of their pictures along and names the files that have to go', async () => {
  await live();
  const photo = {
    ...{ auditId: `${ids.person}.run`, runId: 'run', kind: 'licence' as const, at: T0 },
    ...{ mimeType: 'image/webp' as const, byteCount: 10 },
  };
  await door.run(
    commandOf(['auditPhotos'], async (tx) => {
      await tx.create('auditPhotos', { ...photo, id: 'theirs', memberId: ids.person });
      await tx.create('auditPhotos', { ...photo, id: 'another', memberId: ids.other });
    }),
    {},
  );
  const done = await door.run(eraseMember, { memberId: ids.person, keepRisk: false });
  expect(done.pictures).toEqual(['theirs']);
  expect(await allRows(db, 'auditPhotos')).toMatchObject([{ id: 'another' }]);
});
