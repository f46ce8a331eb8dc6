import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { CalendarScreen } from '../../pages/calendar-screen';
import { GroupsScreen } from '../../pages/groups-screen';
import { SendScreen } from '../../pages/send-screen';

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** An instant on the Wednesday of next week in Shanghai, so that the groups of today are there. */
function wednesday(clock: string, days = 0): number {
  const now = Date.now() + SHANGHAI_MS;
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const weekday = new Date(midnight).getUTCDay() || 7;
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const day = midnight + (7 - weekday + 3 + days) * DAY_MS;
  return day + (hour * 60 + minute) * 60_000 - SHANGHAI_MS;
}

/** What lies on the clipboard, as whoever pastes next would find it. */
const copied = ({ app }: RunningConsole): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

async function write(page: Page, title: string, text: string): Promise<void> {
  await page.getByTestId('cal-item').filter({ hasText: title }).click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: '文案' });
  await field.fill(text);
  await field.blur();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
}

/** Two groups, and a Wednesday with a piece in the morning, at noon and in the evening. */
async function plan(running: RunningConsole): Promise<void> {
  const { page } = running;
  await new GroupsScreen(page).addAll(['城东 1 群', '城西 2 群']);
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.turnToNextWeek();
  await calendar.addByKeyboard(2, 'morning', '早安到货');
  await calendar.addByKeyboard(2, 'noon', '溯源直播');
  await calendar.addByKeyboard(2, 'evening', '晒一道菜');
  await write(page, '早安到货', '{群名}早安，{星期}见');
  await write(page, '溯源直播', '{群名}的邻居，{日期}十二点开播，到{取货点}取');
  await write(page, '晒一道菜', '今晚吃什么，晒一道');
}

test('a day is sent by keyboard: filled per group, copied, marked, one late, and taken back', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  await plan(running);
  await page.clock.setFixedTime(wednesday('11:30'));
  const send = new SendScreen(page);
  await send.open();

  // What is due comes first, though the morning is late.
  await expect(send.card).toContainText('溯源直播');
  await expect(page.getByTestId('send-overdue')).toContainText('早安到货');
  expect(await send.states()).toEqual(['due', 'due']);

  // Nobody approved the draft. The keys are the list's, whatever was clicked to come here.
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('send-ask')).toContainText('还是草稿');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('send-ask')).toHaveCount(0);

  // A variable without a value is never copied as braces.
  await page.keyboard.press('c');
  await expect(page.getByTestId('toast').filter({ hasText: '{取货点}' })).toBeVisible();
  expect(await copied(running)).not.toContain('{');
  const fill = page.getByTestId('send-fill');
  await fill.getByRole('textbox').fill('小区南门');
  await fill.getByRole('textbox').press('Enter');
  await expect(send.text).toContainText('到小区南门取');
  await expect(send.text).toContainText('城东 1 群的邻居');

  // Sent against advice: it is asked why, and the reason is kept.
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('send-ask')).toContainText('还是草稿');
  await send.giveReason('主播临时口头确认');
  await expect.poll(() => send.states()).toEqual(['sentInSlot', 'due']);

  // Sent once, it counts as approved: one key copies, marks and goes on.
  await expect(send.text).toContainText('城西 2 群的邻居');
  await page.keyboard.press('Space');
  await expect.poll(() => copied(running)).toContain('城西 2 群的邻居');
  await expect(send.card).toContainText('早安到货');
  await expect(page.getByTestId('send-item').filter({ hasText: '溯源直播' })).toContainText('2/2');

  // The morning's piece goes out late, to both groups at once.
  await page.getByTestId('send-approve').click();
  await expect(page.getByTestId('send-problems')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect
    .poll(() => send.item('早安到货').getByTestId('send-progress').textContent())
    .toBe('2/2');
  await send.item('早安到货').click();
  expect(await send.states()).toEqual(['sentLate', 'sentLate']);
  const sends = await running.rows('contentSends');
  expect(sends).toHaveLength(4);
  expect(sends.filter(({ reason }) => reason === '主播临时口头确认')).toHaveLength(1);

  // Many groups are one step: taken back as one.
  await page.keyboard.press('Control+z');
  await expect.poll(() => running.countRows('contentSends')).toBe(2);
  await expect.poll(() => send.states()).toEqual(['late', 'late']);

  // Marked later than it went out: the time is put right, and with it what it counts as.
  await page.keyboard.press('2');
  await expect(send.card).toContainText('溯源直播');
  await send.groups.first().click();
  await page.getByTestId('send-time').click();
  await page.getByLabel('实际发出的时间（时:分）').fill('10：50');
  await page.keyboard.press('Enter');
  await expect.poll(() => send.states()).toEqual(['sentEarly', 'sentInSlot']);
  await page.getByTestId('send-unmark').click();
  await expect.poll(() => send.states()).toEqual(['due', 'sentInSlot']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => send.states()).toEqual(['sentEarly', 'sentInSlot']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => send.states()).toEqual(['sentInSlot', 'sentInSlot']);

  const items = await running.rows('contentItems');
  expect(items.find(({ title }) => title === '溯源直播')).toMatchObject({ status: 'sent' });

  await running.restart();
  await running.page.clock.setFixedTime(wednesday('15:00'));
  const again = new SendScreen(running.page);
  await again.open();
  await running.page.keyboard.press('2');
  await expect(again.item('溯源直播')).toContainText('2/2');
  // Two slots are over: four planned sendings, two of them in their slot.
  const adherence = running.page.getByTestId('send-adherence');
  await expect(adherence).toHaveAttribute('data-planned', '4');
  await expect(adherence).toHaveAttribute('data-in-slot', '2');
  await running.page.getByTestId('send-adherence-slot-morning').click();
  await expect(running.page.getByTestId('send-missed-list').getByRole('listitem')).toHaveCount(2);
});

test('what was missed is asked about the next day: carried over, given up, and said on Today', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  await plan(running);
  await page.clock.setFixedTime(wednesday('09:00', 1));
  await page.getByTestId('nav-today').click();
  await page.getByTestId('nav-calendar').click();
  await page.getByTestId('nav-today').click();
  await expect(page.getByTestId('today-missedLine')).toContainText('3 条');
  await page.getByTestId('today-missedLine').getByRole('link').click();
  const send = new SendScreen(page);
  await send.waitUntilReady();
  const overdue = page.getByTestId('send-overdue');
  await expect(overdue.getByTestId('send-item')).toHaveCount(3);

  await overdue.getByRole('checkbox', { name: '选择「溯源直播」' }).check();
  await overdue.getByRole('checkbox', { name: '选择「晒一道菜」' }).check();
  await page.getByTestId('send-carry').click();
  await page.getByRole('menuitem', { name: '今天 傍晚' }).click();
  await expect(overdue.getByTestId('send-item')).toHaveCount(1);
  const carried = await running.rows('contentItems');
  expect(carried.filter(({ carriedFrom }) => carriedFrom !== undefined)).toHaveLength(2);
  await page.keyboard.press('Control+z');
  await expect(overdue.getByTestId('send-item')).toHaveCount(3);
  await page.keyboard.press('Control+Shift+z');
  await expect(overdue.getByTestId('send-item')).toHaveCount(1);

  await overdue.getByRole('checkbox', { name: '选择「早安到货」' }).check();
  await page.getByTestId('send-give-up').click();
  await send.giveReason('货没到');
  await expect(overdue).toHaveCount(0);
  const given = await running.rows('contentSends');
  expect(given.map(({ state, reason }) => [state, reason])).toEqual([
    ['missed', '货没到'],
    ['missed', '货没到'],
  ]);
  // Carrying over washes nothing away: the whole Wednesday was missed.
  await expect(page.getByTestId('send-adherence')).toHaveAttribute('data-planned', '6');
  await expect(page.getByTestId('send-adherence')).toHaveAttribute('data-in-slot', '0');

  await page.getByTestId('send-previous-day').click();
  await expect(page.getByTestId('send-day')).not.toHaveText('');
  await send.item('早安到货').click();
  expect(await send.states()).toEqual(['givenUp', 'givenUp']);
});
