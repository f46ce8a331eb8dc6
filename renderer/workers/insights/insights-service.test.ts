import { seededRandom } from '@shared/domain/insights/ltv/seeded-draw';
import type { CodeColumn } from '@shared/domain/people/people-columns';
import type { Rule } from '@shared/domain/rules/rule.schema';
import { describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { PeopleService } from '../people/people-service';
import { InsightsService } from './insights-service';

const DAY_MS = 86_400_000;
const PRODUCTS = ['有机青菜 500g', '网红蛋黄酥', '土鸡蛋 30枚', '抽纸'];

/** 300 people who order now and then over a year, ten who never did, and one order of tomorrow. */
async function community(people = 300) {
  const { db, door } = await openTestDoor();
  const service = new PeopleService(async () => db);
  const insights = new InsightsService(service, async () => db);
  door.onCommit((op, entities) => service.onCommit(op, entities));
  door.onCommit((op, entities) => insights.onCommit(op, entities));
  const random = seededRandom(people);
  const below = (n: number) => Math.floor(random() * n);
  const order = commandOf(['members', 'orders'], async (tx) => {
    for (let at = 0; at < people + 10; at += 1) {
      const memberId = tx.newId();
      await tx.create('members', { id: memberId, name: `成员${at}` });
      const orders = at < people ? 1 + below(below(4) * 4 + 1) : 0;
      const start = 300 * random();
      for (let no = 0; no < orders; no += 1) {
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: `${at}-${no}`,
          memberId,
          orderedAt: Math.floor(tx.now - DAY_MS * start * random() - 1000),
          amountFen: 1000 + 500 * (at % 7) + below(9000),
          refundFen: below(15) === 0 ? 20_000 : 0,
          lines: [{ product: PRODUCTS[below(PRODUCTS.length)] ?? '', quantity: 1 }],
        });
      }
      if (at === 0 && people > 0) {
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: 'tomorrow',
          memberId,
          orderedAt: tx.now + DAY_MS,
          amountFen: 1,
        });
      }
    }
  });
  await door.run(order, {});
  const set = (model: string, settings: unknown) =>
    door.run(
      commandOf(['modelSettings'], (tx) =>
        tx.create('modelSettings', { id: model, settings, changedAt: tx.now }),
      ),
      {},
    );
  const count = async (rule: Rule) => (await service.count(rule)).n;
  /** What each cell's rule finds, beside what the cell says. */
  const check = async (cells: readonly { n: number; rule: Rule }[]) => {
    const found = await Promise.all(cells.map(({ rule }) => count(rule)));
    expect(found).toEqual(cells.map(({ n }) => n));
    return cells.reduce((sum, { n }) => sum + n, 0);
  };
  return { door, service, insights, set, count, check };
}

describe('the models over a community', () => {
  it('give cells whose rules find exactly their people, through the people service', async () => {
    const { insights, check } = await community();
    const rfm = await insights.rfm();
    expect(rfm).toMatchObject({ buyers: 300, members: 310 });
    expect(rfm.notes).toEqual([{ code: 'future-orders', data: { n: 1 } }]);
    expect(await check(rfm.grid)).toBe(300);
    expect(await check(rfm.groups)).toBe(300);

    const quadrants = await insights.quadrants();
    expect(await check(quadrants.quadrants)).toBe(300);
    expect(await check([quadrants.withoutOrders])).toBe(10);
    expect(quadrants.points.length).toBe(300);

    const cohorts = await insights.cohorts();
    expect(await check(cohorts.cohorts.map(({ size, rule }) => ({ n: size, rule })))).toBe(300);
    await check([cohorts.retention7, cohorts.repurchase30]);

    const persona = await insights.persona();
    expect(await check(persona.cells)).toBe(persona.placed);
    await check([...persona.named, persona.inNoPersona]);
    expect(persona.bands.category.map(({ key }) => key)).toContain('organic');
  });

  it('name the people of the past by their ids', async () => {
    const { insights } = await community();
    const { movement } = await insights.rfm();
    for (const { from, to, n } of movement) {
      expect(await insights.idsOf({ of: 'movement', from, to })).toHaveLength(n);
    }
    const { repurchase30 } = await insights.cohorts();
    const of = (cameBack: boolean) =>
      insights.idsOf({ of: 'return', within: 'repurchase30', cameBack });
    expect(await of(true)).toHaveLength(repurchase30.k);
    expect(await of(false)).toHaveLength(repurchase30.n - repurchase30.k);
  });

  it('fit the value once, keep the fit for a small change, and say how it went', async () => {
    const { insights, door, service } = await community();
    const first = await insights.ltvFit();
    expect(first).toMatchObject({ customers: 300, fittedOn: 300 });
    expect(first.bgnbd?.r).toBeGreaterThan(0);
    expect(first.frequencies.reduce((sum, { actual }) => sum + actual, 0)).toBe(300);
    const [someone = ''] = await service.ids({ kind: 'all', of: [] });
    const orderOnce = commandOf(['orders'], (tx) =>
      tx.create('orders', {
        id: tx.newId(),
        externalNo: 'more',
        memberId: someone,
        orderedAt: tx.now - 1000,
        amountFen: 990_000,
      }),
    );
    const before = await insights.quadrants();
    await door.run(orderOnce, {});
    const after = await insights.quadrants();
    expect((await insights.ltvFit()).bgnbd).toEqual(first.bgnbd);
    const net = (answer: typeof before) =>
      answer.quadrants.reduce((sum, { netFen }) => sum + netFen, 0);
    expect(net(after)).toBe(net(before) + 990_000);
    await door.undo();
    expect(net(await insights.quadrants())).toBe(net(before));
  });

  it('answer from memory while nothing changes, and anew when settings do', async () => {
    const { insights, door, check, set } = await community();
    const first = await insights.rfm();
    expect(await insights.rfm()).toBe(first);
    await set('rfm', { scoresBy: 'manual', manualCuts: { f: [1, 2, 3, 4] } });
    const byHand = await insights.rfm();
    expect(byHand.cuts).toMatchObject({ r: [90, 60, 30, 14], f: [1, 2, 3, 4] });
    expect(await check(byHand.grid)).toBe(300);
    await door.undo();
    expect((await insights.rfm()).cuts).toEqual(first.cuts);
  });

  it('fall back to the defaults where settings are of a kind unknown here', async () => {
    const { insights, set } = await community(20);
    const first = await insights.rfm();
    await set('rfm', { scoresBy: 'oracle' });
    expect((await insights.rfm()).cuts).toEqual(first.cuts);
  });

  it('take the plain way when asked for, and say so', async () => {
    const { insights, set } = await community();
    await set('ltv', { way: 'plain' });
    const { ltvBy, notes } = await insights.quadrants();
    expect(ltvBy).toBe('plain');
    expect(notes[0]).toEqual({ code: 'asked-for-plain' });
  });

  it('hand levels of another desk through to the rules', async () => {
    const { insights, service, count } = await community(5);
    const columns = await service.columns();
    const levels: CodeColumn = { values: ['gold'], of: new Uint32Array(columns.n).fill(1) };
    insights.levels = async () => levels;
    expect(await count({ kind: 'level', isAny: ['gold'] })).toBe(15);
  });
});

describe('an empty community', () => {
  it('has answers that say that there is nobody', async () => {
    const { insights } = await community(0);
    const nobody = { code: 'no-buyers' };
    expect(await insights.rfm()).toMatchObject({ buyers: 0, members: 10, notes: [nobody] });
    expect(await insights.cohorts()).toMatchObject({ cohorts: [], notes: [nobody] });
    expect(await insights.quadrants()).toMatchObject({ buyers: 0, ltvBy: 'plain' });
    expect(await insights.ltvFit()).toMatchObject({ by: 'plain', customers: 0, notes: [nobody] });
    expect(await insights.persona()).toMatchObject({ placed: 0, cells: [] });
  });
});
