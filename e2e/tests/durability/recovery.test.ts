import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { workByHand } from '../../lib/fill-console';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { SettingsScreen } from '../../pages/settings-screen';
import { StartupScreen } from '../../pages/startup-screen';

const databaseOf = (dataFolder: string) => join(dataFolder, 'IndexedDB');

test('a deleted database comes back whole from the journal alone', async ({ startFilled }) => {
  const running = await startFilled();
  await workByHand(running);
  const before = await readStoredState(running);
  expect(countsOf(before)).toMatchObject({ members: 300, orders: 1500, sopRuns: 1 });
  await running.quit();
  await rm(databaseOf(running.dataFolder), { recursive: true });
  await rm(join(running.dataFolder, 'backups'), { recursive: true });

  await running.start();
  const screen = new StartupScreen(running.page);
  await expect(screen.recovery).toContainText('数据库是空的');
  await screen.recover();
  const after = await readStoredState(running);
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after).toEqual(before);

  await running.restart();
  await running.isReady('today');
  await expect(new StartupScreen(running.page).recovery).toHaveCount(0);
});

test('after a kill and a deleted database, backup and journal together bring everything back', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const settings = new SettingsScreen(running.page);
  await settings.openBackups();
  await running.page.getByTestId('backup-now').click();
  await expect(running.page.getByTestId('toast').filter({ hasText: '已备份' })).toBeVisible();
  await workByHand(running);
  const before = await readStoredState(running);
  await running.kill();
  await rm(databaseOf(running.dataFolder), { recursive: true });

  await running.start();
  const screen = new StartupScreen(running.page);
  await expect(screen.recovery).toContainText('最近的备份');
  await screen.recover();
  const after = await readStoredState(running);
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after).toEqual(before);
});

test('a restored state outlives a database that is lost the moment after', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const settings = new SettingsScreen(running.page);
  await settings.openBackups();
  await running.page.getByTestId('backup-now').click();
  const manual = running.page.getByTestId('backup-row').filter({ hasText: '手动' });
  await expect(manual).toHaveCount(1);
  await workByHand(running);
  await settings.openBackups();
  await settings.restore(manual);
  await settings.open();
  await settings.renameWorkspace('恢复之后');
  const before = await readStoredState(running);
  await running.quit();
  await rm(databaseOf(running.dataFolder), { recursive: true });

  await running.start();
  await new StartupScreen(running.page).recover();
  const after = await readStoredState(running);
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after).toEqual(before);
});

test('a database older than the journal is caught up, and goes on from there', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  await running.quit();
  const copy = join(folder, 'older-database');
  await cp(databaseOf(running.dataFolder), copy, { recursive: true });

  await running.start();
  await workByHand(running);
  const before = await readStoredState(running);
  await running.quit();
  await rm(databaseOf(running.dataFolder), { recursive: true });
  await cp(copy, databaseOf(running.dataFolder), { recursive: true });

  await running.start();
  const screen = new StartupScreen(running.page);
  await expect(screen.recovery).toContainText('数据库比日志旧');
  await screen.recover();
  const after = await readStoredState(running);
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after).toEqual(before);

  const settings = new SettingsScreen(running.page);
  await settings.open();
  await settings.renameWorkspace('恢复之后');
  await running.restart();
  await running.isReady('today');
  expect((await readStoredState(running)).workspace).toMatchObject([{ name: '恢复之后' }]);
});
