import { parseRelays } from '@shared/domain/relay/parse-relay';
import { planRelay, type RelayChoices } from '@shared/domain/relay/relay-plan.rules';
import { beforeEach, describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import { RelayDesk } from '@/workers/relay/relay-desk';
import { draftsOf } from './draft.rules';
import { commitRelay } from './relay.commands';

const HEAD = '#接龙\n周五水果团\nA 苹果 39.9元\nB 梨 29.9元\n\n';
const AT = Date.UTC(2026, 10, 22, 4);

let world: Awaited<ReturnType<typeof openTestDoor>>;
beforeEach(async () => {
  world = await openTestDoor();
});

async function addMember(name: string, fields: object = {}): Promise<string> {
  return world.door.run(
    commandOf(['members'], async (tx) => {
      const id = tx.newId();
      await tx.create('members', { id, name, ...fields });
      return id;
    }),
    {},
  ) as Promise<string>;
}

/** What a paste does from text to commit, whoever is only likely counted as new. */
async function paste(list: string, target: RelayChoices['target'] = 'orders') {
  const [relay] = parseRelays(HEAD + list);
  if (!relay) throw new Error('no list');
  const known = await new RelayDesk(async () => world.db).look(relay.entries, relay.title);
  const drafts = draftsOf(relay, known);
  const prices = new Map(relay.products.map(({ name, priceFen = 0 }) => [name, priceFen]));
  const choices: RelayChoices = { title: relay.title, target, prices, at: AT, status: 'paid' };
  const rows = drafts.map(({ row }) =>
    row.place.kind === 'open' ? { ...row, place: { kind: 'new' } as const } : row,
  );
  const { writes } = planRelay(rows, choices, known);
  const { batchId } = (await world.door.run(commitRelay, {
    kind: target === 'orders' ? 'orders' : 'interactions',
    title: relay.title,
    fileName: relay.title,
    fileHash: list,
    writes,
  })) as { batchId: string };
  return { batchId, counts: writes.counts, places: drafts.map(({ row }) => row.place.kind) };
}

const state = async () =>
  JSON.stringify(
    await Promise.all(
      (['members', 'orders', 'memberStats', 'interactions'] as const).map((entity) =>
        allRows(world.db, entity),
      ),
    ),
  );

describe('a committed 接龙', () => {
  it('gives known members their orders and makes the others members', async () => {
    const mei = await addMember('小美', { phone: '+8613800138000' });
    const { counts, places } = await paste(
      '1. 美美 苹果+2 13800138000\n2. 阿强 梨+1\n3. 静静 取消',
    );
    expect(places).toEqual(['member', 'new', 'new']);
    expect(counts).toMatchObject({ create: 2, rejected: 1, total: 3, newMembers: 1 });
    const orders = await allRows(world.db, 'orders');
    expect(orders.map(({ externalNo, amountFen }) => [externalNo, amountFen])).toEqual([
      ['1', 7980],
      ['2', 2990],
    ]);
    expect(orders[0]?.memberId).toBe(mei);
    const stats = await allRows(world.db, 'memberStats');
    expect(stats.map(({ amountFen }) => amountFen).sort()).toEqual([2990, 7980]);
  });

  it('is updated by a longer copy, which asks for nobody again', async () => {
    await paste('1. 小美 苹果+1\n2. 阿强 梨+1');
    const { counts, places } = await paste('1. 小美 苹果+2\n2. 阿强 梨+1\n3. 李姐 梨+1');
    expect(places).toEqual(['member', 'member', 'new']);
    expect(counts).toMatchObject({ create: 1, update: 1, unchanged: 1 });
    expect((await allRows(world.db, 'orders')).map(({ amountFen }) => amountFen)).toEqual([
      7980, 2990, 2990,
    ]);
    expect((await allRows(world.db, 'members')).length).toBe(3);
  });

  it('leaves nothing behind when it is taken back, neither new rows nor changes', async () => {
    await addMember('小美');
    const empty = await state();
    const first = await paste('1. 小美 苹果+1\n2. 阿强 梨+1');
    const before = await state();
    const second = await paste('1. 小美 苹果+5\n2. 阿强 取消\n3. 李姐 梨+1');
    expect(await state()).not.toBe(before);
    await world.door.undoBatch(second.batchId);
    expect(await state()).toBe(before);
    await world.door.undoBatch(first.batchId);
    expect(await state()).toBe(empty);
    const batches = await allRows(world.db, 'importBatches');
    expect(batches.every(({ undoneAt }) => undoneAt !== undefined)).toBe(true);
  });

  it('as a sign-up counts heads once, however often it is pasted', async () => {
    await paste('1. 小美\n2. 阿强 2大1小', 'signUp');
    const again = await paste('1. 小美\n2. 阿强 2大2小', 'signUp');
    expect(again.counts).toMatchObject({ unchanged: 1, update: 1, newMembers: 0 });
    const events = await allRows(world.db, 'interactions');
    expect(events.map(({ kind, value }) => [kind, value])).toEqual([
      ['signUp', 1],
      ['signUp', 4],
    ]);
  });
});
