import { expect } from '@playwright/test';
import { ExperimentsScreen } from '../../pages/experiments-screen';
import { SendScreen } from '../../pages/send-screen';
import type { RunningConsole } from '../running-console';
import { EVENING, MORNING, NOON, SENDING_DAY } from './plan-week';
import { nextWeek } from './week-clock';

/** Noon in its slot, the morning late, the evening forgotten and carried over to the next day. */
export async function sendDay(running: RunningConsole, groups: number): Promise<void> {
  const { page } = running;
  const clock = new ExperimentsScreen(page);
  const send = new SendScreen(page);
  const isOut = (title: string) =>
    expect(send.item(title).getByTestId('send-progress')).toHaveText(`${groups}/${groups}`);

  await clock.travelTo(nextWeek(SENDING_DAY, '11:30'));
  await send.open();
  await expect(send.card).toContainText(NOON[0]);
  await expect(page.getByTestId('send-overdue')).toContainText(MORNING);
  // The first group by the key that copies and marks, the rest in one go.
  const name = (await send.groups.first().textContent()) ?? '';
  await page.keyboard.press('Space');
  await expect.poll(async () => (await send.states())[0]).toBe('sentInSlot');
  const copied = await running.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^城东 \d 群的邻居/);
  expect(name).toContain(copied.slice(0, copied.indexOf('的邻居')));
  await page.keyboard.press('a');
  await isOut(NOON[0]);
  for (const title of [NOON[1], MORNING]) {
    await send.item(title).click();
    await expect(send.card).toContainText(title);
    await page.keyboard.press('a');
    await isOut(title);
  }
  await send.item(MORNING).click();
  await expect.poll(() => send.states()).toEqual(Array(groups).fill('sentLate'));

  await clock.travelTo(nextWeek(SENDING_DAY + 1, '09:00'));
  await send.open();
  const overdue = page.getByTestId('send-overdue');
  await overdue.getByRole('checkbox', { name: `选择「${EVENING}」` }).check();
  await page.getByTestId('send-carry').click();
  await page.getByRole('menuitem', { name: '今天 傍晚' }).click();
  await expect(overdue).toHaveCount(0);
  await clock.travelTo(nextWeek(SENDING_DAY + 1, '18:00'));
  await send.open();
  await send.item(EVENING).click();
  await page.keyboard.press('a');
  await isOut(EVENING);

  const items = await running.rows('contentItems');
  const carried = items.find(({ title }) => title === EVENING);
  expect(carried).toMatchObject({ status: 'sent', carriedFrom: { slot: 'evening' } });
  expect(await running.countRows('contentSends')).toBeGreaterThanOrEqual(4 * groups);
}
