import { expect, test } from '../../fixtures';
import { disagreeOnName, startTwoLaptops } from '../../lib/sync/two-laptops';

const workspaceName = '.q-workspace';

test('of two names given at once the later stands everywhere, and one click takes the other', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(180_000);
  const team = await startTwoLaptops(folder, startConsole);
  try {
    await disagreeOnName(team);
    const { owner, leader } = team;
    for (const { running } of [owner, leader]) {
      await expect(running.page.locator(workspaceName)).toHaveText('滨江团购');
    }

    const { page } = owner.running;
    await owner.sync.chip.click();
    await page.getByTestId('sync-to-overwritten').click();
    const lost = page.getByTestId('overwritten-row');
    await expect(lost).toHaveCount(1);
    await expect(lost.getByTestId('overwritten-here')).toContainText('滨江团购');
    await expect(lost.getByTestId('overwritten-here')).toContainText('小组长的电脑');
    await expect(lost.getByTestId('overwritten-other')).toContainText('滨江鲜选');

    await lost.getByTestId('overwritten-take').click();
    await expect(lost).toHaveCount(0);
    for (const { running } of [owner, leader]) {
      await expect(running.page.locator(workspaceName)).toHaveText('滨江鲜选');
    }
    await page.getByTestId('undo').click();
    for (const { running } of [owner, leader]) {
      await expect(running.page.locator(workspaceName)).toHaveText('滨江团购');
    }
    await expect(lost).toHaveCount(1);
  } finally {
    await team.hub.kill();
  }
});
