import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ChatDesk } from '@/workers/replies/chat-desk';
import { commitChat, settleQuestion } from './chat-questions.commands';

let test: Awaited<ReturnType<typeof openTestDoor>>;
let desk: ChatDesk;
let memberId: string;

const CHAT = `———— 2026/11/21 ————
团长阿芳 09:00
早上好，今天有鲜虾
小满 09:31
几点到货？
[图片]
三号楼李姐 09:35
草莓还有吗
团长阿芳 09:41
@小满 下午三点
团长阿芳 09:42
草莓还有十份
"小杨"通过扫描二维码加入群聊
小杨 22:10
可以退吗
小杨 22:11
[图片]
`;

beforeEach(async () => {
  test = await openTestDoor();
  desk = new ChatDesk(async () => test.db);
  memberId = await test.door.run(
    commandOf(['groups', 'members', 'memberships'], async (tx) => {
      await tx.create('groups', { id: 'g1', name: '一群', openedAt: 0 });
      const id = tx.newId();
      await tx.create('members', { id, name: '陈小满' });
      const row = { memberId: id, groupId: 'g1', joinedAt: 0, nickname: '小满' };
      await tx.create('memberships', { id: joinId(id, 'g1'), ...row });
      return id;
    }),
    {},
  );
});

const plan = (pasted = CHAT) =>
  desk.plan({
    pasted,
    groupId: 'g1',
    day: '2026-11-22',
    officials: ['团长阿芳'],
    windowMs: 7_200_000,
  });
const commit = async (pasted?: string) => {
  const { questions, days, acts } = await plan(pasted);
  return test.door.run(commitChat, { groupId: 'g1', groupName: '一群', questions, days, acts });
};

describe('taking a pasted chat in', () => {
  it('does what the plan says: questions with their answers, messages and speakers per day', async () => {
    const shown = await plan();
    expect(shown.changes).toEqual({
      questions: { added: 3, changed: 0, same: 0 },
      days: { added: 1, changed: 0, same: 0 },
    });
    await commit();
    const rows = await allRows(test.db, 'chatQuestions');
    const at = (clock: string) => Date.parse(`2026-11-21T${clock}:00+08:00`);
    expect(rows.sort((a, b) => a.askedAt - b.askedAt)).toMatchObject([
      { asker: '小满', memberId, askedAt: at('09:31'), state: 'answered', answeredAt: at('09:41') },
      { asker: '三号楼李姐', state: 'answered', answeredAt: at('09:42'), answeredBy: '团长阿芳' },
      { asker: '小杨', text: '可以退吗', state: 'open' },
    ]);
    expect(rows[1]).not.toHaveProperty('memberId');
    expect(await allRows(test.db, 'groupDays')).toMatchObject([
      { id: 'g1.2026-11-21', messages: 7, speakers: 4, source: 'chat' },
    ]);
    await test.door.undo();
    expect(await allRows(test.db, 'chatQuestions')).toEqual([]);
    expect(await allRows(test.db, 'groupDays')).toEqual([]);
  });

  it('changes nothing when the same chat comes again, and less never takes away', async () => {
    await commit();
    const before = [await allRows(test.db, 'chatQuestions'), await allRows(test.db, 'groupDays')];
    expect((await plan()).changes).toEqual({
      questions: { added: 0, changed: 0, same: 3 },
      days: { added: 0, changed: 0, same: 1 },
    });
    await commit();
    await commit(CHAT.split('团长阿芳 09:41')[0]);
    expect([await allRows(test.db, 'chatQuestions'), await allRows(test.db, 'groupDays')]).toEqual(
      before,
    );
  });

  it('answers an open question when a longer chat shows the answer; by-hand decisions stay', async () => {
    await commit();
    const longer = `${CHAT}团长阿芳 22:40\n可以，拍照发我\n`;
    expect((await plan(longer)).changes.questions).toEqual({ added: 0, changed: 1, same: 2 });
    const open = (await allRows(test.db, 'chatQuestions')).find(({ state }) => state === 'open');
    await test.door.run(
      commandOf(['chatQuestions'], (tx) =>
        tx.update('chatQuestions', open?.id ?? '', { state: 'ignored', isSetByHand: true }),
      ),
      {},
    );
    expect((await plan(longer)).changes.questions).toEqual({ added: 0, changed: 0, same: 3 });
  });

  it('leaves the platform’s own figures of a day alone', async () => {
    await test.door.run(
      commandOf(['groupDays'], (tx) =>
        tx.create('groupDays', {
          id: 'g1.2026-11-21',
          groupId: 'g1',
          day: '2026-11-21',
          messages: 3,
          source: 'import',
        }),
      ),
      {},
    );
    await commit();
    expect(await allRows(test.db, 'groupDays')).toMatchObject([
      { messages: 3, speakers: 4, source: 'import' },
    ]);
    await expect(
      test.door.run(commitChat, { groupId: 'gone', questions: [], days: [] }),
    ).rejects.toMatchObject({ code: 'chat-group-gone' });
  });

  it('does not count again what a file told of the same member, group and minute', async () => {
    const askedAt = Date.parse('2026-11-21T09:31:00+08:00');
    await test.door.run(
      commandOf(['interactions'], async (tx) => {
        const told = { memberId, kind: 'question', at: askedAt + 21_000 } as const;
        await tx.create('interactions', { id: tx.newId(), ...told, groupId: 'other' });
        await tx.create('interactions', {
          id: tx.newId(),
          ...told,
          text: '几点到货？',
          groupId: 'g1',
        });
      }),
      {},
    );
    const shown = await plan();
    expect([shown.toldActs, shown.newActs]).toEqual([1, 0]);
    await commit();
    expect(await allRows(test.db, 'interactions')).toHaveLength(2);
    const [first] = (await allRows(test.db, 'chatQuestions')).filter((it) => it.memberId);
    await test.door.run(settleQuestion, { id: first?.id ?? '', state: 'answered' });
    expect(await allRows(test.db, 'interactions')).toHaveLength(2);
  });

  it('notes what known members asked and answered once, and takes back what was no question', async () => {
    const helper = await test.door.run(
      commandOf(['members', 'memberships'], async (tx) => {
        const id = tx.newId();
        await tx.create('members', { id, name: '李小红' });
        const row = { memberId: id, groupId: 'g1', joinedAt: 0, nickname: '三号楼李姐' };
        await tx.create('memberships', { id: joinId(id, 'g1'), ...row });
        return id;
      }),
      {},
    );
    const chat = '小满 09:00\n几点到？\n三号楼李姐 09:03\n@小满 三点到\n小满 09:10\n能退吗？';
    expect((await plan(chat)).newActs).toBe(3);
    await commit(chat);
    const acts = async () =>
      (await allRows(test.db, 'interactions'))
        .sort((a, b) => a.at - b.at)
        .map(({ memberId: who, kind, groupId }) => [who, kind, groupId]);
    const all = [
      [memberId, 'question', 'g1'],
      [helper, 'answer', 'g1'],
      [memberId, 'question', 'g1'],
    ];
    expect(await acts()).toEqual(all);
    expect((await plan(chat)).newActs).toBe(0);
    await commit(chat);
    expect(await acts()).toEqual(all);
    const open = (await allRows(test.db, 'chatQuestions')).find(({ state }) => state === 'open');
    const id = open?.id ?? '';
    await test.door.run(settleQuestion, { id, state: 'ignored' });
    expect(await acts()).toEqual(all.slice(0, 2));
    await commit(chat);
    expect(await acts()).toEqual(all.slice(0, 2));
    await test.door.run(settleQuestion, { id, state: 'open' });
    expect(await acts()).toEqual(all);
    await expect(
      test.door.run(settleQuestion, { id, state: 'answered', answeredAt: 4 }),
    ).rejects.toMatchObject({ code: 'answer-before-question' });
  });
});
