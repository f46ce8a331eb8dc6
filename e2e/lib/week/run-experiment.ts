import { expect } from '@playwright/test';
import { ExperimentsScreen } from '../../pages/experiments-screen';
import type { RunningConsole } from '../running-console';
import { nextWeek } from './week-clock';

export const EXPERIMENT = '写产地还是写品名';
export const WINNER = '寿光大棚今早摘的番茄到了';
const FRIDAY = 4;

/** From the plan to the verdict: a lot, readings, 72 hours that cannot be cut short, the library. */
export async function runExperiment(running: RunningConsole, groups: number): Promise<void> {
  const { page } = running;
  const screen = new ExperimentsScreen(page);
  const openIt = async () => {
    await screen.open();
    await page.getByRole('link', { name: EXPERIMENT }).click();
    await screen.waitUntilReady();
  };
  await screen.travelTo(nextWeek(FRIDAY, '12:00'));
  await screen.open();
  await screen.openNew();
  await page.getByTestId('experiment-name').fill(EXPERIMENT);
  await page.getByTestId('experiment-arm-A').fill('番茄到货');
  await page.getByTestId('experiment-arm-B').fill(WINNER);
  await screen.chooseAllGroups(300);
  await expect(page.getByTestId('experiment-visible')).toContainText('个百分点以上的差别');
  await page.getByTestId('experiment-lower-min').click();
  await screen.sendToday(/傍晚/);
  await screen.start();
  await expect(screen.units).toHaveCount(groups);
  await screen.typeDown('exposed', (_, at) => 180 + at);
  await screen.typeDown('converted', (arm, at) => (arm === 'A' ? 8 : 36) + (at % 3));
  await expect(screen.check('readings')).toHaveAttribute('data-state', 'good');

  // The evening begins at 17:00 on Friday: the third day after is Monday.
  await screen.travelTo(nextWeek(FRIDAY + 3, '16:59'));
  await openIt();
  await expect(screen.decide).toBeDisabled();
  await expect(page.getByTestId('experiment-figures')).toHaveCount(0);
  await screen.travelTo(nextWeek(FRIDAY + 3, '17:00'));
  await openIt();
  await screen.decide.click();
  await expect(screen.verdict).toHaveAttribute('data-kind', 'winner');
  await expect(screen.verdict).toHaveAttribute('data-arm', 'B');
  await page.getByTestId('experiment-keep').click();
  await expect(page.getByTestId('experiment-keep')).toBeDisabled();
  await expect.poll(() => running.countRows('libraryEntries')).toBe(1);
}
