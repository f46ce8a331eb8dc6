import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { RunningHub } from '../../lib/sync/running-hub';
import { MembersScreen } from '../../pages/members-screen';
import { SyncScreen } from '../../pages/sync-screen';

test('two laptops join one workspace, and an edit on one shows on the other', async ({
  folder,
  startConsole,
}) => {
  const hub = await RunningHub.start(join(folder, 'hub'));
  try {
    const workspaceId = await hub.createWorkspace('滨江社群');
    const first = await startConsole({ dataFolder: join(folder, 'first') });
    const people = new MembersScreen(first.page);
    await people.open();
    await people.add('林晚晴', '13800000001');
    await expect(people.rows).toHaveCount(1);

    const firstSync = new SyncScreen(first.page);
    await firstSync.join(hub.url, await hub.invite(workspaceId, 'owner'), '店长的电脑');
    await firstSync.hasAgreed();

    const second = await startConsole({ dataFolder: join(folder, 'second') });
    const secondSync = new SyncScreen(second.page);
    await secondSync.join(hub.url, await hub.invite(workspaceId, 'leader'), '小组长的电脑');
    await secondSync.hasAgreed();
    const others = new MembersScreen(second.page);
    await others.open();
    await expect(others.rows).toHaveCount(1);
    await expect(others.rows).toContainText('林晚晴');

    await people.open();
    await people.add('周小满', '13800000002');
    await expect(others.rows).toHaveCount(2);
    await others.open();
    await others.add('何知远', '13800000003');
    await expect(people.rows).toHaveCount(3);
    await firstSync.hasAgreed();
    await secondSync.hasAgreed();
  } finally {
    await hub.kill();
  }
});
