import { describe, expect, it } from 'vitest';
import { allRows, commandOf, openTestDoor } from '@/db/test-db';
import {
  adjustGrowth,
  cancelRedemption,
  redeemPrivilege,
  removePrivilege,
  saveGrowthRules,
  savePrivileges,
} from './growth-value.commands';

const DAY_MS = 86_400_000;

/** Wang registered now and ordered twice a month ago: 10 + 50 + 100 points. */
async function withWang(privilege: { stock?: number; levels?: string[]; isOff?: boolean } = {}) {
  const { db, door } = await openTestDoor();
  const memberId = await door.run(
    commandOf(['members'], async (tx) => {
      const id = tx.newId();
      await tx.create('members', { id, name: '王琳', joinedAt: tx.now });
      return id;
    }),
    {},
  );
  await door.run(
    commandOf(['orders'], async (tx) => {
      for (const n of [1, 2]) {
        await tx.create('orders', {
          id: tx.newId(),
          externalNo: `${n}`,
          memberId,
          orderedAt: tx.now - 30 * DAY_MS - n,
          amountFen: 5000,
        });
      }
    }),
    {},
  );
  await door.run(savePrivileges, {
    privileges: [{ name: '免运费', points: 60, costFen: 600, ...privilege }],
  });
  const [{ id: privilegeId } = { id: '' }] = await allRows(db, 'privileges');
  const redeem = () =>
    door.run(redeemPrivilege, { memberId, privilegeId, who: '王琳', what: '免运费' });
  const adjust = (points: number) =>
    door.run(adjustGrowth, { memberId, who: '王琳', points, reason: '补登' });
  const entries = async () => (await allRows(db, 'growthEntries')).map((it) => it.points);
  return { db, door, memberId, privilegeId, redeem, adjust, entries };
}

describe('growth value through the write door', () => {
  it('redeems until the balance is too small, and then says what is there', async () => {
    const { redeem, entries } = await withWang();
    expect(await redeem()).toMatchObject({ left: 100 });
    expect(await redeem()).toMatchObject({ left: 40 });
    await expect(redeem()).rejects.toMatchObject({
      code: 'growth-not-enough',
      data: { name: '王琳', balance: 40, points: 60 },
    });
    expect(await entries()).toEqual([-60, -60]);
  });

  it('undoes a redemption as a step, and takes one back long after', async () => {
    const { door, redeem, entries } = await withWang();
    await redeem();
    await door.undo();
    expect(await entries()).toEqual([]);
    const { entryId } = await redeem();
    const back = { entryId, who: '王琳', what: '免运费' };
    await door.run(cancelRedemption, back);
    expect(await entries()).toEqual([-60, 60]);
    await expect(door.run(cancelRedemption, back)).rejects.toMatchObject({
      code: 'redemption-gone',
    });
    expect(await redeem()).toMatchObject({ left: 100 });
  });

  it('gives no more than there are, and counts again what was taken back', async () => {
    const { door, redeem } = await withWang({ stock: 1 });
    const { entryId } = await redeem();
    await expect(redeem()).rejects.toMatchObject({ code: 'privilege-out-of-stock' });
    await door.run(cancelRedemption, { entryId, who: '王琳', what: '免运费' });
    await redeem();
  });

  it('keeps a privilege to its levels, and gives none that is off', async () => {
    const limited = await withWang({ levels: ['gold'] });
    await expect(limited.redeem()).rejects.toMatchObject({ code: 'privilege-not-for-level' });
    const off = await withWang({ isOff: true });
    await expect(off.redeem()).rejects.toMatchObject({ code: 'privilege-off' });
  });

  it('adjusts with a reason, never below zero', async () => {
    const { adjust, redeem } = await withWang();
    await expect(adjust(-161)).rejects.toMatchObject({ code: 'growth-below-zero' });
    expect(await adjust(-120)).toMatchObject({ balance: 40 });
    await expect(redeem()).rejects.toMatchObject({ code: 'growth-not-enough' });
    expect(await adjust(20)).toMatchObject({ balance: 60 });
    expect(await redeem()).toMatchObject({ left: 0 });
  });

  it('does not spend what is still pending', async () => {
    const { door, memberId, adjust, redeem } = await withWang();
    await adjust(-110);
    await door.run(
      commandOf(['orders'], (tx) =>
        tx.create('orders', {
          id: tx.newId(),
          externalNo: 'new',
          memberId,
          orderedAt: tx.now - DAY_MS,
          amountFen: 9900,
        }),
      ),
      {},
    );
    await expect(redeem()).rejects.toMatchObject({ data: { balance: 50 } });
  });

  it('deletes only privileges that nobody was given', async () => {
    const { db, door, privilegeId, redeem } = await withWang();
    const { entryId } = await redeem();
    const remove = { privilegeId, what: '免运费' };
    await expect(door.run(removePrivilege, remove)).rejects.toMatchObject({
      code: 'privilege-was-given',
    });
    await door.run(cancelRedemption, { entryId, who: '王琳', what: '免运费' });
    await expect(door.run(removePrivilege, remove)).rejects.toMatchObject({
      code: 'privilege-was-given',
    });
    await door.run(savePrivileges, { privileges: [{ name: '包邮', points: 10 }] });
    const other = (await allRows(db, 'privileges')).find((it) => it.name === '包邮');
    await door.run(removePrivilege, { privilegeId: other?.id ?? '', what: '包邮' });
    expect(await allRows(db, 'privileges')).toHaveLength(1);
  });

  it('counts the first setting up from the beginning, later changes from tomorrow on', async () => {
    const { door, adjust } = await withWang();
    const earning = {
      points: { register: 0, firstOrder: 5, repurchase: 1, share: 1, ugc: 1 },
      perDay: {},
      pendingDays: 0,
      expiryMonths: 12,
    };
    const levels = [{ key: 'plain', from: 0 }];
    await door.run(saveGrowthRules, { earning, levels, downgrade: 'follow' });
    expect(await adjust(1)).toEqual({ entryId: expect.any(String), balance: 7 });
    const generous = { ...earning, points: { ...earning.points, firstOrder: 500 } };
    await door.run(saveGrowthRules, { earning: generous, levels, downgrade: 'follow' });
    expect(await adjust(1)).toMatchObject({ balance: 8 });
  });
});
