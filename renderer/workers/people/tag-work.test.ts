import type { Rule } from '@shared/domain/rules/rule.schema';
import { joinId } from '@shared/lib/record-ids';
import { dayNumber } from '@shared/lib/time';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/command';
import { readTagState } from '@/db/derived/tag-results';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { BUYERS } from './people-data';
import { PeopleService } from './people-service';

const HOUR_MS = 3_600_000;
const MORNING = Date.UTC(2026, 10, 22, 2);
const ENTITIES = ['members', 'orders', 'tags', 'tagAssignments', 'workspace', 'segments'] as const;

const boughtWithin = (lastDays: number): Rule => ({
  kind: 'times',
  event: { of: 'order' },
  within: { lastDays },
  times: { min: 1 },
});

async function openTown() {
  const { db, door } = await openTestDoor();
  let now = MORNING;
  const open = () => {
    const service = new PeopleService(async () => db, { now: () => now, isByItself: false });
    door.onCommit((op, entities) => service.onCommit(op, entities));
    return service;
  };
  return {
    db,
    door,
    service: open(),
    open,
    pass: (hours: number) => {
      now += hours * HOUR_MS;
    },
    write: (work: (tx: Tx) => Promise<void>) => door.run(commandOf([...ENTITIES], work), {}),
  };
}

const member = (id: string) => ({ id, name: '客人', identity: 'consumer' as const });
const order = (memberId: string, orderedAt: number) => ({
  id: v7(),
  externalNo: '1',
  memberId,
  orderedAt,
  amountFen: 100,
});
const recent = { id: 'recent', name: '近三天', kind: 'behaviour' as const, rule: boughtWithin(3) };
const namesOf = async (service: PeopleService, id: string) =>
  (await service.tagsOf(id)).map(({ tagId }) => tagId);

describe('tags by rule', () => {
  it('are gained and lost as days pass, and the log tells when, for people known before', async () => {
    const { service, write, pass } = await openTown();
    const [old, fresh] = [v7(), v7()];
    await write(async (tx) => {
      await tx.create('tags', recent);
      await tx.create('members', member(old));
    });
    await service.bringTagsUp();
    expect(await namesOf(service, old)).not.toContain('recent');

    await write(async (tx) => {
      await tx.create('members', member(fresh));
      for (const id of [old, fresh]) await tx.create('orders', order(id, MORNING));
    });
    await service.bringTagsUp();
    const [mine] = (await service.tagsOf(old)).filter(({ tagId }) => tagId === 'recent');
    expect(mine).toMatchObject({ source: 'rule', since: Date.UTC(2026, 10, 21, 16) });
    const told = async (id: string) =>
      (await service.tagLogOf(id)).filter(({ tagId }) => tagId === 'recent');
    expect(await told(old)).toMatchObject([{ isOn: true, at: MORNING }]);
    expect(await told(fresh)).toEqual([]);

    pass(24);
    await service.bringTagsUp();
    const [kept] = (await service.tagsOf(old)).filter(({ tagId }) => tagId === 'recent');
    expect(kept?.since).toBe(Date.UTC(2026, 10, 21, 16));

    pass(48);
    await service.bringTagsUp();
    expect(await namesOf(service, old)).not.toContain('recent');
    expect((await told(old)).map(({ isOn }) => isOn)).toEqual([false, true]);
    expect((await told(fresh)).map(({ isOn }) => isOn)).toEqual([false]);
  });

  it('are there at once after a restart, and not worked out again while nothing changed', async () => {
    const { db, service, write, open, pass } = await openTown();
    const id = v7();
    await write(async (tx) => {
      await tx.create('tags', recent);
      await tx.create('members', member(id));
      await tx.create('orders', order(id, MORNING));
    });
    await service.bringTagsUp();
    const before = await readTagState(db);
    pass(1);
    const again = open();
    expect(await namesOf(again, id)).toContain('recent');
    await again.bringTagsUp();
    expect(await readTagState(db)).toEqual(before);
    pass(24 * 4);
    await again.bringTagsUp();
    expect((await readTagState(db))?.today).toBe(dayNumber('2026-11-26'));
  });

  it('follow what changes of facts that were not read, beside others that were', async () => {
    const { service, write, open, db } = await openTown();
    const id = v7();
    const tag = { id: 'hand', memberId: id, at: MORNING };
    const joined = joinId(id, 'hand');
    const carrier: Rule = { kind: 'tag', tagIds: ['hand'] };
    await write(async (tx) => {
      await tx.create('tags', { id: 'hand', name: '手工', kind: 'base' });
      await tx.create('tags', { id: 'carrier', name: '有标签', kind: 'behaviour', rule: carrier });
      await tx.create('members', member(id));
      await tx.create('tagAssignments', { ...tag, id: joined, tagId: 'hand' });
    });
    await service.bringTagsUp();
    const again = open();
    expect(await namesOf(again, id)).toContain('carrier');
    await again.columns(BUYERS);
    await write((tx) => tx.remove('tagAssignments', joined));
    await again.bringTagsUp();
    expect(await namesOf(again, id)).not.toContain('carrier');
    expect((await readTagState(db))?.seq).toBe(2);
  });

  it('leave out a rule that leads back to itself, and go on with the others', async () => {
    const { service, write } = await openTown();
    const id = v7();
    await write(async (tx) => {
      await tx.create('tags', { id: 'a', name: '甲', rule: { kind: 'tag', tagIds: ['b'] } });
      await tx.create('tags', { id: 'b', name: '乙', rule: { kind: 'tag', tagIds: ['a'] } });
      await tx.create('tags', recent);
      await tx.create('members', member(id));
      await tx.create('orders', order(id, MORNING));
    });
    const { failed, byRule } = await service.workOutTags();
    expect(failed.map(({ tagId, remark }) => [tagId, remark.code])).toEqual([
      ['a', 'circular'],
      ['b', 'circular'],
    ]);
    expect(byRule.recent).toBe(1);
    expect(byRule.a).toBeUndefined();
  });

  it('go with a rule that is switched off, and what was given by hand stays', async () => {
    const { service, write } = await openTown();
    const id = v7();
    await write(async (tx) => {
      await tx.create('tags', recent);
      await tx.create('members', member(id));
      await tx.create('orders', order(id, MORNING));
    });
    await service.bringTagsUp();
    await write(async (tx) => {
      await tx.update('tags', 'recent', { isOff: true });
      const by = { memberId: id, tagId: 'recent', at: MORNING };
      await tx.create('tagAssignments', { id: joinId(id, 'recent'), ...by });
    });
    await service.bringTagsUp();
    const own = (await service.tagsOf(id)).filter(({ tagId }) => tagId === 'recent');
    expect(own.map(({ source }) => source)).toEqual(['hand']);
    expect((await service.tagFigures()).byHand).toEqual({ recent: 1 });
  });

  it('of somebody who is gone are gone, in the results and in memory', async () => {
    const { db, door, service, write } = await openTown();
    const id = v7();
    await write(async (tx) => {
      await tx.create('tags', recent);
      await tx.create('members', member(id));
      await tx.create('orders', order(id, MORNING));
    });
    await service.bringTagsUp();
    await write((tx) => tx.remove('members', id));
    await service.bringTagsUp();
    expect(await allRows(db, 'memberTags')).toEqual([]);
    expect((await service.tagFigures()).byRule).toEqual({});
    await door.undo();
    await service.bringTagsUp();
    expect((await allRows(db, 'memberTags')).map((row) => row.id)).toEqual([id]);
    expect((await service.tagFigures()).byRule.recent).toBe(1);
  });

  it('of somebody who is erased are forgotten with all that was logged of them', async () => {
    const { db, door, service, write, pass } = await openTown();
    const [id, other] = [v7(), v7()];
    await write(async (tx) => {
      await tx.create('tags', recent);
      for (const who of [id, other]) {
        await tx.create('members', member(who));
        await tx.create('orders', order(who, MORNING));
      }
    });
    await service.bringTagsUp();
    pass(24 * 4);
    await service.bringTagsUp();
    expect(await service.tagLogOf(id)).not.toEqual([]);
    const erase = {
      ...commandOf([...ENTITIES], (tx) => tx.remove('members', id)),
      name: 'members.erase',
    };
    await door.run(erase, {});
    await expect.poll(() => service.tagLogOf(id)).toEqual([]);
    expect((await allRows(db, 'memberTags')).map((row) => row.id)).toEqual([other]);
    await service.bringTagsUp();
    expect((await allRows(db, 'memberTags')).map((row) => row.id)).toEqual([other]);
    expect(await service.tagLogOf(other)).not.toEqual([]);
  });

  it('of a member with very many tags by hand are worked out as for anybody', async () => {
    const { service, write } = await openTown();
    const id = v7();
    const count = 5000;
    await write(async (tx) => {
      await tx.create('tags', recent);
      await tx.create('members', member(id));
      await tx.create('orders', order(id, MORNING));
      for (let n = 0; n < count; n += 1) {
        const tagId = `t${n}`;
        await tx.create('tagAssignments', {
          id: joinId(id, tagId),
          memberId: id,
          tagId,
          at: MORNING,
        });
      }
    });
    const rule: Rule = { kind: 'tag', tagIds: ['t4999'] };
    expect(await service.ids(rule)).toEqual([id]);
    await write((tx) => tx.remove('tagAssignments', joinId(id, 't4999')));
    expect(await service.ids(rule)).toEqual([]);
    await service.bringTagsUp();
    expect((await service.tagsOf(id)).length).toBeGreaterThanOrEqual(count);
  });
});
