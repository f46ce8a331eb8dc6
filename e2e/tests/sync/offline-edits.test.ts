import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { writeSampleFiles } from '../../lib/sample-files';
import { holdTheSame, idOf, memberNamed } from '../../lib/sync/same-stores';
import { addPeople, editPerson, openPerson } from '../../lib/sync/team-work';
import { startTwoLaptops } from '../../lib/sync/two-laptops';
import { GroupsScreen } from '../../pages/groups-screen';
import { ImportScreen } from '../../pages/import-screen';
import { SettingsScreen } from '../../pages/settings-screen';
import { TransferScreen } from '../../pages/transfer-screen';

const PEOPLE = { 林晚晴: '13800000001', 周小满: '13800000002', 何知远: '13800000003' };
const IMPORTED = 40;

test('what two laptops did apart comes together: edits, an import, two placements, a removal, over a power cut', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(120_000);
  const files = writeSampleFiles(join(folder, 'files'), { members: IMPORTED, orders: 150 });
  const team = await startTwoLaptops(folder, startConsole);
  const { hub, owner, leader } = team;
  try {
    await new GroupsScreen(owner.running.page).addAll(['城东 1 群', '城西 2 群']);
    await addPeople(owner, PEOPLE);
    await idOf(leader, '何知远');
    await holdTheSame(owner, leader);
    await hub.kill();

    // Different fields of one person, and one field of another.
    await editPerson(owner, '林晚晴', 'region', '城东');
    await editPerson(owner, '周小满', 'channel', '地推');
    await editPerson(leader, '林晚晴', 'channel', '小程序');
    await editPerson(leader, '周小满', 'channel', '老客转介');
    // Removed here, edited later there.
    await (await openPerson(owner, '何知远')).removeOpened();
    await editPerson(leader, '何知远', 'region', '城南');
    await new TransferScreen(owner.running.page).fillGroup('城东 1 群', ['林晚晴']);
    await new TransferScreen(leader.running.page).fillGroup('城西 2 群', ['林晚晴']);
    const screen = new ImportScreen(owner.running.page);
    await screen.open();
    await screen.importFile('members', files.roster);
    await screen.importFile('orders', files.orders);
    await expect(leader.sync.chip).toHaveAttribute('data-state', 'offline');
    const waiting = String(await leader.running.countRows('outbox'));
    expect(Number(waiting)).toBeGreaterThanOrEqual(4);
    await expect(leader.sync.chip).toHaveAttribute('data-pending', waiting);

    await leader.running.kill();
    await leader.running.start();
    await expect(leader.sync.chip).toHaveAttribute('data-pending', waiting);
    await hub.start();
    await holdTheSame(owner, leader);
    for (const laptop of [owner, leader]) {
      expect(await memberNamed(laptop, '林晚晴')).toMatchObject({
        region: '城东',
        channel: '小程序',
      });
      expect(await memberNamed(laptop, '周小满')).toMatchObject({ channel: '老客转介' });
      expect(await memberNamed(laptop, '何知远')).toBeUndefined();
      const stays = await laptop.running.rows('memberships');
      const id = await idOf(laptop, '林晚晴');
      expect(stays.filter(({ memberId, leftAt }) => memberId === id && !leftAt)).toHaveLength(2);
      expect(await laptop.running.countRows('members')).toBeGreaterThanOrEqual(IMPORTED);
      expect(await laptop.running.countRows('orders')).toBeGreaterThan(100);
    }

    const { page } = owner.running;
    await owner.sync.openPart('overwritten');
    const ofRemoved = page.getByTestId('overwritten-row').filter({ hasText: '记录已不在' });
    await expect(ofRemoved.getByTestId('overwritten-other')).toContainText('城南');
    const lost = page.getByTestId('overwritten-row').filter({ hasText: '周小满' });
    await expect(lost).toHaveCount(1);
    await expect(lost.getByTestId('overwritten-other')).toContainText('地推');
    await page.screenshot({ path: join(test.info().outputDir, 'overwritten.png') });
    await lost.getByTestId('overwritten-take').click();
    await expect.poll(async () => (await memberNamed(leader, '周小满'))?.channel).toBe('地推');
    await holdTheSame(owner, leader);

    await hub.kill();
    await new SettingsScreen(owner.running.page).open();
    await new SettingsScreen(owner.running.page).renameWorkspace('滨江鲜选');
    await expect(owner.sync.chip).toHaveAttribute('data-pending', '1');
    await hub.start();
    await holdTheSame(owner, leader);
  } finally {
    await hub.kill();
  }
});
