import { entityNames } from '@shared/domain/registry';
import { expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { mergeMembers, partMembers } from './duplicates.commands';

const T0 = Date.UTC(2026, 9, 1);

it('carries what groups hold of a person, and gives it back when the two are parted', async () => {
  const { db, door } = await openTestDoor();
  const [a, b, c] = await door.run(
    commandOf(['members'], async (tx) => {
      const made = [tx.newId(), tx.newId(), tx.newId()] as const;
      for (const id of made) await tx.create('members', { id, name: '王芳' });
      return made;
    }),
    {},
  );
  await door.run(
    commandOf([...entityNames], async (tx) => {
      const own = { memberId: b, at: T0 };
      const entry = { ...own, groupId: 'g1', kind: 'warning' as const, what: '发外链' };
      await tx.create('ruleEntries', { id: 'e1', ...entry });
      await tx.create('kocIncentives', { id: 'k1', ...own, kind: 'goods', what: '一箱橙子' });
      const question = { groupId: 'g1', memberId: b, text: '几点取货？', askedAt: T0 };
      await tx.create('chatQuestions', { id: 'q1', ...question, state: 'open' });
      for (const memberId of [a, b]) {
        const state = memberId === b ? ('moved' as const) : ('planned' as const);
        await tx.create('transferItems', {
          ...own,
          id: `p1.${memberId}`,
          planId: 'p1',
          memberId,
          state,
        });
      }
      await tx.create('kocs', { id: b, state: 'active', since: T0 });
      const day = '2026-10-01';
      const list = { id: 'l1', groupId: 'g1', day, at: T0, total: 3, joinedIds: [a, b, c] };
      await tx.create('rosterLists', list);
      const action = { id: 'f1', groupId: 'g1', day, kind: 'topic' as const, title: '晒早餐' };
      await tx.create('friendActions', { ...action, memberIds: [c, b] });
    }),
    {},
  );
  const LIFE = [
    'ruleEntries',
    'kocIncentives',
    'chatQuestions',
    'transferItems',
    'kocs',
    'rosterLists',
    'friendActions',
  ] as const;
  const life = () => Promise.all(LIFE.map((entity) => allRows(db, entity)));
  const before = await life();
  const pairs = [{ keptId: a, goneId: b, choices: {} }];
  const { mergeIds } = await door.run(mergeMembers, { who: '王芳', pairs });
  expect(JSON.stringify(await life())).not.toContain(b);
  expect(await allRows(db, 'transferItems')).toMatchObject([{ id: `p1.${a}`, state: 'moved' }]);
  expect((await allRows(db, 'rosterLists'))[0]?.joinedIds).toEqual([a, c]);
  expect((await allRows(db, 'kocs')).map(({ id }) => id)).toEqual([a]);
  await door.run(partMembers, { mergeId: mergeIds[0] ?? '', who: '王芳' });
  expect(await life()).toEqual(before);
});
