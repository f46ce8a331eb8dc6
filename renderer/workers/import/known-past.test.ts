import { entityNames } from '@shared/domain/registry';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConsoleDb } from '@/db/db';
import { commandOf, openTestDoor } from '@/db/test-db';
import type { WriteDoor } from '@/db/write/write-door';
import { withMergedKeys, withoutErased } from './known-past';
import { storedMembers, storedOrders } from './stored-records';

let db: ConsoleDb;
let door: WriteDoor;
const ids = { kept: '', other: '', order: '', erased: '' };
const moved = { orders: [], interactions: [], funnelEvents: [], riskEntries: [] };

beforeEach(async () => {
  ({ db, door } = await openTestDoor());
  await door.run(
    commandOf([...entityNames], async (tx) => {
      for (const key of ['kept', 'other', 'order', 'erased'] as const) ids[key] = tx.newId();
      const kept = { id: ids.kept, name: '王芳', phone: '+8613800138000' };
      await tx.create('members', kept);
      await tx.create('members', { id: ids.other, name: '李雷', phone: '+8613700137000' });
      const merge = (n: number, keptId: string, goneId: string, goneKeys: object, more = {}) => ({
        id: `m${n}`,
        keptId,
        goneId,
        kept: { ...kept, id: keptId },
        gone: { ...kept, id: goneId, ...goneKeys },
        result: kept,
        moved,
        at: n,
        ...more,
      });
      // The second went into a third, which went into the one who is there.
      await tx.create('memberMerges', merge(1, 'third', 'second', { phone: '+8613900139000' }));
      await tx.create('memberMerges', merge(2, ids.kept, 'third', { wechatId: 'old-wechat' }));
      const parted = { undoneAt: 4 };
      await tx.create('memberMerges', merge(3, ids.kept, 'x', { wechatId: 'parted' }, parted));
      await tx.create('orders', {
        id: ids.order,
        externalNo: 'E1',
        memberId: ids.erased,
        orderedAt: 1,
        amountFen: 100,
      });
      await tx.create('erasures', { id: ids.erased, at: 5 });
    }),
    {},
  );
});

describe('keys that merges gave up', () => {
  it('lead to the one who stands at the end of the merges', async () => {
    const members = await withMergedKeys(db, await storedMembers(db));
    const who = (key: 'phone' | 'wechatId', value: string) =>
      members.byKey(key, value).map((handle) => members.id(handle));
    expect(who('phone', '+8613900139000')).toEqual([ids.kept]);
    expect(who('wechatId', 'old-wechat')).toEqual([ids.kept]);
    expect(who('phone', '+8613700137000')).toEqual([ids.other]);
  });

  it('lead nowhere once the two were parted, or when nobody had them', async () => {
    const members = await withMergedKeys(db, await storedMembers(db));
    expect(members.byKey('wechatId', 'parted')).toEqual([]);
    expect(members.byKey('wechatId', 'nobody')).toEqual([]);
  });
});

it('an order of an erased person hears of money, not of the person', async () => {
  const orders = await withoutErased(db, await storedOrders(db, (number) => number === 'E1'));
  const handle = orders.byNumber('E1')[0] ?? -1;
  expect(orders.holds(handle, 'receiver', '欧阳小洁')).toBe(true);
  expect(orders.holds(handle, 'receiverPhone', '+8613812345678')).toBe(true);
  expect(orders.holds(handle, 'refundFen', 50)).toBe(false);
  expect(orders.holds(handle, 'amountFen', 100)).toBe(true);
});
