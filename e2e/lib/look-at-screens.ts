import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { inProject } from '../../scripts/lib/project.mjs';
import type { Screen } from '../pages/all-screens';
import type { RunningConsole } from './running-console';
import { findForeignWords, findScreenFaults } from './screen-faults';

export const LANGUAGES = ['zh-CN', 'en'] as const;
const THEMES = ['light', 'dark'] as const;
/** Not an attachment of a failed test: people look at these. */
const PICTURES = inProject('test-results', 'screens');

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

/** Every screen at the size of a laptop, in each theme: a picture of it, and what is wrong there. */
export async function lookAtAll(
  running: RunningConsole,
  screens: readonly Screen[],
  seen: Omit<Seen, 'screen'>,
): Promise<string[]> {
  await mkdir(PICTURES, { recursive: true });
  await makeLaptopSized(running);
  const faults: string[] = [];
  for (const screen of screens) faults.push(...(await look(running, { screen, ...seen })));
  return faults;
}
