import { readPlatformLimits } from '@shared/domain/limits/platform-limits';
import { beforeEach, expect, it } from 'vitest';
import { allRows, openTestDoor } from '@/db/test-db';
import { countLimitUse, savePlatformLimits } from './limits.commands';

let desk: Awaited<ReturnType<typeof openTestDoor>>;

beforeEach(async () => {
  desk = await openTestDoor();
});

const use = (more: { add?: number; count?: number; account?: string; day?: string }) =>
  desk.door.run(countLimitUse, {
    limit: 'friendRequests',
    day: '2026-03-02',
    account: '',
    ...more,
  });

it('counts by day and account, and takes back', async () => {
  await use({ add: 1 });
  await use({ add: 10 });
  expect(await use({ add: 1, account: '小号' })).toEqual({ count: 1 });
  expect(await use({ add: 1, day: '2026-03-03' })).toEqual({ count: 1 });
  expect(await use({ add: -30 })).toEqual({ count: 0 });
  await desk.door.undo();
  const rows = await allRows(desk.db, 'limitUses');
  expect(rows.find((row) => row.account === '' && row.day === '2026-03-02')?.count).toBe(11);
  await use({ count: 25 });
  expect(await use({ add: 1 })).toEqual({ count: 26 });
});

it('keeps the figures that the leader put in', async () => {
  const limit = { key: 'friendRequests' as const, perDay: 15, asOf: '2026-03-02' };
  await desk.door.run(savePlatformLimits, { limits: [limit] });
  const [row] = await allRows(desk.db, 'modelSettings');
  expect(readPlatformLimits(row?.settings).friendRequests).toMatchObject({
    perDay: 15,
    isOwn: true,
  });
  await desk.door.run(savePlatformLimits, { limits: [] });
  const [back] = await allRows(desk.db, 'modelSettings');
  expect(readPlatformLimits(back?.settings).friendRequests.isOwn).toBe(false);
});
