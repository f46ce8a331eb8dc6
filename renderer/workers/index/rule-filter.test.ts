import type { Rule } from '@shared/domain/rules/rule.schema';
import { joinId } from '@shared/lib/record-ids';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import { commandOf, openTestDoor } from '@/db/test-db';
import { PeopleService } from '../people/people-service';
import { ListService } from './list-service';

const NOW = Date.UTC(2026, 10, 22, 2);
const bought: Rule = { kind: 'times', event: { of: 'order' }, times: { min: 1 } };

/** 王姐 bought, 李叔 carries the same tag by hand, 陈哥 does neither. */
async function openTown() {
  const { db, door } = await openTestDoor();
  const people = new PeopleService(async () => db, { now: () => NOW, isByItself: false });
  const lists = new ListService(async () => db, people);
  door.onCommit((op, entities, statsOf) => {
    lists.onCommit(op, entities, statsOf);
    people.onCommit(op, entities);
  });
  const write = (work: (tx: Tx) => Promise<void>) =>
    door.run(commandOf(['members', 'orders', 'tags', 'tagAssignments'], work), {});
  const [wang, li, chen] = [v7(), v7(), v7()];
  const orderOf = (memberId: string) => ({
    id: v7(),
    externalNo: '1',
    memberId,
    orderedAt: NOW,
    amountFen: 500,
  });
  await write(async (tx) => {
    await tx.create('tags', { id: 'buyer', name: '买过', rule: bought });
    for (const [id, name] of [
      [wang, '王姐'],
      [li, '李叔'],
      [chen, '陈哥'],
    ] as const) {
      await tx.create('members', { id, name });
    }
    await tx.create('orders', orderOf(wang));
    const hand = { memberId: li, tagId: 'buyer', at: NOW };
    await tx.create('tagAssignments', { id: joinId(li, 'buyer'), ...hand });
  });
  await people.bringTagsUp();
  const names = async (filter: object) =>
    (await lists.queryMembers({ filter, sort: 'newest', direction: 'asc' })).rows.map(
      ({ name }) => name,
    );
  return { lists, people, write, names, wang, li, chen, orderOf };
}

describe('members by rule', () => {
  it('are those who fit it now, together with other filters', async () => {
    const { names, write, chen, orderOf } = await openTown();
    expect(await names({ rule: bought })).toEqual(['王姐']);
    await write((tx) => tx.create('orders', orderOf(chen)));
    expect(await names({ rule: bought })).toEqual(['王姐', '陈哥']);
    expect(await names({ rule: bought, ids: [chen] })).toEqual(['陈哥']);
  });

  it('carry a tag by hand or by rule, and the list tells one from the other', async () => {
    const { names, lists } = await openTown();
    expect(await names({ tagIds: ['buyer'] })).toEqual(['王姐', '李叔']);
    const { rows } = await lists.queryMembers({ filter: { tagIds: ['buyer'] } });
    const told = rows.map(({ name, tagIds, ruleTagIds }) => [
      name,
      tagIds.includes('buyer'),
      ruleTagIds.includes('buyer'),
    ]);
    expect(told).toEqual([
      ['李叔', true, false],
      ['王姐', false, true],
    ]);
  });

  it('are counted once per tag, whichever way they carry it', async () => {
    const { lists, write, people, wang, chen, orderOf } = await openTown();
    await write(async (tx) => {
      const both = { memberId: wang, tagId: 'buyer', at: NOW };
      await tx.create('tagAssignments', { id: joinId(wang, 'buyer'), ...both });
    });
    const countOf = async () =>
      (await lists.memberFacets()).tags.find(({ value }) => value === 'buyer')?.count;
    expect(await countOf()).toBe(2);
    await write((tx) => tx.create('orders', orderOf(chen)));
    await people.bringTagsUp();
    expect(await countOf()).toBe(3);
  });

  it('show their figures anew after an order, and keep every other order of the list', async () => {
    const { lists, write, li, orderOf } = await openTown();
    const bySpent = async () =>
      (await lists.queryMembers({ sort: 'spent', direction: 'desc' })).rows.map(
        ({ name, amountFen }) => [name, amountFen],
      );
    expect((await bySpent())[0]).toEqual(['王姐', 500]);
    await lists.queryMembers({ sort: 'name', direction: 'asc' });
    await write(async (tx) => {
      await tx.create('orders', { ...orderOf(li), amountFen: 900 });
    });
    expect((await bySpent())[0]).toEqual(['李叔', 900]);
  });
});
