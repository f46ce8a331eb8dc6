import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';
import { SyncScreen } from '../../pages/sync-screen';

test('a leader hosts the hub in two clicks, another joins by its invite, and both survive a restart of the host', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(180_000);
  const host = await startConsole({ dataFolder: join(folder, 'host') });
  const hostSync = new SyncScreen(host.page);
  await hostSync.host('滨江社群', '店长的电脑');
  await hostSync.hasAgreed();
  const invite = await hostSync.invite();

  const guest = await startConsole({ dataFolder: join(folder, 'guest') });
  const guestSync = new SyncScreen(guest.page);
  await guestSync.joinByLink(invite, '小组长的电脑');
  await guestSync.hasAgreed();
  const guestPeople = new MembersScreen(guest.page);
  await guestPeople.open();
  await guestPeople.add('林晚晴', '13800000001');
  const hostPeople = new MembersScreen(host.page);
  await hostPeople.open();
  await expect(hostPeople.rows).toHaveCount(1);

  await host.quit();
  await expect(guestSync.chip).toHaveAttribute('data-state', 'offline', { timeout: 30_000 });
  await guestPeople.open();
  await guestPeople.add('周小满', '13800000002');
  await expect(guestSync.chip).toHaveAttribute('data-pending', '1');

  await host.start();
  await new SyncScreen(host.page).hasAgreed();
  await guestSync.hasAgreed();
  const again = new MembersScreen(host.page);
  await again.open();
  await expect(again.rows).toHaveCount(2);
});
