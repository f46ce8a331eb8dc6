import { entityNames } from '@shared/domain/registry';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { dissolveGroup, reopenGroup } from './dissolve.commands';
import {
  dropTransferPlan,
  editTransferPlan,
  makeTransferPlan,
  tickDissolveCheck,
} from './transfer-plan.commands';
import { declineMove, inviteToMove, moveByPlan, redirectMove } from './transfer-steps.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;
const m = { a: '', b: '', c: '', d: '' };

/** The old group with four shops inside; a new one with two places; another for consumers. */
beforeEach(async () => {
  desk = await openTestDoor();
  await desk.door.run(
    commandOf(['members', 'groups', 'memberships'], async (tx) => {
      const group = (id: string, more: object) =>
        tx.create('groups', { id, name: id, identity: 'store', openedAt: 0, ...more });
      await group('old', { phase: 'late' });
      await group('new', { capacity: 2 });
      await group('buyers', { identity: 'consumer' });
      for (const key of ['a', 'b', 'c', 'd'] as const) {
        const memberId = tx.newId();
        m[key] = memberId;
        await tx.create('members', { id: memberId, name: `店主${key}`, identity: 'store' });
        await tx.create('memberships', {
          id: joinId(memberId, 'old'),
          memberId,
          groupId: 'old',
          joinedAt: 1,
          nickname: `杭州-${key}-店主`,
          ...(key === 'a' && { role: 'koc' }),
        });
      }
    }),
    {},
  );
});

const make = () =>
  desk.door.run(makeTransferPlan, {
    groupId: 'old',
    planned: [
      { memberId: m.a, toGroupId: 'new' },
      { memberId: m.b, toGroupId: 'new' },
      { memberId: m.c, toGroupId: 'new' },
      { memberId: m.a, toGroupId: 'new' },
    ],
    refused: [{ memberId: m.d, reason: 'groupFull' }],
  });

const states = async () => {
  const rows = await allRows(desk.db, 'transferItems');
  return Object.fromEntries(
    rows.map((row) => [Object.entries(m).find(([, id]) => id === row.memberId)?.[0], row.state]),
  );
};

const insideOf = async (groupId: string) =>
  (await allRows(desk.db, 'memberships'))
    .filter((row) => row.groupId === groupId && row.leftAt === undefined)
    .map((row) => row.memberId)
    .sort();

async function everything() {
  const kept = entityNames.filter((entity) => entity !== 'workspace');
  return Promise.all(kept.map((entity) => allRows(desk.db, entity)));
}

describe('a transfer plan', () => {
  it('brings people over with role and nickname, in and out at once', async () => {
    const { planId } = await make();
    expect(await states()).toEqual({ a: 'planned', b: 'planned', c: 'planned', d: 'refused' });
    await desk.door.run(inviteToMove, { planId, memberIds: [m.a, m.b, m.d] });
    // Nobody can be invited to nowhere.
    expect(await states()).toEqual({ a: 'invited', b: 'invited', c: 'planned', d: 'refused' });
    const before = await everything();
    const { outcomes } = await desk.door.run(moveByPlan, { planId, memberIds: [m.a] });
    expect(outcomes).toEqual([{ memberId: m.a, state: 'moved', toGroupId: 'new' }]);
    expect(await insideOf('new')).toEqual([m.a]);
    expect(await insideOf('old')).toEqual([m.b, m.c, m.d].sort());
    const there = (await allRows(desk.db, 'memberships')).find(
      (row) => row.id === joinId(m.a, 'new'),
    );
    expect(there).toMatchObject({ role: 'koc', nickname: '杭州-a-店主' });
    await desk.door.undo();
    expect(await everything()).toEqual(before);
  });

  it('refuses at the door and leaves the refused where they are', async () => {
    const { planId } = await make();
    await desk.door.run(redirectMove, { planId, memberIds: [m.d], toGroupId: 'buyers' });
    const memberIds = [m.a, m.b, m.c, m.d];
    const { outcomes } = await desk.door.run(moveByPlan, { planId, memberIds });
    expect(outcomes.slice(2)).toEqual([
      { memberId: m.c, state: 'refused', reason: 'groupFull' },
      { memberId: m.d, state: 'refused', reason: 'identityConflict' },
    ]);
    expect(await insideOf('old')).toEqual([m.c, m.d].sort());
    expect(await insideOf('buyers')).toEqual([]);
    // Who was moved is out of the plan's reach.
    const { declined } = await desk.door.run(declineMove, { planId, memberIds: [m.a, m.c] });
    expect(declined).toEqual([m.c]);
  });

  it('is one a group, can be edited and dropped, and takes no step afterwards', async () => {
    const { planId } = await make();
    await expect(make()).rejects.toMatchObject({ code: 'transfer-plan-exists' });
    await desk.door.run(editTransferPlan, { planId, invitation: '{昵称}，来新群吧' });
    expect((await allRows(desk.db, 'transferPlans'))[0]?.invitation).toBe('{昵称}，来新群吧');
    await desk.door.run(dropTransferPlan, { planId });
    await expect(desk.door.run(moveByPlan, { planId, memberIds: [m.a] })).rejects.toMatchObject({
      code: 'transfer-plan-over',
    });
    await make();
  });
});

describe('dissolving', () => {
  const tick = (planId: string, key: string) =>
    desk.door.run(tickDissolveCheck, { planId, key, isTicked: true });

  it('waits for what is open, then closes everything, and is undone whole', async () => {
    const { planId } = await make();
    await desk.door.run(
      commandOf(['ruleEntries', 'chatQuestions', 'groupRules'], async (tx) => {
        const own = { groupId: 'old', memberId: m.a, at: 1 };
        await tx.create('ruleEntries', { id: 'e1', ...own, kind: 'reward', what: '一箱橙子' });
        await tx.create('chatQuestions', {
          id: 'q1',
          groupId: 'old',
          text: '几点取货？',
          askedAt: 1,
          state: 'open',
        });
      }),
      {},
    );
    await expect(desk.door.run(dissolveGroup, { planId })).rejects.toMatchObject({
      code: 'dissolve-blocked',
      data: { count: 3 },
    });
    expect(await insideOf('old')).toHaveLength(4);
    for (const key of ['pendingRewards', 'openQuestions', 'notInvited']) await tick(planId, key);
    const before = await everything();
    expect(await desk.door.run(dissolveGroup, { planId })).toEqual({ closed: 4 });
    expect(await insideOf('old')).toEqual([]);
    const group = (await allRows(desk.db, 'groups')).find(({ id }) => id === 'old');
    expect(group?.phase).toBe('dissolved');
    expect((await allRows(desk.db, 'transferPlans'))[0]?.state).toBe('dissolved');
    const after = await everything();
    await desk.door.undo();
    expect(await everything()).toEqual(before);
    await desk.door.redo();
    expect(await everything()).toEqual(after);
  });

  it('waits for an appeal without a decision', async () => {
    const { planId } = await make();
    await tick(planId, 'notInvited');
    const appeal = { text: '不是广告', at: 2 };
    await desk.door.run(
      commandOf(['ruleEntries'], async (tx) => {
        const own = { groupId: 'old', memberId: m.a, at: 1, what: '发广告' };
        await tx.create('ruleEntries', { id: 'e1', ...own, kind: 'warning', appeal });
      }),
      {},
    );
    await expect(desk.door.run(dissolveGroup, { planId })).rejects.toMatchObject({
      code: 'dissolve-blocked',
      data: { name: 'old', count: 1 },
    });
    await desk.door.run(
      commandOf(['ruleEntries'], (tx) =>
        tx.update('ruleEntries', 'e1', { appeal: { ...appeal, outcome: 'stands', decidedAt: 3 } }),
      ),
      {},
    );
    expect(await desk.door.run(dissolveGroup, { planId })).toEqual({ closed: 4 });
  });

  it('can be taken back much later: only those it put out come back', async () => {
    const { planId } = await make();
    await desk.door.run(moveByPlan, { planId, memberIds: [m.a] });
    await desk.door.run(declineMove, { planId, memberIds: [m.b, m.c] });
    await desk.door.run(dissolveGroup, { planId });
    expect(await desk.door.run(reopenGroup, { groupId: 'old' })).toEqual({ back: 3 });
    expect(await insideOf('old')).toEqual([m.b, m.c, m.d].sort());
    expect(await insideOf('new')).toEqual([m.a]);
    const group = (await allRows(desk.db, 'groups')).find(({ id }) => id === 'old');
    expect(group).toMatchObject({ phase: 'late' });
    expect(group?.dissolvedAt).toBeUndefined();
    expect((await allRows(desk.db, 'transferPlans'))[0]?.state).toBe('inviting');
    await expect(desk.door.run(reopenGroup, { groupId: 'old' })).rejects.toMatchObject({
      code: 'group-not-dissolved',
    });
  });

  it('leaves who was moved in the very moment of dissolving in the new group', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_790_000_000_000 });
    try {
      const { planId } = await make();
      await desk.door.run(moveByPlan, { planId, memberIds: [m.a] });
      await desk.door.run(declineMove, { planId, memberIds: [m.b, m.c] });
      await desk.door.run(dissolveGroup, { planId });
      expect(await desk.door.run(reopenGroup, { groupId: 'old' })).toEqual({ back: 3 });
      expect(await insideOf('old')).toEqual([m.b, m.c, m.d].sort());
      expect(await insideOf('new')).toEqual([m.a]);
    } finally {
      vi.useRealTimers();
    }
  });
});
