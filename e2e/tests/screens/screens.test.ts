import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProject } from '../../../scripts/lib/project.mjs';
import { expect, test } from '../../fixtures';
import { workByHand } from '../../lib/fill-console';
import type { RunningConsole } from '../../lib/running-console';
import { findForeignWords, findScreenFaults } from '../../lib/screen-faults';
import { innerScreens, readAreas, type Screen } from '../../pages/all-screens';
import { SettingsScreen } from '../../pages/settings-screen';

const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
/** Not an attachment of a failed test: people look at these. */
const PICTURES = inProject('test-results', 'screens');

test.beforeAll(() => mkdir(PICTURES, { recursive: true }));

async function makeLaptopSized(running: RunningConsole): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await expect.poll(() => running.page.evaluate(() => innerWidth)).toBe(1366);
}

/** Animations over, fonts there, and nothing said that will go away by itself. */
async function settle({ page }: RunningConsole): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter((it) => it.effect?.getTiming().iterations === 1);
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
  });
}

type Seen = {
  screen: Screen;
  prefix: string;
  isEmpty: boolean;
  language: 'zh-CN' | 'en';
  themes?: readonly ('light' | 'dark')[];
};

async function look(running: RunningConsole, seen: Seen) {
  const { screen, prefix, isEmpty, language, themes = THEMES } = seen;
  const { page } = running;
  const faults: string[] = [];
  await page.keyboard.press('Escape');
  await screen.open(page);
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await settle(running);
    const where = `${screen.name} ${theme}`;
    for (const fault of await findScreenFaults(page)) faults.push(`${where}: ${fault}`);
    if (isEmpty) {
      for (const word of await findForeignWords(page, language)) faults.push(`${where}: ${word}`);
    }
    const file = `${prefix}${screen.name}-${language}-${theme}.png`;
    await page.screenshot({ path: join(PICTURES, file) });
  }
  return faults;
}

async function lookAtAll(running: RunningConsole, screens: Screen[], seen: Omit<Seen, 'screen'>) {
  await makeLaptopSized(running);
  const faults: string[] = [];
  for (const screen of screens) faults.push(...(await look(running, { screen, ...seen })));
  return faults;
}

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
  test.setTimeout(240_000);
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
