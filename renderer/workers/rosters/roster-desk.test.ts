import type { Identity } from '@shared/domain/members/member.schema';
import { joinId } from '@shared/lib/record-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import { commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '../index/list-service';
import { PeopleService } from '../people/people-service';
import { RosterDesk } from './roster-desk';

let door: Awaited<ReturnType<typeof openTestDoor>>['door'];
let desk: RosterDesk;

beforeEach(async () => {
  const opened = await openTestDoor();
  door = opened.door;
  const database = async () => opened.db;
  const people = new PeopleService(database, { isByItself: false });
  const lists = new ListService(database);
  desk = new RosterDesk(database, people, lists);
  door.onCommit((op, entities, statsOf) => {
    people.onCommit(op, entities);
    lists.onCommit(op, entities, statsOf);
    desk.onCommit(op, entities);
  });
});

const run = <T>(work: (tx: Tx) => Promise<T>) =>
  door.run(
    commandOf(['members', 'groups', 'memberships', 'interactions', 'rosterLists'], work),
    {},
  );

type Who = { name: string; identity?: Identity; phone?: string; wechatId?: string };
const someone = (who: Who) =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('members', { id, region: '杭州', identity: 'store', ...who });
    return id;
  });
const someGroup = (name: string, identity: Identity = 'store') =>
  run(async (tx) => {
    const id = tx.newId();
    await tx.create('groups', { id, name, identity, openedAt: 0 });
    return id;
  });
const join = (memberId: string, groupId: string, nickname: string, joinedAt = 1) =>
  run((tx) => {
    const id = joinId(memberId, groupId);
    return tx.create('memberships', { id, memberId, groupId, joinedAt, nickname });
  });

const plan = (groupId: string, text: string, more: object = {}) =>
  desk.plan({ groupId, day: '2026-11-23', text, decisions: [], ...more });

describe('a list in the data worker', () => {
  it('judges nicknames of consumers only by a template of their own', async () => {
    const violatorsIn = async (groupId: string) =>
      (await plan(groupId, '小芳\n小雷')).plan.violators.length;
    const [fang, lei] = [await someone({ name: '小芳' }), await someone({ name: '小雷' })];
    const groups = { shops: await someGroup('门店群'), buyers: await someGroup('C群', 'consumer') };
    for (const groupId of Object.values(groups)) {
      await join(fang, groupId, '小芳');
      await join(lei, groupId, '小雷');
    }
    expect(await violatorsIn(groups.shops)).toBe(2);
    expect(await violatorsIn(groups.buyers)).toBe(0);
    await run((tx) => tx.update('groups', groups.buyers, { nicknameTemplate: '{地区}-{姓名}' }));
    expect(await violatorsIn(groups.buyers)).toBe(2);
  });

  it('knows everybody, follows every change of theirs, and names whom it speaks of', async () => {
    const groupId = await someGroup('门店1群');
    const fang = await someone({ name: '王芳', wechatId: 'Fang_88' });
    const lei = await someone({ name: '李雷', phone: '+8613900135678' });
    await join(lei, groupId, '杭州-鲜果-李雷');
    const text = '昵称\t微信号\n芳芳\tfang_88\n韩梅\thanmei_1';
    const first = await plan(groupId, text);
    expect(first.plan.joined).toMatchObject([{ memberId: fang, by: 'wechatId' }]);
    expect(first.plan.left).toEqual([lei]);
    expect(first.plan.unknown).toEqual(['韩梅']);
    expect(first.faces[lei]).toEqual({ name: '李雷', phone: '+8613900135678', region: '杭州' });
    expect(first.inside).toBe(1);
    const mei = await someone({ name: '韩梅' });
    expect((await plan(groupId, text)).plan.joined.map((it) => it.memberId)).toEqual([fang, mei]);
    await run((tx) => tx.update('members', mei, { name: '韩美' }));
    expect((await plan(groupId, text)).plan.unknown).toEqual(['韩梅']);
    await run((tx) => tx.remove('members', mei));
    await door.undo();
    await door.undo();
    expect((await plan(groupId, text)).plan.unknown).toEqual([]);
    await expect(plan('nowhere', text)).rejects.toMatchObject({ code: 'group-not-found' });
  });

  it('says who is inside by the name they bear there', async () => {
    const groupId = await someGroup('门店1群');
    const fang = await someone({ name: '王芳' });
    const lei = await someone({ name: '李雷' });
    await join(fang, groupId, '杭州-小店-王芳', 2);
    await join(lei, groupId, '雷哥', 1);
    await run((tx) => tx.update('memberships', joinId(lei, groupId), { leftAt: 3 }));
    const { people, regions } = await desk.inside(groupId);
    expect(people).toMatchObject([{ memberId: fang, name: '王芳', nickname: '杭州-小店-王芳' }]);
    // One region on record is too few to call any other wrong.
    expect(regions).toEqual([]);
  });
});

describe('one person in several groups', () => {
  it('stays where the class fits, then where they are active, and dissolved groups do not count', async () => {
    const [stores, online, other, gone] = [
      await someGroup('门店1群'),
      await someGroup('网商1群', 'online'),
      await someGroup('门店2群'),
      await someGroup('旧群'),
    ];
    await run((tx) => tx.update('groups', gone, { phase: 'dissolved' }));
    const fang = await someone({ name: '王芳' });
    const lei = await someone({ name: '李雷' });
    await join(fang, online, '王芳', 1);
    await join(fang, stores, '王芳', 2);
    await join(fang, gone, '王芳', 2);
    await join(lei, stores, '李雷', 1);
    await join(lei, other, '李雷', 2);
    const now = 100 * 86_400_000;
    await run(async (tx) => {
      const acts = [
        [lei, other],
        [lei, other],
        [fang, stores],
      ] as const;
      for (const [memberId, groupId] of acts) {
        const id = tx.newId();
        await tx.create('interactions', { id, memberId, groupId, kind: 'question', at: now - 1 });
      }
    });
    const { total, places, rows } = await desk.overlaps(0, 10, now);
    expect([total, places]).toEqual([2, 4]);
    const adviceOf = (id: string) => rows.find((row) => row.memberId === id)?.advice;
    expect(adviceOf(fang)).toMatchObject({
      stayIn: stores,
      leave: [{ groupId: online, because: { kind: 'classFit' } }],
    });
    expect(adviceOf(lei)).toEqual({
      stayIn: other,
      leave: [{ groupId: stores, because: { kind: 'activity', here: 2, there: 0 } }],
    });
    await run((tx) => tx.update('memberships', joinId(lei, stores), { leftAt: now }));
    expect((await desk.overlaps(0, 10, now)).total).toBe(1);
  });
});
