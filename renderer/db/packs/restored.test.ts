import { nextHlc } from '@shared/sync/clock';
import { v7 as uuidv7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { beginNewTimeline } from '../backup/snapshot';
import { inTransaction } from '../tables';
import { allRows } from '../test-db';
import { readProgress, writeProgress } from '../write/identity';
import { beginPacks, endPacks } from './begin-packs';
import { openRig, type PackLaptopRig, packFor, stored, take, write } from './pack-laptop.testing';
import { readPacks } from './packs-place';

vi.setConfig({ testTimeout: 30_000 });

const person = (name: string) => ({
  id: uuidv7(),
  name,
  identity: 'consumer' as const,
  source: 'manual' as const,
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: { code?: string }) => error.code ?? error,
  );

async function two(): Promise<[PackLaptopRig, PackLaptopRig]> {
  const [a, b] = [await openRig('甲'), await openRig('乙')];
  await write(a, (tx) => tx.create('members', person('张三')));
  await beginPacks(a, a.name);
  await take(b, await packFor(a));
  return [a, b];
}

it('goes on under a new id after a restore, and gets back what it had given away', async () => {
  const [a, b] = await two();
  await write(b, (tx) => tx.create('members', person('李四')));
  await take(a, await packFor(b, a));
  const old = (await readPacks(b.db))?.self ?? '';
  const who = await inTransaction(b.db, ['meta', 'outbox', 'opPayloads'], beginNewTimeline);
  b.door.become(who);
  await write(b, (tx) => tx.create('members', person('王五')));
  await take(a, await packFor(b, a));
  await take(b, await packFor(a, b));
  expect(await stored(b.db)).toEqual(await stored(a.db));
  expect((await readPacks(b.db))?.knowledge.whole[old]).toBeDefined();
  expect((await allRows(a.db, 'members')).length).toBe(3);
});

it('takes nothing of a laptop whose clock is far ahead, and says for how long', async () => {
  const [a, b] = await two();
  await inTransaction(a.db, ['meta'], async (within) => {
    const progress = await readProgress(within);
    const hlc = nextHlc(progress.hlc, Date.now() + 3_600_000, 'a');
    await writeProgress(within, { ...progress, hlc });
  });
  await write(a, (tx) => tx.create('members', person('李四')));
  const refused = await take(b, await packFor(a, b)).catch((error: { data: unknown }) => error);
  expect(refused).toMatchObject({ code: 'pack-clock-ahead', data: { minutes: 55 } });
});

it('is a laptop of its own again when it stops, and comes back by a whole pack', async () => {
  const [a, b] = await two();
  await endPacks(b);
  expect(await codeOf(take(b, await packFor(a)))).toBe('taken');
  await endPacks(b);
  await write(b, (tx) => tx.create('members', person('李四')));
  expect(await codeOf(packFor(b))).toBe('pack-not-sharing');
  await take(b, await packFor(a));
  await take(a, await packFor(b, a));
  expect((await allRows(a.db, 'members')).length).toBe(2);
  expect(await stored(b.db)).toEqual(await stored(a.db));
});
