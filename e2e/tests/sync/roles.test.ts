import { expect, test } from '../../fixtures';
import { holdTheSame, idOf, memberNamed } from '../../lib/sync/same-stores';
import { addPeople, editPerson, openPerson } from '../../lib/sync/team-work';
import { startTwoLaptops } from '../../lib/sync/two-laptops';
import { SettingsScreen } from '../../pages/settings-screen';

test('a role that is lowered refuses in a sentence and sets aside what was done before it was known; back, it goes on', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(120_000);
  const { hub, owner, leader } = await startTwoLaptops(folder, startConsole);
  try {
    await addPeople(owner, { 林晚晴: '13800000001' });
    await idOf(leader, '林晚晴');
    await owner.sync.changeRole('小组长的电脑', 'viewer');
    await leader.sync.hasRole('只读');
    const refused = await openPerson(leader, '林晚晴');
    await refused.edit('region', '城东');
    await expect(leader.running.page.getByText('你的角色是只读').first()).toBeVisible();
    await leader.running.page.screenshot({ path: test.info().outputPath('viewer-refused.png') });
    await leader.running.page.keyboard.press('Escape');
    await owner.sync.changeRole('小组长的电脑', 'leader');
    await leader.sync.hasRole('负责人');
    await editPerson(leader, '林晚晴', 'region', '城西');
    await holdTheSame(owner, leader);

    // Done as a leader while nobody hears of it; an assistant's by the time it is sent.
    await hub.kill();
    const settings = new SettingsScreen(leader.running.page);
    await settings.open();
    await settings.renameWorkspace('小组长起的名');
    await editPerson(leader, '林晚晴', 'channel', '小程序');
    await leader.running.quit();
    await hub.start();
    await owner.sync.syncNow();
    await owner.sync.hasAgreed();
    await owner.sync.changeRole('小组长的电脑', 'assistant');
    await leader.running.start();
    await leader.sync.hasAgreed();
    await leader.sync.openPart('aside');
    const { page } = leader.running;
    const aside = page.getByTestId('aside-row');
    await expect(aside).toHaveCount(1);
    await expect(aside).toContainText('小组长起的名');
    await expect(aside.getByRole('listitem')).toHaveCount(1);
    await page.screenshot({ path: test.info().outputPath('aside.png') });
    await holdTheSame(owner, leader);
    expect(await memberNamed(owner, '林晚晴')).toMatchObject({ channel: '小程序' });
    const [workspace] = await owner.running.rows('workspace');
    expect(workspace?.name).not.toBe('小组长起的名');

    await owner.sync.changeRole('小组长的电脑', 'leader');
    await leader.sync.hasRole('负责人');
    await leader.sync.openPart('aside');
    await aside.getByTestId('aside-again').click();
    await expect(aside).toHaveCount(0);
    await expect(owner.running.page.locator('.q-workspace')).toHaveText('小组长起的名');
    await holdTheSame(owner, leader);
  } finally {
    await hub.kill();
  }
});

test('a laptop whose access was taken back neither reads nor writes, keeps its data and says so; one that leaves keeps them too', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(120_000);
  const { hub, owner, leader } = await startTwoLaptops(folder, startConsole);
  try {
    await addPeople(owner, { 林晚晴: '13800000001' });
    await idOf(leader, '林晚晴');
    await holdTheSame(owner, leader);
    await owner.sync.revoke('小组长的电脑');
    await expect(leader.sync.chip).toHaveAttribute('data-state', 'error', { timeout: 30_000 });
    await addPeople(leader, { 周小满: '13800000002' });
    await expect(leader.sync.chip).toHaveAttribute('data-pending', '1');
    await addPeople(owner, { 何知远: '13800000003' });
    await owner.sync.hasAgreed();
    await leader.sync.chip.click();
    const panel = leader.running.page.getByTestId('sync-panel');
    await expect(panel).toContainText('同步权限已被收回');
    await leader.running.page.screenshot({ path: test.info().outputPath('revoked.png') });
    await panel.getByTestId('sync-now').click();
    await leader.running.page.keyboard.press('Escape');
    await expect(leader.sync.chip).toHaveAttribute('data-state', 'error');
    const names = async (laptop: typeof owner) =>
      (await laptop.running.rows('members')).map(({ name }) => name).sort();
    expect(await names(leader)).toEqual(['周小满', '林晚晴'].sort());
    expect(await names(owner)).toEqual(['何知远', '林晚晴'].sort());

    await leader.sync.leave();
    await expect(leader.sync.chip).toHaveAttribute('data-state', 'off');
    expect(await names(leader)).toEqual(['周小满', '林晚晴'].sort());
    await leader.running.restart();
    await leader.running.isReady('today');
    await expect(leader.sync.chip).toHaveAttribute('data-state', 'off');

    // In again by a new invite, with what was never sent.
    await leader.sync.joinByLink(await owner.sync.invite(), '小组长的电脑');
    await idOf(owner, '周小满');
    await holdTheSame(owner, leader);
  } finally {
    await hub.kill();
  }
});
