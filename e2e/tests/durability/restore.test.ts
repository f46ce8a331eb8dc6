import { expect, test } from '../../fixtures';
import { workByHand } from '../../lib/fill-console';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { SettingsScreen } from '../../pages/settings-screen';

test('a backup brings its state back exactly, and what was before is one more backup', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const settings = new SettingsScreen(page);
  await settings.openBackups();
  await page.getByTestId('backup-now').click();
  const manual = page.getByTestId('backup-row').filter({ hasText: '手动' });
  await expect(manual).toHaveCount(1);
  const backedUp = await readStoredState(running);
  await workByHand(running);
  const changed = await readStoredState(running);
  expect(changed).not.toEqual(backedUp);

  await settings.openBackups();
  await settings.restore(manual);
  const restored = await readStoredState(running);
  expect(countsOf(restored)).toEqual(countsOf(backedUp));
  expect(restored).toEqual(backedUp);

  await settings.openBackups();
  const ofBefore = page.getByTestId('backup-row').filter({ hasText: '恢复之前' });
  await expect(ofBefore).toHaveCount(1);
  await settings.restore(ofBefore);
  const back = await readStoredState(running);
  expect(countsOf(back)).toEqual(countsOf(changed));
  expect(back).toEqual(changed);

  await running.restart();
  await running.isReady('today');
  expect(await readStoredState(running)).toEqual(changed);
});
