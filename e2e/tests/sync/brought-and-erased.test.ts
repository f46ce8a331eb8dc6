import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { backupsOf, journalOf } from '../../lib/damage';
import { RunningHub } from '../../lib/sync/running-hub';
import { holdTheSame, idOf, memberNamed } from '../../lib/sync/same-stores';
import { addPeople, editPerson } from '../../lib/sync/team-work';
import { type Laptop, openLaptop } from '../../lib/sync/two-laptops';
import { PrivacyScreen } from '../../pages/privacy-screen';

/** Whether a laptop's journal still says a word. */
async function journalSays({ running }: Laptop, word: string): Promise<boolean> {
  const folder = journalOf(running.dataFolder);
  for (const name of await readdir(folder)) {
    if ((await readFile(join(folder, name), 'utf8')).includes(word)) return true;
  }
  return false;
}

test('who joins brings their own data along; a person erased on one laptop is gone from the other and its past', async ({
  folder,
  startConsole,
}) => {
  test.setTimeout(120_000);
  const hub = await RunningHub.start(join(folder, 'hub'));
  try {
    const workspaceId = await hub.createWorkspace('滨江社群');
    const owner = await openLaptop(startConsole, join(folder, 'owner'));
    await addPeople(owner, { 林晚晴: '13800000001' });
    await owner.sync.join(hub.url, await hub.invite(workspaceId, 'owner'), '店长的电脑');
    const leader = await openLaptop(startConsole, join(folder, 'leader'));
    await addPeople(leader, { 周小满: '13800000002', 何知远: '13800000003' });
    await leader.sync.open();
    await expect(leader.running.page.getByTestId('sync-mode-bring')).toBeChecked();
    await leader.running.page.screenshot({ path: test.info().outputPath('bring.png') });
    await leader.sync.join(hub.url, await hub.invite(workspaceId, 'leader'), '小组长的电脑');
    await idOf(owner, '周小满');
    await idOf(leader, '林晚晴');
    await holdTheSame(owner, leader);

    await editPerson(leader, '周小满', 'groupNickname', '满满果园');
    await holdTheSame(owner, leader);
    const id = await idOf(owner, '周小满');
    expect(await journalSays(leader, '满满果园')).toBe(true);
    await new PrivacyScreen(owner.running.page).erase(id, '周小满', '本人微信提出');
    await expect.poll(() => memberNamed(leader, '周小满'), { timeout: 30_000 }).toBeUndefined();
    await holdTheSame(owner, leader);
    for (const laptop of [owner, leader]) {
      await expect.poll(() => journalSays(laptop, '满满果园'), { timeout: 30_000 }).toBe(false);
      const list = join(backupsOf(laptop.running.dataFolder), 'erasures.json');
      await expect.poll(() => readFile(list, 'utf8').catch(() => '')).toContain(id);
    }
    for (const laptop of [owner, leader]) {
      await laptop.running.restart();
      await laptop.running.isReady('today');
      expect(await memberNamed(laptop, '周小满')).toBeUndefined();
    }
    await new PrivacyScreen(leader.running.page).openRecords();
    await expect(leader.running.page.getByTestId('erasure-row')).toContainText('本人微信提出');
    await leader.running.page.screenshot({ path: test.info().outputPath('erased.png') });
    await holdTheSame(owner, leader);
  } finally {
    await hub.kill();
  }
});
