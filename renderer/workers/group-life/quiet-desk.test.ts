import { joinId } from '@shared/lib/record-ids';
import { dayOf } from '@shared/lib/time';
import { expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { PeopleService } from '../people/people-service';
import { QuietDesk } from './quiet-desk';

const DAY_MS = 86_400_000;
const groupId = 'g1';

it('says who went quiet, which columns stopped and which questions hang', async () => {
  const { db, door } = await openTestDoor();
  const database = async () => db;
  const people = new PeopleService(database, { isByItself: false });
  door.onCommit((op, entities) => people.onCommit(op, entities));
  const desk = new QuietDesk(database, people);
  const nowMs = Date.now();
  const ago = (days: number) => nowMs - days * DAY_MS;
  const dayAgo = (days: number) => dayOf(ago(days), 'Asia/Shanghai');
  const ids = await door.run(
    commandOf(
      [
        'members',
        'groups',
        'memberships',
        'orders',
        'contentItems',
        'contentColumns',
        'contentSends',
        'chatQuestions',
      ],
      async (tx) => {
        const [quiet, lively] = [tx.newId(), tx.newId()];
        await tx.create('groups', { id: groupId, name: '老街坊', openedAt: ago(200) });
        for (const [memberId, name, days] of [
          [quiet, '周小满', 20],
          [lively, '许静', 3],
        ] as const) {
          await tx.create('members', { id: memberId, name });
          const stay = { memberId, groupId, joinedAt: ago(150) };
          await tx.create('memberships', { id: joinId(memberId, groupId), ...stay });
          for (const at of [30, days]) {
            const order = { id: tx.newId(), memberId, orderedAt: ago(at), amountFen: 100 };
            await tx.create('orders', { ...order, externalNo: order.id, status: 'paid' });
          }
        }
        for (const [columnId, name, days] of [
          ['c1', '早报', [40, 33, 20]],
          ['c2', '晒单', [40, 5]],
          ['c3', '只来过一次', [40]],
        ] as const) {
          await tx.create('contentColumns', { id: columnId, name, category: 'service' });
          for (const at of days) {
            const [id, date] = [tx.newId(), dayAgo(at)];
            const place = { slot: 'morning' as const, groupIds: [groupId] };
            await tx.create('contentItems', { id, title: name, date, columnId, ...place });
            await tx.create('contentSends', {
              id: joinId(id, groupId),
              itemId: id,
              groupId,
              day: date,
              slot: 'morning',
              state: 'sent',
              at: ago(at),
            });
          }
        }
        const question = { groupId, askedAt: ago(4), asker: '路人' };
        await tx.create('chatQuestions', {
          id: 'q1',
          ...question,
          text: '还有货吗',
          state: 'open',
        });
        await tx.create('chatQuestions', { id: 'q2', ...question, text: '好', state: 'answered' });
        const old = { ...question, askedAt: ago(40), text: '旧的' };
        await tx.create('chatQuestions', { id: 'q3', ...old, state: 'open' });
        return { quiet, lively };
      },
    ),
    {},
  );
  const why = await desk.why({ groupId, nowMs });
  expect(why.people).toEqual([
    {
      memberId: ids.quiet,
      name: '周小满',
      activeDays: 2,
      acts: 0,
      orders: 2,
      lastDay: dayAgo(20),
      hasLeft: false,
    },
  ]);
  expect(why).toMatchObject({ total: 1, activeBefore: 2, still: 1, fresh: 0, openQuestions: 1 });
  expect(why.recent).toEqual({ from: dayAgo(14), to: dayAgo(1) });
  expect(why.stopped).toEqual([{ columnId: 'c1', name: '早报', pieces: 3 }]);
  expect(why.questions.map(({ text, asker }) => [text, asker])).toEqual([['还有货吗', '路人']]);

  const plan = await desk.planPaste(groupId, `日期\t消息数\n${dayAgo(1)}\t30`);
  expect(plan.adds).toEqual([{ day: dayAgo(1), messages: 30 }]);
});
