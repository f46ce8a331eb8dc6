import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { createMember, editMember, removeMember } from './members.commands';

const phone = '+8613800138000';

async function withWang() {
  const { db, door } = await openTestDoor();
  const { memberId } = await door.run(createMember, { fields: { name: ' 王琳 ', phone } });
  const order = (status: 'paid' | 'cancelled') =>
    commandOf(['orders'], (tx) =>
      tx.create('orders', {
        id: tx.newId(),
        externalNo: '1',
        memberId,
        orderedAt: 1,
        amountFen: 100,
        status,
      }),
    );
  return { db, door, memberId, order };
}

describe('members by hand', () => {
  it('adds a person, tidied, with the time of joining', async () => {
    const { db, memberId } = await withWang();
    const [wang] = await allRows(db, 'members');
    expect(wang).toMatchObject({ id: memberId, name: '王琳', phone, source: 'manual' });
    expect(wang?.identity).toBe('unknown');
  });

  it('refuses a phone that somebody has, and names that person', async () => {
    const { db, door } = await withWang();
    await expect(door.run(createMember, { fields: { name: '李想', phone } })).rejects.toMatchObject(
      { code: 'member-phone-taken', data: { name: '王琳' } },
    );
    const { memberId } = await door.run(createMember, { fields: { name: '李想' } });
    const edit = { memberId, who: '李想', patch: { phone } };
    await expect(door.run(editMember, edit)).rejects.toMatchObject({ code: 'member-phone-taken' });
    expect((await allRows(db, 'members')).filter((it) => it.phone === phone)).toHaveLength(1);
  });

  it('changes only the fields that were named, empties with null, and can be undone', async () => {
    const { db, door, memberId } = await withWang();
    const patch = { region: '杭州', phone: null };
    await door.run(editMember, { memberId, who: '王琳', patch });
    const [edited] = await allRows(db, 'members');
    expect(edited).toMatchObject({ name: '王琳', region: '杭州' });
    expect(edited && 'phone' in edited).toBe(false);
    await door.undo();
    expect((await allRows(db, 'members'))[0]).toMatchObject({ phone });
  });

  it('keeps its own phone without a complaint', async () => {
    const { door, memberId } = await withWang();
    await door.run(editMember, { memberId, who: '王琳', patch: { phone, name: '王林' } });
  });

  it.each(['paid', 'cancelled'] as const)(
    'does not delete somebody whom a %s order refers to',
    async (status) => {
      const { db, door, memberId, order } = await withWang();
      await door.run(order(status), {});
      await expect(door.run(removeMember, { memberId, who: '王琳' })).rejects.toMatchObject({
        code: 'member-has-orders',
        data: { name: '王琳', count: 1 },
      });
      expect(await allRows(db, 'members')).toHaveLength(1);
    },
  );

  it.each([
    ['ruleEntries', { groupId: 'g', kind: 'warning', what: '发外链', at: 1 }],
    ['transferItems', { planId: 'p', state: 'planned', at: 1 }],
    ['kocIncentives', { kind: 'goods', what: '一箱橙子', at: 1 }],
    ['kocs', { state: 'candidate', since: 1 }],
  ] as const)('does not delete somebody of whom %s speak', async (entity, row) => {
    const { db, door, memberId } = await withWang();
    const id = entity === 'kocs' ? memberId : `p.${memberId}`;
    await door.run(
      commandOf([entity], (tx) => tx.create(entity, { id, memberId, ...row } as never)),
      {},
    );
    await expect(door.run(removeMember, { memberId, who: '王琳' })).rejects.toMatchObject({
      code: 'member-in-group-records',
      data: { name: '王琳' },
    });
    expect(await allRows(db, 'members')).toHaveLength(1);
  });

  it('leaves no id of whom it deletes in the lists and questions of groups', async () => {
    const { db, door, memberId } = await withWang();
    const of = { groupId: 'g', day: '2026-11-02' };
    const beside = commandOf(['rosterLists', 'friendActions', 'chatQuestions'], async (tx) => {
      await tx.create('rosterLists', { id: 'l', ...of, at: 1, total: 2, joinedIds: [memberId] });
      const action = { id: 'f', ...of, kind: 'topic' as const, title: '晒早餐' };
      await tx.create('friendActions', { ...action, memberIds: [memberId, 'x'] });
      const question = { groupId: 'g', memberId, text: '几点取货？', askedAt: 1 };
      await tx.create('chatQuestions', { id: 'q', ...question, state: 'open' });
    });
    await door.run(beside, {});
    const stores = ['rosterLists', 'friendActions', 'chatQuestions'] as const;
    const life = () => Promise.all(stores.map((entity) => allRows(db, entity)));
    const before = await life();
    await door.run(removeMember, { memberId, who: '王琳' });
    expect(JSON.stringify(await life())).not.toContain(memberId);
    expect((await allRows(db, 'chatQuestions'))[0]?.asker).toBe('王琳');
    await door.undo();
    expect(await life()).toEqual(before);
  });

  it('deletes somebody with tags, groups and events, and brings everything back', async () => {
    const { db, door, memberId } = await withWang();
    const beside = commandOf(['tagAssignments', 'memberships', 'interactions'], async (tx) => {
      await tx.create('tagAssignments', { id: `${memberId}.t`, memberId, tagId: 't', at: 1 });
      await tx.create('memberships', { id: `${memberId}.g`, memberId, groupId: 'g', joinedAt: 1 });
      await tx.create('interactions', { id: tx.newId(), memberId, kind: 'checkIn', at: 1 });
      await tx.create('interactions', { id: tx.newId(), memberId: 'x', kind: 'checkIn', at: 1 });
    });
    await door.run(beside, {});
    await door.run(removeMember, { memberId, who: '王琳' });
    const counts = async () =>
      Promise.all(
        (['members', 'tagAssignments', 'memberships', 'interactions'] as const).map(
          async (entity) => (await allRows(db, entity)).length,
        ),
      );
    expect(await counts()).toEqual([0, 0, 0, 1]);
    await door.undo();
    expect(await counts()).toEqual([1, 1, 1, 2]);
  });
});
