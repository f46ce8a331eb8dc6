import { figuresAt, periodsOfKind } from '@shared/domain/group-life/figure-table';
import { describe, expect, it } from 'vitest';
import { act, at, MINUTE, member, NOW, open, order, weekOf } from './life-desk.testing';

describe('the weeks of a group', () => {
  it('counts what was given to people, once, on its day and in its group', async () => {
    const world = await open();
    for (const id of ['g1', 'g2']) await world.group(id);
    const givenAt = at('2026-11-17T10:00');
    await world.run(async (tx) => {
      const reward = { groupId: 'g1', memberId: 'm1', kind: 'reward', what: '晒单', at: givenAt };
      const put = (more: object) =>
        tx.create('ruleEntries', { id: tx.newId(), ...reward, ...more } as never);
      await put({ amountFen: 1500, givenAt });
      // Only promised; withdrawn; without a cost.
      await put({ amountFen: 700 });
      const appeal = { text: '不是我', at: givenAt, outcome: 'withdrawn' };
      await put({ amountFen: 800, givenAt, appeal });
      await put({ points: 50, givenAt });
      await tx.create('kocs', { id: 'm1', state: 'active', since: 0, groupId: 'g2' });
      const gift = { memberId: 'm1', kind: 'goods', what: '一箱橙子', at: givenAt, givenAt };
      const give = (more: object) =>
        tx.create('kocIncentives', { id: tx.newId(), ...gift, ...more } as never);
      await give({ groupId: 'g1', amountFen: 2000 });
      await give({ amountFen: 4000 });
      // Of nobody's group.
      await give({ memberId: 'm2', amountFen: 9000 });
    });
    const table = await world.desk.board({ nowMs: NOW });
    expect(weekOf(table, 'g1', '2026-11-16')).toMatchObject({ rewards: 2, rewardFen: 3500 });
    expect(weekOf(table, 'g2', '2026-11-16')).toMatchObject({ rewards: 1, rewardFen: 4000 });
    expect(weekOf(table, 'g1', '2026-11-09')).not.toHaveProperty('rewardFen');
    await world.run(async (tx) => tx.update('kocs', 'm1', { groupId: undefined }));
    const later = await world.desk.board({ nowMs: NOW });
    expect(weekOf(later, 'g2', '2026-11-16')).not.toHaveProperty('rewardFen');
  });

  it('count who came, went, stayed and was active, and share an order among the buyer’s groups', async () => {
    const world = await open();
    await world.group('g1');
    await world.group('g2');
    const both = await member(world, ['g1', '2026-11-02T09:00'], ['g2', '2026-11-02T09:00']);
    const came = await member(world, ['g1', '2026-11-18T09:00']);
    await member(world, ['g1', '2026-11-02T09:00', '2026-11-19T09:00']);
    await order(world, both, '2026-11-17T10:00', { refundFen: 1000 });
    await order(world, came, '2026-11-17T10:00');
    await order(world, both, '2026-11-17T11:00', { status: 'cancelled' });
    await act(world, came, 'ugc', '2026-11-19T10:00', 'g1');
    await act(world, both, 'join', '2026-11-19T10:00', 'g2');
    const table = await world.desk.board({ nowMs: NOW });
    expect(weekOf(table, 'g1', '2026-11-16')).toMatchObject({
      members: 2,
      present: 3,
      joined: 1,
      left: 1,
      active: 2,
      orders: 0.5,
      gmvFen: 2500,
      ugc: 1,
      posts: 1,
    });
    expect(weekOf(table, 'g2', '2026-11-16')).toMatchObject({
      members: 1,
      active: 1,
      gmvFen: 2500,
    });
    const [seven = 0] = periodsOfKind(table, 'seven');
    expect(table.periods[seven]).toMatchObject({ from: '2026-11-18', to: '2026-11-24' });
    expect(figuresAt(table, 0, seven)).toMatchObject({ active: 1, left: 1 });
  });

  it('are grey, never zero, where nobody looked', async () => {
    const world = await open();
    await world.group('g1');
    const one = await member(world, ['g1', '2026-11-10T09:00']);
    await order(world, one, '2026-11-17T10:00');
    const table = await world.desk.board({ nowMs: NOW });
    expect(weekOf(table, 'g1', '2026-11-02')).toEqual({});
    const silent = weekOf(table, 'g1', '2026-11-09');
    expect(silent).toEqual({ members: 1, present: 1, joined: 1, left: 0, kocs: 0 });
    const week = weekOf(table, 'g1', '2026-11-16');
    expect([week.orders, week.messages, week.hours, week.planned, week.posts]).toEqual([
      1,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('hold what was written down: chats, questions, readings, actions and inputs', async () => {
    const world = await open();
    await world.group('g1');
    const day = '2026-11-17';
    const asked = at('2026-11-17T10:00');
    await world.run(async (tx) => {
      const own = { groupId: 'g1', day };
      const more = { messages: 30, speakers: 5, members: 80, joined: 3 };
      await tx.create('groupDays', { id: `g1.${day}`, ...own, ...more });
      await tx.create('groupInputs', { id: tx.newId(), ...own, kind: 'hours', hours: 2 });
      const priced = { kind: 'hours', hours: 1, amountFen: 4000 } as const;
      await tx.create('groupInputs', { id: tx.newId(), ...own, ...priced });
      await tx.create('groupInputs', { id: tx.newId(), ...own, kind: 'gift', amountFen: 900 });
      await tx.create('groupReadings', { id: tx.newId(), ...own, kind: 'known', n: 20, k: 12 });
      const action = { kind: 'topic', title: '怎么定价' } as const;
      await tx.create('friendActions', { id: tx.newId(), ...own, ...action });
      const question = { groupId: 'g1', text: '几点截单？', askedAt: asked };
      const answer = { state: 'answered', answeredAt: asked + 15 * MINUTE } as const;
      await tx.create('chatQuestions', { id: tx.newId(), ...question, ...answer });
      await tx.create('chatQuestions', { id: tx.newId(), ...question, state: 'open' });
      await tx.create('chatQuestions', { id: tx.newId(), ...question, state: 'ignored' });
    });
    const table = await world.desk.board({ nowMs: NOW });
    expect(weekOf(table, 'g1', '2026-11-16')).toEqual({
      members: 80,
      joined: 3,
      messages: 30,
      messageDays: 1,
      speakers: 5,
      speakerDays: 1,
      questions: 2,
      answered: 1,
      answerMinutes: 15,
      friendActions: 1,
      knownN: 20,
      knownK: 12,
      hours: 3,
      unpricedHours: 2,
      inputFen: 4900,
    });
    expect(weekOf(table, 'g1', '2026-11-23')).toEqual({
      friendActions: 0,
      hours: 0,
      unpricedHours: 0,
      inputFen: 0,
    });
  });

  it('tell what was planned, what went out in its slot, and what was reported of it', async () => {
    const world = await open();
    await world.group('g1');
    await world.group('g2');
    const sentAt = at('2026-11-17T07:00');
    await world.run(async (tx) => {
      await tx.create('contentColumns', {
        id: 'c1',
        name: '嘉宾推荐会',
        category: 'guide',
        perWeek: 2,
      });
      const item = { date: '2026-11-17', slot: 'morning', columnId: 'c1' } as const;
      const own = { speaker: 'member' as const, groupIds: ['g1', 'g2'] };
      await tx.create('contentItems', { id: 'i1', title: '定价', ...item, ...own });
      await tx.create('contentItems', { id: 'i2', title: '选品', ...item, groupIds: ['g1'] });
      const send = { itemId: 'i1', day: item.date, slot: item.slot, state: 'sent' } as const;
      await tx.create('contentSends', { id: 'i1.g1', groupId: 'g1', at: sentAt, ...send });
      const late = at('2026-11-17T09:30');
      await tx.create('contentSends', { id: 'i1.g2', groupId: 'g2', at: late, ...send });
      const report = { day: item.date, title: '定价', contentItemId: 'i1', reach: 100, opens: 40 };
      await tx.create('contentResults', { id: tx.newId(), ...report });
      const ofG1 = { groupId: 'g1', reach: 50, opens: 30 };
      await tx.create('contentResults', { id: tx.newId(), ...report, ...ofG1 });
    });
    const table = await world.desk.board({ nowMs: NOW });
    expect(weekOf(table, 'g1', '2026-11-16')).toEqual({
      planned: 2,
      inSlot: 1,
      late: 0,
      notSent: 1,
      cadenceDue: 2,
      cadenceMet: 1,
      reach: 50,
      opens: 30,
    });
    expect(weekOf(table, 'g2', '2026-11-16')).toMatchObject({ planned: 1, late: 1, opens: 40 });
    expect(await world.desk.contentOf({ groupId: 'g2', nowMs: NOW })).toMatchObject([
      { columnId: 'c1', speaker: 'member', pieces: 1, reported: 1, sharedReports: 1, opens: 40 },
    ]);
  });

  it('are the same for one group alone as on the board', async () => {
    const world = await open();
    await world.group('g1');
    await world.group('g2');
    const both = await member(world, ['g1', '2026-11-02T09:00'], ['g2', '2026-11-02T09:00']);
    await order(world, both, '2026-11-17T10:00');
    await act(world, both, 'ugc', '2026-11-18T10:00');
    const board = await world.desk.board({ nowMs: NOW });
    const alone = await world.desk.weeks({ groupId: 'g2', nowMs: NOW });
    board.periods.forEach((_, period) => {
      expect(figuresAt(alone, 0, period)).toEqual(figuresAt(board, 1, period));
    });
  });
});
