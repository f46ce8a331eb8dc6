import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { workByHand } from '../../lib/fill-console';
import { LANGUAGES, lookAtAll } from '../../lib/look-at-screens';
import type { RunningConsole } from '../../lib/running-console';
import { innerScreens, readAreas } from '../../pages/all-screens';
import { SettingsScreen } from '../../pages/settings-screen';

for (const language of LANGUAGES) {
  test(`empty screens hold no cut word, foreign word or native control (${language})`, async ({
    startConsole,
  }) => {
    const running = await startConsole({ language });
    await running.isReady('today');
    const areas = await readAreas(running.page);
    const seen = { prefix: 'empty-', isEmpty: true, language };
    expect(await lookAtAll(running, areas, seen)).toEqual([]);
  });
}

test('full screens hold no cut word, raw key or native control in both languages and themes', async ({
  startFilled,
  filled: { files },
}) => {
  test.setTimeout(900_000);
  const running = await startFilled();
  await workByHand(running);
  const faults: string[] = [];
  for (const language of LANGUAGES) {
    await running.restart({ language });
    await running.isReady('today');
    const screens = [...(await readAreas(running.page)), ...innerScreens(files)];
    const seen = { prefix: '', isEmpty: false, language };
    for (const fault of await lookAtAll(running, screens, seen))
      faults.push(`${language} ${fault}`);
  }
  await running.page.keyboard.press('Escape');
  const settings = new SettingsScreen(running.page);
  await settings.open();
  await settings.choose('text-size', 'Large');
  const screens = [...(await readAreas(running.page)), ...innerScreens(files)];
  const inLight = { isEmpty: false, language: 'en', themes: ['light'] } as const;
  const seen = { ...inLight, prefix: 'large-' };
  for (const fault of await lookAtAll(running, screens, seen)) faults.push(`large text ${fault}`);
  expect(faults).toEqual([]);
});

test('the recovery screen is whole in both languages and themes', async ({ startConsole }) => {
  const running = await startConsole();
  await running.isReady('today');
  await workByHandBriefly(running);
  await running.quit();
  await rm(join(running.dataFolder, 'IndexedDB'), { recursive: true });
  for (const language of LANGUAGES) {
    await running.start({ language });
    const screen = {
      name: 'recover',
      open: () => running.page.getByTestId('recover-now').waitFor(),
    };
    const seen = { prefix: '', isEmpty: true, language };
    expect(await lookAtAll(running, [screen], seen)).toEqual([]);
    await running.kill();
  }
});

async function workByHandBriefly({ page }: RunningConsole): Promise<void> {
  await page.getByTestId('nav-sop').click();
  await page.getByTestId('sop-new-run').click();
  await expect(page.getByTestId('sop-step-1')).toBeVisible();
}
