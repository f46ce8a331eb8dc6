import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { backupsOf, deleteDatabase, journalOf } from '../../lib/damage';
import type { Row, RunningConsole } from '../../lib/running-console';
import { PrivacyScreen } from '../../pages/privacy-screen';
import { SettingsScreen } from '../../pages/settings-screen';
import { StartupScreen } from '../../pages/startup-screen';

const PERSONAL = ['receiver', 'receiverPhone', 'address', 'note'];

/** A member with an order of their own. */
async function someBuyer(running: RunningConsole): Promise<Row> {
  const orders = await running.rows('orders');
  const members = await running.rows('members');
  const names = members.map((member) => member.name);
  const buyer = members.find(
    (member) =>
      orders.some(
        (order) =>
          order.memberId === member.id && PERSONAL.some((field) => order[field] !== undefined),
      ) && names.filter((name) => name === member.name).length === 1,
  );
  if (!buyer) throw new Error('the sample has no buyer');
  return buyer;
}

async function expectGone(running: RunningConsole, id: unknown, orders: number): Promise<void> {
  const members = await running.rows('members');
  expect(members.filter((member) => member.id === id)).toEqual([]);
  const own = (await running.rows('orders')).filter((order) => order.memberId === id);
  expect(own).toHaveLength(orders);
  for (const order of own) for (const field of PERSONAL) expect(order[field]).toBeUndefined();
}

async function journalText(dataFolder: string): Promise<string> {
  const texts: string[] = [];
  for (const name of await readdir(journalOf(dataFolder))) {
    texts.push(await readFile(join(journalOf(dataFolder), name), 'utf8'));
  }
  return texts.join('\n');
}

test('an erased member stays erased over a restart, the restore of an older copy and a lost database', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page, dataFolder } = running;
  const settings = new SettingsScreen(page);
  await settings.openBackups();
  await page.getByTestId('backup-now').click();
  const manual = page.getByTestId('backup-row').filter({ hasText: '手动' });
  await expect(manual).toHaveCount(1);
  const buyer = await someBuyer(running);
  const [id, name] = [buyer.id, String(buyer.name)];
  const before = await running.rows('orders');
  const orders = before.filter((order) => order.memberId === id).length;

  await new PrivacyScreen(page).erase(String(id), name, '本人微信提出');
  await expectGone(running, id, orders);
  const sum = (rows: Row[]) => rows.reduce((total, order) => total + Number(order.amountFen), 0);
  expect(sum(await running.rows('orders'))).toBe(sum(before));
  // The journal forgot everything up to a fresh copy that was read back.
  expect(await journalText(dataFolder)).not.toContain(name);
  const kept = JSON.parse(await readFile(join(backupsOf(dataFolder), 'erasures.json'), 'utf8'));
  expect(kept).toMatchObject([{ id, reason: '本人微信提出', orders }]);

  await running.restart();
  await running.isReady('today');
  await expectGone(running, id, orders);

  const again = new SettingsScreen(running.page);
  await again.openBackups();
  await again.restore(running.page.getByTestId('backup-row').filter({ hasText: '手动' }));
  await expectGone(running, id, orders);
  await new PrivacyScreen(running.page).openRecords();
  await expect(running.page.getByTestId('erasure-row')).toHaveCount(1);
  await expect(running.page.getByTestId('erasure-row')).toContainText('本人微信提出');

  // Also with nothing left but copies and journal, the moment after: the list beside them says who is
  // gone, and the restored state has a copy of its own by then.
  await running.quit();
  await deleteDatabase(dataFolder);
  await running.start();
  await new StartupScreen(running.page).recover();
  await expectGone(running, id, orders);
});
