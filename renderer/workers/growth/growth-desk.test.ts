import { DEFAULT_GROWTH } from '@shared/domain/growth/growth-settings.schema';
import { describe, expect, it } from 'vitest';
import { commandOf, openTestDoor } from '@/db/test-db';
import { ListService } from '../index/list-service';
import { PeopleService } from '../people/people-service';
import { GrowthDesk } from './growth-desk';

const DAY_MS = 86_400_000;

async function withPeople() {
  const { db, door } = await openTestDoor();
  const database = async () => db;
  const people = new PeopleService(database);
  const lists = new ListService(database);
  const desk = new GrowthDesk(database, people, lists);
  door.onCommit((op, entities) => {
    lists.onCommit(op, entities);
    people.onCommit(op, entities);
    desk.onCommit(op, entities);
  });
  const ids: string[] = [];
  await door.run(
    commandOf(['members', 'orders', 'interactions'], async (tx) => {
      for (let n = 0; n < 8; n += 1) {
        const memberId = tx.newId();
        ids.push(memberId);
        const joined = n % 2 === 0 ? { joinedAt: tx.now - 200 * DAY_MS } : {};
        await tx.create('members', { id: memberId, name: `成员${n}`, ...joined });
        for (let at = 0; at < n; at += 1) {
          await tx.create('orders', {
            id: tx.newId(),
            externalNo: `${n}-${at}`,
            memberId,
            orderedAt: tx.now - (at * 60 - 1) * DAY_MS - at,
            amountFen: 3000,
            refundFen: at === 2 ? 1000 : 0,
            status: at === 3 ? 'cancelled' : 'paid',
          });
          await tx.create('interactions', {
            id: tx.newId(),
            memberId,
            kind: at % 2 === 0 ? 'share' : 'ugc',
            at: tx.now - at * 40 * DAY_MS,
          });
        }
      }
    }),
    {},
  );
  const book = (memberId: string, points: number) =>
    door.run(
      commandOf(['growthEntries'], (tx) =>
        tx.create('growthEntries', {
          id: tx.newId(),
          memberId,
          kind: 'adjust',
          points,
          at: tx.now,
        }),
      ),
      {},
    );
  return { desk, ids, book, people };
}

describe('growth value in the data worker', () => {
  it('says the same of everybody as of each, before and after something was booked', async () => {
    const { desk, ids, book } = await withPeople();
    const check = async () => {
      const ledgers = await Promise.all(ids.map((id) => desk.ledgerOf(id)));
      const overview = await desk.overview();
      const sum = (of: (it: (typeof ledgers)[number]) => number) =>
        ledgers.reduce((total, it) => total + of(it), 0);
      expect(overview.members).toBe(8);
      expect(overview.balance).toBe(sum((it) => Math.max(0, it.balance)));
      expect(overview.pending).toBe(sum((it) => it.pending));
      expect(overview.expiring).toBe(sum((it) => it.expiring));
      expect(overview.levels.map((level) => level.n)).toEqual(
        overview.levels.map(({ key }) => ledgers.filter((it) => it.levelKey === key).length),
      );
      return overview.balance;
    };
    const before = await check();
    await book(ids[5] ?? '', 77);
    expect(await check()).toBe(before + 77);
  });

  it('finds the people of a level by its rule, and again after a booking moved somebody', async () => {
    const { desk, ids, book, people } = await withPeople();
    people.scoreSource = { load: async () => ({ level: await desk.levels() }) };
    const black = () => people.ids({ kind: 'level', isAny: ['black'] });
    expect(await black()).toEqual([]);
    await book(ids[1] ?? '', 5000);
    expect(await black()).toEqual([ids[1]]);
  });

  it('tells whom a draft of the rules would move without saving it', async () => {
    const { desk } = await withPeople();
    const { downgrade } = DEFAULT_GROWTH;
    const levels = [
      { key: 'plain', from: 0 },
      { key: 'silver', from: 1 },
    ];
    const trial = await desk.tryOut({ levels, downgrade });
    expect(trial.members).toBe(8);
    expect(trial.up + trial.down).toBe(trial.moves.reduce((sum, move) => sum + move.n, 0));
    expect(trial.moves.some(({ from, to }) => from === 'plain' && to === 'silver')).toBe(true);
    expect((await desk.overview()).isProposal).toBe(true);
  });
});
