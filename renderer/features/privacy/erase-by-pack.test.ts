import { v7 as uuidv7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { beginPacks } from '@/db/packs/begin-packs';
import {
  openRig,
  type PackLaptopRig,
  packFor,
  stored,
  take,
  write,
} from '@/db/packs/pack-laptop.testing';
import { allRows } from '@/db/test-db';
import { eraseAgain, eraseMember } from './privacy.commands';

vi.setConfig({ testTimeout: 30_000 });

const PHONE = '+8613800138000';

async function open(name: string): Promise<PackLaptopRig> {
  const rig = await openRig(name);
  return {
    ...rig,
    eraseAgain: async (erasures) => {
      await rig.door.run(eraseAgain, { erasures });
    },
  };
}

/** Everything in the database, whatever it is kept for. */
async function everything({ db }: PackLaptopRig): Promise<string> {
  const tables = await Promise.all(db.tables.map((table) => table.toArray()));
  return JSON.stringify(tables, (_, value: unknown) =>
    value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
  );
}

it('forgets a person whom another laptop erased, and no pack on its way brings them back', async () => {
  const [a, b] = [await open('甲'), await open('乙')];
  const [id, other] = [uuidv7(), uuidv7()];
  const row = { identity: 'consumer' as const, source: 'manual' as const };
  await write(a, async (tx) => {
    await tx.create('members', { id, name: '张三丰', phone: PHONE, ...row });
    await tx.create('members', { id: other, name: '李四', ...row });
    await tx.create('orders', {
      id: uuidv7(),
      externalNo: 'N1',
      memberId: id,
      orderedAt: 5,
      amountFen: 1000,
      receiver: '张三丰',
      receiverPhone: PHONE,
    });
  });
  await beginPacks(a, a.name);
  await take(b, await packFor(a));
  await write(b, (tx) => tx.update('members', id, { note: '张三丰爱吃橙子' }));
  const underWay = await packFor(b, a);
  const whole = await packFor(b);

  await a.door.run(eraseMember, { memberId: id, keepRisk: false });
  await take(b, await packFor(a, b));
  for (const pack of [underWay, whole]) await take(a, pack);
  await take(a, await packFor(b, a));
  await take(b, await packFor(a, b));

  expect(await stored(b.db)).toEqual(await stored(a.db));
  for (const rig of [a, b]) {
    expect(await allRows(rig.db, 'members')).toMatchObject([{ id: other }]);
    const all = await everything(rig);
    expect(all).not.toContain('13800138000');
    expect(all).not.toContain('张三丰');
  }

  // Nor where they had never been.
  const c = await open('丙');
  await take(c, await packFor(a));
  await take(c, whole);
  expect(await allRows(c.db, 'members')).toMatchObject([{ id: other }]);
  const orders = await allRows(c.db, 'orders');
  for (const order of orders) expect(order).not.toHaveProperty('receiverPhone');
});
