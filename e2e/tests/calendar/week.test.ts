import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { countsOf, readStoredState, WEEK_STORES } from '../../lib/stored-state';
import { EVENING, MORNING, NOON, planWeek, SENDING_DAY } from '../../lib/week/plan-week';
import { printWeek } from '../../lib/week/print-week';
import { noonFromRows, readHeat, typeResults } from '../../lib/week/read-results';
import { EXPERIMENT, runExperiment, WINNER } from '../../lib/week/run-experiment';
import { sendDay } from '../../lib/week/send-day';
import { nextWeek } from '../../lib/week/week-clock';
import { AssetsScreen } from '../../pages/assets-screen';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ExperimentsScreen } from '../../pages/experiments-screen';
import { GroupsScreen } from '../../pages/groups-screen';
import { SendScreen } from '../../pages/send-screen';

const GROUPS = Array.from({ length: 8 }, (_, n) => `城东 ${n + 1} 群`);
const SLOTS = ['morning', 'noon', 'evening', 'night'] as const;

/** The whole week by its titles and statuses, cell by cell. */
async function weekOnScreen(page: Page): Promise<string[]> {
  const calendar = new CalendarScreen(page);
  await calendar.open();
  const cells: string[] = [];
  for (let day = 0; day < 7; day += 1) {
    for (const slot of SLOTS) {
      const items = await calendar
        .cell(day, slot)
        .getByTestId('cal-item')
        .evaluateAll((all) =>
          all.map((it) => `${it.getAttribute('title')} ${it.getAttribute('data-status')}`),
        );
      cells.push(`${day} ${slot}: ${items.join(', ')}`);
    }
  }
  return cells;
}

/** Wednesday as it went: what was sent late, what in its slot, and that nothing else is left of it. */
async function readSending(running: RunningConsole): Promise<void> {
  const { page } = running;
  const send = new SendScreen(page);
  await send.open();
  await page.getByTestId('send-previous-day').click();
  await expect(send.item(EVENING)).toHaveCount(0);
  for (const [title, state] of [
    [MORNING, 'sentLate'],
    [NOON[0], 'sentInSlot'],
    [NOON[1], 'sentInSlot'],
  ] as const) {
    await send.item(title).click();
    await expect.poll(() => send.states()).toEqual(GROUPS.map(() => state));
  }
}

test('a week from its plan to a verdict: planned, checked, sent, measured, printed, and there tomorrow', async ({
  startFilled,
  folder,
}) => {
  test.setTimeout(180_000);
  const running = await startFilled();
  const { page } = running;
  await test.step('groups', () => new GroupsScreen(page).addAll(GROUPS));
  await new ExperimentsScreen(page).travelTo(nextWeek(0, '09:00'));
  await test.step('plan', () => planWeek(running));
  await test.step('send', () => sendDay(running, GROUPS.length));
  await test.step('results', () => typeResults(running));
  const noon = await noonFromRows(running);
  await test.step('heat map', () => readHeat(page, noon));
  await test.step('print', () => printWeek(running, folder));
  await test.step('sending read again', () => readSending(running));
  await test.step('experiment', () => runExperiment(running, GROUPS.length));

  const thursday = nextWeek(SENDING_DAY + 1, '20:00');
  await new ExperimentsScreen(page).travelTo(thursday);
  await page.getByTestId('nav-today').click();
  const week = await weekOnScreen(page);
  const before = await readStoredState(running, WEEK_STORES);
  await running.restart();
  await running.isReady('today');
  const after = await readStoredState(running, WEEK_STORES);
  expect(countsOf(after)).toEqual(countsOf(before));
  expect(after).toEqual(before);

  const again = new ExperimentsScreen(running.page);
  await again.travelTo(thursday);
  expect(await weekOnScreen(running.page)).toEqual(week);
  await test.step('sending after the restart', () => readSending(running));
  await test.step('heat map after the restart', () => readHeat(running.page, noon));
  await again.open();
  await running.page.getByRole('link', { name: EXPERIMENT }).click();
  await expect(again.verdict).toHaveAttribute('data-arm', 'B');
  const box = new AssetsScreen(running);
  await box.open();
  await box.page.getByText('文案', { exact: true }).click();
  const entry = running.page.getByTestId('library-entry');
  await expect(entry).toContainText(WINNER);
  await expect(entry).toContainText(EXPERIMENT);
});
