import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it, vi } from 'vitest';
import { allRows } from '../test-db';
import { beginPacks } from './begin-packs';
import { openRig, type PackLaptopRig, packFor, stored, take, write } from './pack-laptop.testing';
import { tryPack } from './take-pack';

vi.setConfig({ testTimeout: 30_000 });

const person = (name: string, id = uuidv7()) => ({
  id,
  name,
  phone: '+8613800138000',
  note: '爱吃橙子',
  identity: 'consumer' as const,
  source: 'import' as const,
  joinedAt: 1,
});

async function imports(rig: PackLaptopRig, n: number): Promise<string[]> {
  const batchId = uuidv7();
  const members = Array.from({ length: n }, (_, i) => ({ ...person(`成员${i}`), batchId }));
  await write(rig, async (tx) => {
    await tx.bulkCreate('members', members);
    await tx.bulkCreate(
      'orders',
      members.map(({ id: memberId }) => ({
        id: uuidv7(),
        externalNo: `N${memberId}`,
        memberId,
        orderedAt: 5,
        amountFen: 1000,
        refundFen: 0,
        status: 'paid' as const,
        lines: [{ product: '橙子', quantity: 1 }],
        receiverPhone: '13800138000',
        batchId,
      })),
    );
  });
  return members.map(({ id }) => id);
}

/** Two laptops of one workspace: the second took the whole of the first. */
async function two(n = 3): Promise<{ a: PackLaptopRig; b: PackLaptopRig; ids: string[] }> {
  const [a, b] = [await openRig('甲'), await openRig('乙')];
  const ids = await imports(a, n);
  await beginPacks(a, a.name);
  await take(b, await packFor(a));
  return { a, b, ids };
}

async function exchange(a: PackLaptopRig, b: PackLaptopRig): Promise<void> {
  await take(b, await packFor(a, b));
  await take(a, await packFor(b, a));
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? error,
  );

describe('handing over by packs', () => {
  it('begins with everything, pages of an import among it', async () => {
    const { a, b } = await two(1200);
    expect(await stored(b.db)).toEqual(await stored(a.db));
  });

  it('goes on with what was written since, either way, and agrees', async () => {
    const { a, b, ids } = await two();
    const [first = '', second = '', third = ''] = ids;
    await write(a, (tx) => tx.update('members', first, { region: '城东' }));
    await imports(b, 600);
    await write(b, async (tx) => {
      await tx.update('members', first, { channel: '地推' });
      await tx.remove('members', second);
      await tx.create('members', person('新来的'));
    });
    const pack = await packFor(a, b);
    expect(pack.header).toMatchObject({ isWhole: false, counts: { members: 1 }, gone: 0 });
    await exchange(a, b);
    expect(await stored(b.db)).toEqual(await stored(a.db));
    expect((await allRows(a.db, 'members')).length).toBe(603);
    const merged = (await allRows(a.db, 'members')).find(({ id }) => id === first);
    expect(merged).toMatchObject({ region: '城东', channel: '地推' });
    await b.door.undo();
    await write(a, (tx) => tx.update('members', third, { note: undefined }));
    await exchange(a, b);
    expect(await stored(b.db)).toEqual(await stored(a.db));
    expect((await allRows(a.db, 'members')).some(({ id }) => id === second)).toBe(true);
  });

  it('changes nothing the second time', async () => {
    const { a, b, ids } = await two();
    const pack = await (async () => {
      await write(a, (tx) => tx.update('members', ids[0] ?? '', { region: '城东' }));
      return packFor(a, b);
    })();
    await take(b, pack);
    const before = await stored(b.db);
    expect(await take(b, pack)).toMatchObject({ created: {}, changed: {}, gone: {}, lost: [] });
    expect(await stored(b.db)).toEqual(before);
  });

  it('tells what it would do, and which values would lose, without doing it', async () => {
    const { a, b, ids } = await two();
    const [id = ''] = ids;
    await write(b, (tx) => tx.update('members', id, { name: '乙写的' }));
    await write(a, (tx) => tx.update('members', id, { name: '甲写的' }));
    const before = await stored(b.db);
    const effect = await tryPack(b, await packFor(a, b), {});
    expect(effect).toMatchObject({ fit: 'goOn', created: {}, changed: { members: 1 }, gone: {} });
    expect(effect.lost).toMatchObject([{ entityId: id, field: 'name', value: '乙写的' }]);
    expect(await stored(b.db)).toEqual(before);
    await exchange(a, b);
    expect(await allRows(b.db, 'overwritten')).toMatchObject([{ value: '乙写的', field: 'name' }]);
    // The other laptop hears of it, although it never saw the value that lost.
    expect(await allRows(a.db, 'overwritten')).toMatchObject([{ value: '乙写的', field: 'name' }]);
  });

  it('brings along what a laptop had before, also what others had under the same id', async () => {
    const [a, b] = [await openRig('甲'), await openRig('乙')];
    await imports(a, 5);
    await imports(b, 700);
    const tag = (note: string, x?: string) => ({
      id: 'tag-same',
      name: '同名',
      color: 'teal',
      note,
      ...(x && { reason: x }),
    });
    for (const [rig, note] of [
      [a, '甲的'],
      [b, '乙的'],
    ] as const) {
      await write(rig, (tx) => tx.create('tags', tag(note) as never));
    }
    await beginPacks(a, a.name);
    await take(b, await packFor(a));
    expect((await allRows(b.db, 'members')).length).toBe(705);
    expect(await allRows(b.db, 'tags')).toMatchObject([{ note: '甲的' }]);
    await take(a, await packFor(b, a));
    expect(await stored(b.db)).toEqual(await stored(a.db));
  });

  it('goes round among three without two of them ever meeting', async () => {
    const { a, b, ids } = await two();
    const c = await openRig('丙');
    await take(c, await packFor(b));
    await write(a, (tx) => tx.update('members', ids[0] ?? '', { name: '甲改的' }));
    await imports(a, 4);
    await take(b, await packFor(a, b));
    await take(c, await packFor(b, c));
    expect(await stored(c.db)).toEqual(await stored(a.db));
  });
});

describe('packs that do not fit', () => {
  it('names the pack that is missing before this one', async () => {
    const { a, b, ids } = await two();
    const c = await openRig('丙');
    await take(c, await packFor(a));
    await write(a, (tx) => tx.update('members', ids[0] ?? '', { region: '城东' }));
    await take(b, await packFor(a, b));
    await write(a, (tx) => tx.update('members', ids[1] ?? '', { region: '城西' }));
    expect(await codeOf(take(c, await packFor(a, b)))).toBe('pack-gap');
    await take(c, await packFor(a, c));
    expect(await stored(c.db)).toEqual(await stored(a.db));
  });

  it('refuses its own, another workspace’s, and a difference without a beginning', async () => {
    const { a, b } = await two();
    const c = await openRig('丙');
    expect(await codeOf(take(a, await packFor(a)))).toBe('pack-own');
    expect(await codeOf(take(c, await packFor(a, b)))).toBe('pack-needs-beginning');
    await beginPacks(c, c.name);
    expect(await codeOf(take(c, await packFor(a)))).toBe('pack-other-workspace');
    const newer = await packFor(a, b);
    newer.header.schemaVersion += 1;
    expect(await codeOf(take(b, newer))).toBe('pack-newer');
  });

  it('takes nothing at all when it is stopped', async () => {
    const { a, b } = await two();
    await imports(a, 3);
    const before = await stored(b.db);
    const pack = await packFor(a, b);
    const taken = tryPack(b, pack, { isStopped: () => true });
    expect(await codeOf(taken)).toBe('pack-stopped');
    expect(await stored(b.db)).toEqual(before);
  });
});

describe('the volunteers’ edition', () => {
  it('holds no phone, address or note, and what comes back takes none away', async () => {
    const { a, b, ids } = await two();
    const v = await openRig('志愿者');
    const [id = '', other = ''] = ids;
    await write(a, (tx) => tx.update('members', id, { phone: '+8613900139000' }));
    const pack = await packFor(a, undefined, true);
    await take(v, pack);
    const people = await allRows(v.db, 'members');
    expect(people.length).toBe(3);
    for (const it of people) expect(it).not.toHaveProperty('phone');
    for (const it of await allRows(v.db, 'orders')) expect(it).not.toHaveProperty('receiverPhone');
    expect(JSON.stringify(await stored(v.db))).not.toContain('13900139000');
    await write(v, (tx) => tx.update('members', id, { region: '城南' }));
    await write(v, (tx) => tx.remove('members', other));
    await v.door.undo();
    await write(v, (tx) => tx.update('members', other, { region: '城北' }));
    await take(a, await packFor(v, a));
    const back = await allRows(a.db, 'members');
    expect(back.find((it) => it.id === id)).toMatchObject({
      region: '城南',
      phone: '+8613900139000',
      note: '爱吃橙子',
    });
    expect(back.find((it) => it.id === other)).toMatchObject({
      region: '城北',
      phone: '+8613800138000',
      note: '爱吃橙子',
    });
    await exchange(a, b);
    expect(await stored(b.db)).toEqual(await stored(a.db));
  });

  it('begins no leader’s laptop, and does not go into a full one', async () => {
    const { a, b } = await two();
    const leader = await openRig('组长');
    await imports(leader, 1);
    expect(await codeOf(take(leader, await packFor(a, undefined, true)))).toBe(
      'pack-masked-beginning',
    );
    expect(await codeOf(take(b, await packFor(a, b, true)))).toBe('pack-masked-into-full');
  });

  it('becomes a full laptop by a full pack', async () => {
    const { a } = await two();
    const v = await openRig('志愿者');
    await take(v, await packFor(a, undefined, true));
    await imports(a, 2);
    await take(v, await packFor(a, v, true));
    await take(v, await packFor(a, v));
    expect(await stored(v.db)).toEqual(await stored(a.db));
  });
});
