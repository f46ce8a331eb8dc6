import { unpackIds } from '@shared/lib/pack-ids';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '@/workers/index/list-service';
import { PeopleService } from '@/workers/people/people-service';
import { TouchDesk } from '@/workers/touch/touch-desk';
import { changeTouchPlan, createTouchPlan, markTouched } from './touch.commands';

const DAY = 86_400_000;
/** Noon in the shop's zone. */
const NOW = Date.UTC(2026, 10, 20, 4);
const text = { zh: '', en: '' };
const stages = [
  { key: 'd1', day: 1, graceDays: 2, channel: 'sms' as const, label: text, text },
  { key: 'd7', day: 7, graceDays: 1, channel: 'wechat' as const, label: text, text },
];

let db: Awaited<ReturnType<typeof openTestDoor>>['db'];
let door: Awaited<ReturnType<typeof openTestDoor>>['door'];
let desk: TouchDesk;

function deskOver(): TouchDesk {
  const database = async () => db;
  const people = new PeopleService(database, { now: () => NOW, isByItself: false });
  const lists = new ListService(database);
  const made = new TouchDesk(database, people, lists);
  door.onCommit((op, entities, statsOf) => lists.onCommit(op, entities, statsOf));
  door.onCommit((op, entities) => people.onCommit(op, entities));
  door.onCommit((op, entities) => made.onCommit(op, entities));
  return made;
}

/** Members with one order each, so many days ago; undefined for none. */
const seed = (ages: (number | undefined)[], channel = '地推') =>
  door.run(
    commandOf(['members', 'orders', 'memberStats'], async (tx) => {
      const ids: string[] = [];
      for (const [n, age] of ages.entries()) {
        const memberId = tx.newId();
        ids.push(memberId);
        await tx.create('members', { id: memberId, name: `团员${n}`, source: 'manual', channel });
        if (age === undefined) continue;
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: `no ${memberId}`,
          memberId,
          orderedAt: NOW - age * DAY,
          amountFen: 1000,
          refundFen: n === 0 ? 1000 : 0,
          status: 'paid',
          lines: ['番茄', '黄瓜', '鸡蛋'].map((product) => ({ product, quantity: 1 })),
        });
      }
      return ids;
    }),
    {},
  ) as Promise<string[]>;

const plan = (more: object = {}) =>
  door
    .run(createTouchPlan, { name: '五阶', stages, startDay: '2026-11-01', ...more })
    .then((it) => (it as { planId: string }).planId);

beforeEach(async () => {
  ({ db, door } = await openTestDoor());
  desk = deskOver();
});

describe('the list of the day', () => {
  it('finds who is due, late and missed, and leaves out the future and who never ordered', async () => {
    await seed([1, 2, 4, 7, 9, -2, undefined, 40]);
    const planId = await plan();
    expect(await desk.overview()).toMatchObject({
      today: '2026-11-20',
      inFuture: 1,
      withoutOrder: 1,
      plans: [
        {
          planId,
          people: 5,
          held: 0,
          stages: [
            { key: 'd1', due: 1, overdue: 1, missed: 3 },
            { key: 'd7', due: 1, overdue: 0, missed: 1 },
          ],
        },
      ],
    });
    const due = await desk.list({ planId, stage: 'd1', state: 'due' }, 0, 10);
    expect(due).toMatchObject({
      total: 1,
      rows: [
        {
          name: '团员0',
          firstDay: '2026-11-19',
          dueDay: '2026-11-20',
          bought: '番茄、黄瓜…',
          isRefunded: true,
        },
      ],
    });
  });

  it('is done for a whole list at one stroke, undone at one, and equals a fresh look each time', async () => {
    await seed([2, 2, 2, 7]);
    await seed([2], '转介绍');
    const planId = await plan();
    const question = { planId, stage: 'd1', state: 'overdue' as const, channel: '地推' };
    const pick = await desk.pick(question);
    expect(pick.count).toBe(3);
    const same = async () => {
      const [kept, fresh] = [await desk.overview(), await deskOver().overview()];
      expect({ ...kept, tookMs: 0 }).toEqual({ ...fresh, tookMs: 0 });
      return kept.plans[0]?.stages[0];
    };
    expect(await same()).toMatchObject({ overdue: 4, done: 0 });
    const done = { planId, stage: 'd1', members: pick.members };
    expect(await door.run(markTouched, done)).toEqual({ marked: 3, skipped: 0 });
    expect(await same()).toMatchObject({ overdue: 1, done: 3 });
    await expect(door.run(markTouched, done)).rejects.toMatchObject({ code: 'touch-nobody' });
    await door.undo();
    expect(await same()).toMatchObject({ overdue: 4, done: 0 });
    await door.redo();
    await seed([1, undefined]);
    expect(await same()).toMatchObject({ due: 1, overdue: 1, done: 3 });
  });

  it('never lists whom the lot leaves alone, and keeps their lot when the share changes', async () => {
    const ids = await seed(Array.from({ length: 200 }, () => 2));
    const planId = await plan({ holdOut: { share: 0.3, seed: 5 } });
    const before = await desk.pick({ planId, stage: 'd1', state: 'overdue' });
    const held = (await desk.overview()).plans[0]?.held ?? 0;
    expect(held).toBeGreaterThan(30);
    expect(before.count + held).toBe(ids.length);
    await door.run(changeTouchPlan, { planId, holdOutShare: 0 });
    const after = await desk.pick({ planId, stage: 'd1', state: 'overdue' });
    expect(unpackIds(after.members)).toEqual(unpackIds(before.members));
  });

  it('puts nobody on two plans and touches nobody twice at one stage', async () => {
    const [first = ''] = await seed([2, 2]);
    const older = await plan();
    await door.run(markTouched, { planId: older, stage: 'd1', members: ` ${first}` });
    const newer = await plan({ name: '第二份' });
    const both = (await desk.overview()).plans;
    expect(both.map(({ people, elsewhere }) => [people, elsewhere])).toEqual([
      [2, 0],
      [0, 2],
    ]);
    await door.run(changeTouchPlan, { planId: older, isClosed: true });
    const [now] = (await desk.overview()).plans;
    expect(now).toMatchObject({ planId: newer, people: 2 });
    expect(now?.stages[0]).toMatchObject({ overdue: 1, done: 1 });
    await expect(
      door.run(markTouched, { planId: newer, stage: 'd1', members: ` ${first}` }),
    ).rejects.toMatchObject({ code: 'touch-nobody' });
  });

  it('tells that the clock was set back', async () => {
    const [first = ''] = await seed([2]);
    const planId = await plan();
    await door.run(
      commandOf(['touches'], (tx) =>
        tx.create('touches', {
          id: `${first}.${planId}.d1`,
          memberId: first,
          planId,
          stage: 'd1',
          at: NOW + 3 * DAY,
        }),
      ),
      {},
    );
    expect((await desk.overview()).isClockBack).toBe(true);
  });

  it('compares who was touched with who was not', async () => {
    const ids = await seed([12, 12, 12, 3]);
    const planId = await plan();
    await door.run(
      commandOf(['touches', 'orders', 'memberStats'], async (tx) => {
        const [memberId = ''] = ids;
        await tx.create('touches', {
          id: `${memberId}.${planId}.d1`,
          memberId,
          planId,
          stage: 'd1',
          at: NOW - 11 * DAY,
        });
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: 'again',
          memberId,
          orderedAt: NOW - 8 * DAY,
          amountFen: 1000,
          refundFen: 0,
          status: 'paid',
          lines: [],
        });
      }),
      {},
    );
    const { people, results } = await desk.results(planId);
    expect(people).toBe(4);
    expect(results[0]).toMatchObject({
      pending: 1,
      observed: { a: { k: 1, n: 1 }, b: { k: 0, n: 2 } },
    });
    await door.run(changeTouchPlan, { planId, isClosed: true });
    expect((await desk.results(planId)).results).toEqual(results);
  });
});

describe('a plan', () => {
  it('needs stages, each of its own key', async () => {
    await expect(plan({ stages: [] })).rejects.toMatchObject({ code: 'touch-no-stages' });
    const twice = [stages[0], stages[0]];
    await expect(plan({ stages: twice })).rejects.toMatchObject({ code: 'touch-same-stage' });
    expect(await allRows(db, 'touchPlans')).toEqual([]);
  });
});
