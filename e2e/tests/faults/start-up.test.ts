import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { runToEnd } from '../../lib/second-process';

test('a second process with the same data folder ends by itself and brings the first to the front', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const focused = running.app.evaluate(
    ({ app, BrowserWindow }) =>
      new Promise<boolean>((resolve) => {
        app.once('second-instance', () =>
          setImmediate(() => resolve(BrowserWindow.getAllWindows()[0]?.isMinimized() === false)),
        );
      }),
  );
  const second = await runToEnd(running.dataFolder);
  expect(second.code).toBe(0);
  expect(second.output).toContain('Qunduo is already running');
  expect(second.output).toContain('群舵已经在用这个数据文件夹运行');
  expect(await focused).toBe(true);
  await running.page.getByTestId('nav-settings').click();
  await running.isReady('settings');
});

test('settings that are no settings are set aside, and the console starts', async ({
  startConsole,
  dataFolder,
}) => {
  await mkdir(dataFolder);
  const broken = '{"theme":"dark","language"';
  await writeFile(join(dataFolder, 'settings.json'), broken);
  const running = await startConsole();
  await running.isReady('today');
  const aside = (await readdir(dataFolder)).filter((name) =>
    name.startsWith('settings.json.corrupt-'),
  );
  expect(aside).toHaveLength(1);
  expect(await readFile(join(dataFolder, aside[0] ?? ''), 'utf8')).toBe(broken);
});

test('values in the settings that nobody knows do not keep the console from starting', async ({
  startConsole,
  dataFolder,
}) => {
  await mkdir(dataFolder);
  const odd = {
    theme: 'neon',
    language: 'tlh',
    textSize: 7,
    window: 'wide',
    later: { kept: true },
  };
  await writeFile(join(dataFolder, 'settings.json'), JSON.stringify(odd));
  const running = await startConsole({ language: undefined });
  await running.isReady('today');
  await expect(running.page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await running.page.getByTestId('privacy-mask').click();
  await expect
    .poll(async () => JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8')))
    .toMatchObject({ privacyMask: true, later: { kept: true } });
});
