import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { SettingsScreen } from '../../pages/settings-screen';

const ready = '[data-testid=page-today][data-ready=true]';

test('a backup brings yesterday back, and the state before it is kept as well', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const settings = new SettingsScreen(page);
  await settings.open();
  await settings.renameWorkspace('昨天的名字');
  await settings.openBackups();
  await page.getByTestId('backup-now').click();
  await expect(page.getByTestId('backup-row')).toHaveCount(1);
  await settings.open();
  await settings.renameWorkspace('今天的名字');

  await settings.openBackups();
  await page.getByTestId('backup-restore').first().click();
  await page.getByTestId('backup-restore-confirm').click();
  await expect(page.locator('.q-workspace')).toHaveText('昨天的名字');
  await expect(page.getByTestId('toast')).toContainText('已恢复到所选的备份');
  await settings.openBackups();
  await expect(page.getByTestId('backup-row').filter({ hasText: '恢复之前' })).toHaveCount(1);
});

test('a lost database is rebuilt from the journal after a word from the user', async ({
  startConsole,
}) => {
  const first = await startConsole();
  const settings = new SettingsScreen(first.page);
  await settings.open();
  await settings.renameWorkspace('不能丢的名字');
  await first.quit();
  await rm(join(first.dataFolder, 'IndexedDB'), { recursive: true });

  const { page } = await startConsole();
  await page.getByTestId('recover-now').click();
  await page.locator(ready).waitFor();
  await expect(page.locator('.q-workspace')).toHaveText('不能丢的名字');
  await expect(page.getByTestId('toast')).toContainText('从日志补上了 1 步改动');
});

test('starting empty instead asks twice and keeps the journal aside', async ({ startConsole }) => {
  const first = await startConsole();
  const settings = new SettingsScreen(first.page);
  await settings.open();
  await settings.renameWorkspace('旧的名字');
  await first.quit();
  await rm(join(first.dataFolder, 'IndexedDB'), { recursive: true });

  const second = await startConsole();
  await second.page.getByTestId('start-empty').click();
  await expect(second.page.getByTestId('start-empty')).toHaveText('从空的开始，收起日志');
  await second.page.getByTestId('start-empty').click();
  await second.page.locator(ready).waitFor();
  await second.quit();

  const { page } = await startConsole();
  await page.locator(ready).waitFor();
  await expect(page.getByTestId('first-run')).toBeVisible();
});

test('a database of a newer console stops the start and is left as it is', async ({
  startConsole,
}) => {
  const first = await startConsole({ language: 'en' });
  await first.page.locator(ready).waitFor();
  const raise = async () => {
    const [known] = await indexedDB.databases();
    const name = known?.name ?? '';
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 900);
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
  };
  await first.page.evaluate(raise);
  await first.quit();

  const { page } = await startConsole({ language: 'en' });
  await expect(page.getByTestId('startup-newer')).toContainText('version 90');
  const version = await page.evaluate(async () => (await indexedDB.databases())[0]?.version);
  expect(version).toBe(900);
});

test('data that cannot be opened are left alone, with the reason and the way to the backups', async ({
  startConsole,
  dataFolder,
}) => {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, 'IndexedDB'), 'a file where a folder belongs');
  const { page } = await startConsole();
  const screen = page.getByTestId('startup-failed');
  await expect(screen).toContainText('数据还在这台电脑上');
  await screen.getByRole('button', { name: '技术细节' }).click();
  await expect(screen).toContainText('UnknownError');
  await expect(screen.getByRole('button', { name: '选择别处的备份文件' })).toBeEnabled();
  expect(await readFile(join(dataFolder, 'IndexedDB'), 'utf8')).toContain('a file where');
});
