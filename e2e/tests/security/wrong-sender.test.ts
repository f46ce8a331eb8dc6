import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { ipcContract } from '@shared/contracts/ipc';
import { inProject } from '../../../scripts/lib/project.mjs';
import { expect, test } from '../../fixtures';

type Answers = Record<string, unknown>;

/** Runs every function of the bridge that takes nothing, in a window which main did not open. */
async function callFromStranger(app: ElectronApplication, url: string): Promise<Answers> {
  const preload = join(inProject(), 'dist', 'preload', 'preload.cjs');
  return app.evaluate(
    async ({ BrowserWindow }, [script, address]) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload: script ?? '', sandbox: true, contextIsolation: true },
      });
      try {
        await stranger.loadURL(address ?? '');
        return await stranger.webContents.executeJavaScript(`(async () => {
          const answers = {};
          for (const [name, call] of Object.entries(window.qunduo)) {
            if (!name.startsWith('on')) answers[name] = await call();
          }
          return answers;
        })()`);
      } finally {
        stranger.destroy();
      }
    },
    [preload, url],
  );
}

const refusal = { ok: false, code: 'ipc-wrong-sender', data: {} };
const allRefused = Object.fromEntries(Object.keys(ipcContract).map((name) => [name, refusal]));

for (const url of ['app://qunduo/index.html', 'data:text/html,<title>stranger</title>']) {
  test(`another window with the same preload is refused, showing ${url}`, async ({
    startConsole,
  }) => {
    const running = await startConsole();
    await running.isReady('today');
    expect(await callFromStranger(running.app, url)).toEqual(allRefused);
    await expect(running.page.getByTestId('page-today')).toBeVisible();
  });
}

test('a frame inside the page has no bridge', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  const seen = await running.page.evaluate(async () => {
    const frames = ['about:blank', 'app://qunduo/index.html', ''].map((src) => {
      const frame = document.createElement('iframe');
      if (src === '') frame.srcdoc = '<p>inside</p>';
      else frame.src = src;
      return frame;
    });
    await Promise.all(
      frames.map(
        (frame) =>
          new Promise((resolve) => {
            frame.addEventListener('load', resolve);
            document.body.append(frame);
          }),
      ),
    );
    return frames.map((frame) => {
      try {
        return frame.contentWindow && 'qunduo' in frame.contentWindow;
      } catch {
        return false;
      }
    });
  });
  expect(seen).toEqual([false, false, false]);
});

test('our own window is refused while it shows another page', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  await running.app.evaluate(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,<title>other</title>');
  });
  const answer = await running.page.evaluate(() =>
    (window as unknown as { qunduo: { listBackups: () => unknown } }).qunduo.listBackups(),
  );
  expect(answer).toEqual(refusal);
  // A page that is not ours never answers that it is ready to close.
  await running.kill();
});
