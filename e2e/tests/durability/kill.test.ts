import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { writeSampleFiles } from '../../lib/sample-files';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';
import { OrdersScreen } from '../../pages/orders-screen';

test('killed at once after an import is done, the console has every row at the next start', async ({
  startConsole,
  folder,
}) => {
  const { roster, orders, truth } = writeSampleFiles(join(folder, 'files'), {
    ...{ members: 2000, orders: 10_000, strangers: 50 },
  });
  const running = await startConsole();
  const screen = new ImportScreen(running.page);
  await screen.open();
  await screen.importFile('members', roster);
  await running.kill();

  await running.start();
  const members = new MembersScreen(running.page);
  await members.open();
  await expect(members.total).toHaveText('2000');
  expect(await running.countRows('members')).toBe(2000);
  const again = new ImportScreen(running.page);
  await again.open();
  await again.importFile('orders', orders);
  await running.kill();

  await running.start();
  const list = new OrdersScreen(running.page);
  await list.open();
  await expect(list.total).toHaveText(String(truth.orders.count));
  await expect(list.gmvFen).toHaveText(String(truth.orders.gmvFen));
  expect(await running.countRows('orders')).toBe(truth.orders.count);
  expect(await running.countRows('members')).toBe(truth.members.afterBothImports);
});

/** Moments of a commit at which the power goes, as shares of the time that it took once. */
const MOMENTS = [0, 0.15, 0.3, 0.45, 0.7];

test('killed in the middle of a commit, the console has all of it or nothing', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(180_000);
  const { orders, truth } = writeSampleFiles(join(folder, 'files'), {
    ...{ members: 2000, orders: 10_000, strangers: 50 },
  });
  let running = await startConsole({ dataFolder: join(folder, 'whole') });
  const planOrders = async () => {
    const screen = new ImportScreen(running.page);
    await screen.open();
    await screen.plan('orders', orders);
    return screen;
  };
  const startFresh = async (name: string) => {
    await running.kill();
    running = await startConsole({ dataFolder: join(folder, name) });
  };

  const first = await planOrders();
  const startedAt = Date.now();
  await first.commit();
  const commitMs = Date.now() - startedAt;
  const everything = countsOf(await readStoredState(running));
  expect(everything.orders).toBe(truth.orders.count);
  const nothing = Object.fromEntries(Object.keys(everything).map((store) => [store, 0]));
  await startFresh('killed');

  const seen: string[] = [];
  for (const share of MOMENTS) {
    await (await planOrders()).startCommit();
    // No wait for something to appear: the moment of the kill is what is tried out.
    await new Promise((resolve) => setTimeout(resolve, commitMs * share));
    await running.kill();

    await running.start();
    await running.isReady('today');
    const counts = countsOf(await readStoredState(running));
    const isStored = counts.orders !== 0;
    seen.push(isStored ? 'everything' : 'nothing');
    const when = `killed after ${Math.round(commitMs * share)} of ${commitMs} ms`;
    expect(counts, when).toEqual(isStored ? everything : nothing);
    const list = new OrdersScreen(running.page);
    await list.open();
    await expect(list.total, when).toHaveText(String(counts.orders));
    if (isStored) await startFresh(`killed-after-${share}`);
  }
  test.info().annotations.push({ type: 'seen', description: `${commitMs} ms: ${seen.join(', ')}` });
  expect(seen).toContain('nothing');
});
