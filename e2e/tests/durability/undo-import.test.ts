import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import type { SampleFiles } from '../../lib/sample-files';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { MembersScreen } from '../../pages/members-screen';
import { OrdersScreen } from '../../pages/orders-screen';

async function step(page: Page, handle: 'undo' | 'redo'): Promise<void> {
  await page.getByTestId(handle).click();
}

async function expectTotals(running: RunningConsole, totals: Record<string, number>) {
  const members = new MembersScreen(running.page);
  await members.open();
  if (totals.members === 0) await expect(members.rows).toHaveCount(0);
  else await expect(members.total).toHaveText(String(totals.members));
  const orders = new OrdersScreen(running.page);
  await orders.open();
  await expect(orders.total).toHaveText(String(totals.orders));
  await expect(orders.gmvFen).toHaveText(String(totals.gmvFen));
}

const totalsOf = ({ truth }: SampleFiles) => ({
  members: truth.members.afterBothImports,
  orders: truth.orders.count,
  gmvFen: truth.orders.gmvFen,
});

test('two imports are undone after a restart, and brought back after another', async ({
  startFilled,
  filled,
}) => {
  const { files } = filled;
  const running = await startFilled();
  const imported = await readStoredState(running);
  await expectTotals(running, totalsOf(files));

  await running.restart();
  await running.isReady('today');
  await step(running.page, 'undo');
  await expect.poll(() => running.countRows('orders')).toBe(0);
  await expectTotals(running, { members: files.truth.members.roster, orders: 0, gmvFen: 0 });
  await step(running.page, 'undo');
  await expect.poll(() => running.countRows('members')).toBe(0);
  expect(countsOf(await readStoredState(running))).toMatchObject({ memberStats: 0, members: 0 });

  await running.restart();
  await running.isReady('today');
  await step(running.page, 'redo');
  await expect.poll(() => running.countRows('members')).toBe(files.truth.members.roster);
  await step(running.page, 'redo');
  await expect.poll(() => running.countRows('orders')).toBe(files.truth.orders.count);
  const back = await readStoredState(running);
  expect(countsOf(back)).toEqual(countsOf(imported));
  expect(back).toEqual(imported);
  await expectTotals(running, totalsOf(files));
});
