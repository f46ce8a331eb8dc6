import { joinId } from '@shared/lib/record-ids';
import { beforeEach, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { archiveGroupRule, orderGroupRules, saveGroupRule } from './group-rules.commands';
import { addRuleEntries, appealEntry, decideAppeal, giveReward } from './ledger.commands';
import { addReadyRules } from './ready-rules.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
let memberId = '';

beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['members', 'groups', 'memberships'], async (tx) => {
      memberId = tx.newId();
      await tx.create('groups', { id: 'g', name: '一群', openedAt: 0 });
      await tx.create('members', { id: memberId, name: '王芳' });
      const id = joinId(memberId, 'g');
      await tx.create('memberships', { id, memberId, groupId: 'g', joinedAt: 1 });
    }),
    {},
  );
});

async function enter(kind: 'reward' | 'warning' | 'removal') {
  const entry = { groupId: 'g', memberIds: [memberId], kind, what: '一笔' };
  const { entryIds } = await desk.door.run(addRuleEntries, entry);
  return { entryId: entryIds[0] ?? '' };
}

it('takes ready-made rules over once, changes one and puts it away', async () => {
  const { added } = await desk.door.run(addReadyRules, { language: 'zh' });
  expect(added).toBeGreaterThan(9);
  expect(await desk.door.run(addReadyRules, { language: 'zh' })).toEqual({ added: 0 });
  const [rule] = await allRows(desk.db, 'groupRules');
  const ruleId = rule?.id ?? '';
  const fields = { polarity: 'encouraged' as const, text: '晒单', consequence: 'gift' as const };
  await desk.door.run(saveGroupRule, { ruleId, ...fields });
  await desk.door.run(archiveGroupRule, { ruleId, isArchived: true });
  const after = (await allRows(desk.db, 'groupRules')).find(({ id }) => id === ruleId);
  expect(after).toMatchObject({ text: '晒单', isArchived: true });
  expect(after?.warningsToRemoval).toBeUndefined();
});

it('keeps rewards until they are given, and appeals until they are decided', async () => {
  const { entryId } = await enter('reward');
  await desk.door.run(giveReward, { entryId });
  await expect(desk.door.run(giveReward, { entryId })).rejects.toMatchObject({
    code: 'reward-not-open',
  });
  const warning = await enter('warning');
  await desk.door.run(appealEntry, { entryId: warning.entryId, text: '不是广告' });
  const decide = { entryId: warning.entryId, outcome: 'withdrawn' as const, why: '看错了' };
  await desk.door.run(decideAppeal, decide);
  await expect(desk.door.run(decideAppeal, decide)).rejects.toMatchObject({
    code: 'rule-entry-decided',
  });
});

it('puts whoever is removed out of the group, and undo brings both back', async () => {
  await enter('removal');
  expect((await allRows(desk.db, 'memberships'))[0]?.leftAt).toBeDefined();
  await desk.door.undo();
  expect((await allRows(desk.db, 'memberships'))[0]?.leftAt).toBeUndefined();
  expect(await allRows(desk.db, 'ruleEntries')).toEqual([]);
});

it('enters the same for several people in one step, each once', async () => {
  const { door, db } = desk;
  let other = '';
  await door.run(
    commandOf(['members'], async (tx) => {
      other = tx.newId();
      await tx.create('members', { id: other, name: '李雷' });
    }),
    {},
  );
  const entry = { groupId: 'g', kind: 'reward' as const, what: '晒单', points: 10, isGiven: true };
  await door.run(addRuleEntries, { ...entry, memberIds: [memberId, other, memberId] });
  const rows = await allRows(db, 'ruleEntries');
  expect(rows.map((it) => it.memberId).sort()).toEqual([memberId, other].sort());
  expect(rows.every(({ givenAt }) => givenAt !== undefined)).toBe(true);
  await door.undo();
  expect(await allRows(db, 'ruleEntries')).toEqual([]);
});

it('orders some rules among themselves and leaves the others where they are', async () => {
  await desk.door.run(addReadyRules, { language: 'zh' });
  const order = async () =>
    (await allRows(desk.db, 'groupRules')).sort((a, b) => a.rank - b.rank).map(({ id }) => id);
  const [first = '', second = '', third = '', ...rest] = await order();
  await desk.door.run(orderGroupRules, { ruleIds: [third, first] });
  expect(await order()).toEqual([third, second, first, ...rest]);
});
