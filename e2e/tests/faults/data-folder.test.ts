import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { writeSampleFiles } from '../../lib/sample-files';
import { makeSmallDisk, type SmallDisk, whyNoSmallDisk } from '../../lib/small-disk';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ImportScreen } from '../../pages/import-screen';
import { StartupScreen } from '../../pages/startup-screen';

test('a data folder that cannot be written is named, in both languages, and nothing is started', async ({
  startConsole,
  folder,
}) => {
  const file = join(folder, 'a-file');
  await writeFile(file, 'not a folder');
  const dataFolder = join(file, 'data');
  const running = await startConsole({ dataFolder });
  const { page } = running;
  await expect(page.locator('section[lang=zh-CN] h1')).toHaveText('群舵无法启动');
  await expect(page.locator('section[lang=en] h1')).toHaveText('Qunduo cannot start');
  await expect(page.locator('section[lang=zh-CN] .path')).toHaveText(dataFolder);
  await expect(page.locator('section[lang=en] .path')).toHaveText(dataFolder);
  await expect(page.locator('section[lang=en]')).toContainText('ENOTDIR');
  expect(await page.evaluate(() => 'qunduo' in window)).toBe(false);
  expect(await readFile(file, 'utf8')).toBe('not a folder');
});

test('another folder can be chosen when the data folder fails; a bad one is refused as well', async ({
  startConsole,
  folder,
}) => {
  const file = join(folder, 'a-file');
  await writeFile(file, 'not a folder');
  const running = await startConsole({ dataFolder: join(file, 'data') });
  const alsoBad = join(file, 'elsewhere');
  await running.answerOpenDialog([alsoBad]);
  await running.page.getByTestId('system-choose-folder').first().click();
  await expect(running.page.locator('section[lang=en] .warning')).toContainText(
    'cannot be written either',
  );
  await expect(running.page.locator('section[lang=en] .path')).toHaveText(alsoBad);

  const good = join(folder, 'good');
  await mkdir(good);
  await running.answerOpenDialog([good]);
  const relaunched = running.app.evaluate(
    ({ app }) =>
      new Promise<string[]>((resolve) => {
        app.relaunch = (options) => resolve(options?.args ?? []);
        app.quit = () => undefined;
      }),
  );
  await running.page.getByTestId('system-choose-folder').first().click();
  expect(await relaunched).toContain(`--user-data-dir=${good}`);
});

test.describe('on a full disk', () => {
  const reason = whyNoSmallDisk();
  test.skip(reason !== undefined, reason ?? '');
  let disk: SmallDisk;
  let running: RunningConsole;

  test.beforeEach(async ({ folder, startFilled }) => {
    disk = makeSmallDisk(join(folder, 'disk'), 60);
    running = await startFilled({ dataFolder: join(disk.folder, 'data') });
    await running.isReady('today');
  });
  test.afterEach(() => disk.remove());

  /** Chromium itself may give up a database whose disk ran full; the journal brings it back. */
  async function startAgain(): Promise<void> {
    await running.start();
    const ready = running.page.locator('[data-ready=true]');
    const recovery = new StartupScreen(running.page);
    await ready.or(recovery.recovery).first().waitFor();
    if ((await recovery.recovery.count()) > 0) await recovery.recover();
  }

  test('an import says so, stores nothing, and goes through once there is room', async ({
    folder,
  }) => {
    const sizes = { members: 500, orders: 4000, seed: 7 };
    const files = writeSampleFiles(join(folder, 'files'), sizes);
    const screen = new ImportScreen(running.page);
    await screen.open();
    const before = await readStoredState(running);
    await screen.plan('orders', files.orders);
    disk.fill();
    await screen.startCommit();
    await expect(running.page.getByText('磁盘已满').first()).toBeVisible();
    await expect(running.page.getByText(running.dataFolder).first()).toBeVisible();
    await expect(screen.done).toHaveCount(0);
    disk.free();
    await running.kill();

    await startAgain();
    expect(countsOf(await readStoredState(running))).toEqual(countsOf(before));
    expect(await readStoredState(running)).toEqual(before);
    const again = new ImportScreen(running.page);
    await again.open();
    await again.importFile('orders', files.orders);
    expect(await running.countRows('orders')).toBe(before.orders.length + sizes.orders);
  });

  test('entries say so, each truthfully, and go through once there is room', async () => {
    const before = await readStoredState(running);
    const calendar = new CalendarScreen(running.page);
    await calendar.open();
    const toasts = running.page.getByTestId('toast');
    disk.fill();
    await calendar.tryToAdd(0, 'morning', '早安签到'.repeat(40));
    await expect(toasts.filter({ hasText: '磁盘已满' }).first()).toContainText(disk.folder);
    const isStored = (await toasts.filter({ hasText: '没有写入' }).count()) === 0;

    await calendar.leaveTitle();
    disk.free();
    const later = '有空间之后';
    await expect(async () => {
      await calendar.open();
      await calendar.tryToAdd(1, 'noon', later);
      await expect(calendar.item(later).first()).toBeVisible({ timeout: 3000 });
    }).toPass({ timeout: 30_000 });
    await running.kill();

    await startAgain();
    const after = await readStoredState(running);
    const titles = after.contentItems.map((item) => String(item.title).slice(0, 4));
    expect(titles.sort()).toEqual(isStored ? ['早安签到', '有空间之'].sort() : ['有空间之']);
    expect({ ...after, contentItems: [] }).toEqual(before);
  });

  test('a start says so, and neither rebuilds nor changes anything', async () => {
    const before = await readStoredState(running);
    await running.quit();
    disk.fill();
    await running.start();
    await expect(running.page.locator('body')).toContainText('磁盘');
    await expect(new StartupScreen(running.page).recovery).toHaveCount(0);
    await running.kill();
    disk.free();
    await startAgain();
    expect(await readStoredState(running)).toEqual(before);
  });
});
