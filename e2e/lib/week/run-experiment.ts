import { expect, type Page } from '@playwright/test';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ExperimentsScreen } from '../../pages/experiments-screen';
import { SendScreen } from '../../pages/send-screen';
import type { RunningConsole } from '../running-console';
import { approveAll } from './plan-week';
import { nextWeek } from './week-clock';

export const EXPERIMENT = '写产地还是写品名';
const LOSER = '番茄到货';
export const WINNER = '寿光大棚今早摘的番茄到了';
const FRIDAY = 4;

/** The arms are pieces like any other: approved, and sent on their evening to the groups of the lot. */
async function sendArms(page: Page, groupsEach: number): Promise<void> {
  await new CalendarScreen(page).open();
  await approveAll(page, [LOSER, WINNER]);
  await new ExperimentsScreen(page).travelTo(nextWeek(FRIDAY, '17:30'));
  const send = new SendScreen(page);
  await send.open();
  for (const title of [LOSER, WINNER]) {
    await send.item(title).click();
    await expect(send.card).toContainText(title);
    await page.keyboard.press('a');
    await expect(send.item(title).getByTestId('send-progress')).toHaveText(
      `${groupsEach}/${groupsEach}`,
    );
  }
}

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
  await page.getByTestId('experiment-arm-A').fill(LOSER);
  await page.getByTestId('experiment-arm-B').fill(WINNER);
  await page.getByLabel('共同的正文').fill('{群名}的邻居，今晚接龙');
  await screen.chooseAllGroups(300);
  await expect(page.getByTestId('experiment-visible')).toContainText('个百分点以上的差别');
  await page.getByTestId('experiment-lower-min').click();
  await screen.sendToday(/傍晚/);
  await screen.start();
  await expect(screen.units).toHaveCount(groups);
  await sendArms(page, groups / 2);
  await openIt();
  await screen.typeDown('exposed', (_, at) => 180 + at);
  await screen.typeDown('converted', (arm, at) => (arm === 'A' ? 8 : 36) + (at % 3));
  await expect(screen.check('readings')).toHaveAttribute('data-state', 'good');
  await expect(screen.check('notSent')).toHaveCount(0);

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
