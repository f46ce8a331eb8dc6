import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { countsOf, readStoredState, type StoredState } from '../../lib/stored-state';
import { SettingsScreen } from '../../pages/settings-screen';
import { StartupScreen } from '../../pages/startup-screen';

/** Milliseconds after the word was given; a restore of this size takes some hundred. */
const MOMENTS_MS = [60, 260];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts on what a kill left behind, with a word from the user where one is asked for. */
async function startAfterKill(running: RunningConsole): Promise<StoredState> {
  await running.start();
  const recovery = new StartupScreen(running.page);
  const ready = running.page.locator('[data-testid=page-today][data-ready=true]');
  await ready.or(recovery.recovery).first().waitFor();
  if ((await recovery.recovery.count()) > 0) await recovery.recover();
  return readStoredState(running);
}

const isSame = (a: StoredState, b: StoredState) => JSON.stringify(a) === JSON.stringify(b);

test('killed in the middle of a restore, the console has what was before or the backup, never a mixture', async ({
  startFilled,
}) => {
  test.setTimeout(180_000);
  const running = await startFilled();
  const settings = () => new SettingsScreen(running.page);
  await settings().openBackups();
  await running.page.getByTestId('backup-now').click();
  const manual = () => running.page.getByTestId('backup-row').filter({ hasText: '手动' }).first();
  await expect(manual()).toBeVisible();
  const backedUp = await readStoredState(running);
  await settings().open();
  await settings().renameWorkspace('备份之后');
  let before = await readStoredState(running);

  for (const ms of MOMENTS_MS) {
    await settings().openBackups();
    await manual().getByTestId('backup-restore').click();
    await running.page.getByTestId('backup-restore-confirm').click();
    await pause(ms);
    await running.kill();
    const after = await startAfterKill(running);
    const isRestored = isSame(after, backedUp);
    expect(countsOf(after), `killed after ${ms} ms`).toEqual(
      countsOf(isRestored ? backedUp : before),
    );
    expect(after, `killed after ${ms} ms`).toEqual(isRestored ? backedUp : before);
    if (isRestored) {
      await settings().open();
      await settings().renameWorkspace(`备份之后 ${ms}`);
      before = await readStoredState(running);
    }
  }
});

test('killed in the middle of a recovery, it is offered again and brings everything back', async ({
  startFilled,
}) => {
  test.setTimeout(180_000);
  const running = await startFilled();
  const settings = new SettingsScreen(running.page);
  await settings.open();
  for (let n = 1; n <= 5; n += 1) await settings.renameWorkspace(`第 ${n} 个名字`);
  const before = await readStoredState(running);
  await running.quit();
  await rm(join(running.dataFolder, 'IndexedDB'), { recursive: true });

  for (const ms of MOMENTS_MS) {
    await running.start();
    await running.page.getByTestId('recover-now').click();
    await pause(ms);
    await running.kill();
    const after = await startAfterKill(running);
    expect(countsOf(after), `killed after ${ms} ms`).toEqual(countsOf(before));
    expect(after, `killed after ${ms} ms`).toEqual(before);
    await running.quit();
    await rm(join(running.dataFolder, 'IndexedDB'), { recursive: true });
  }
});
