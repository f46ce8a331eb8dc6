import { expect, type Locator, type Page } from '@playwright/test';
import { CalendarScreen } from '../../pages/calendar-screen';
import { CheckScreen } from '../../pages/check-screen';
import type { RunningConsole } from '../running-console';

/** Wednesday: the day that is sent. */
export const SENDING_DAY = 2;
export const MORNING = '早安到货';
export const NOON = ['产地直播', '开播提醒'] as const;
export const EVENING = '晒一道菜';
const REPEATED = '会员专享';
const NIGHT = ['土鸡蛋到货', '今晚接龙', '睡前问候', '明日预告'] as const;

/** Carried by the mouse, by the keys, and typed where they belong. */
async function layOut(page: Page, calendar: CalendarScreen): Promise<void> {
  await calendar.addByMouse(0, 'morning', MORNING);
  await calendar.item(MORNING).dragTo(calendar.cell(SENDING_DAY, 'morning'));
  await expect.poll(() => calendar.titlesIn(SENDING_DAY, 'morning')).toEqual([MORNING]);

  await calendar.addByKeyboard(1, 'noon', NOON[0]);
  await calendar.item(NOON[0]).focus();
  await page.keyboard.press('Space');
  const spoken = page.locator('[id^=DndLiveRegion]');
  await expect(spoken).toContainText(NOON[0]);
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText('周三 午间');
  await page.keyboard.press('Space');
  await expect.poll(() => calendar.titlesIn(SENDING_DAY, 'noon')).toEqual([NOON[0]]);
  await calendar.addByKeyboard(SENDING_DAY, 'noon', NOON[1]);
  await calendar.addByKeyboard(SENDING_DAY, 'evening', EVENING);
}

async function openPanel(page: Page, calendar: CalendarScreen, title: string): Promise<Locator> {
  await calendar.item(title).click();
  const panel = page.getByRole('dialog').filter({ has: page.getByLabel('标题') });
  await expect(panel.getByLabel('标题')).toHaveValue(title);
  return panel;
}

async function closePanel(page: Page, panel: Locator): Promise<void> {
  await panel.getByLabel('标题').press('Escape');
  await expect(page.getByLabel('标题')).toHaveCount(0);
}

/** Every Thursday: what the preview shows is what is planned, day by day. */
async function repeat(running: RunningConsole, calendar: CalendarScreen): Promise<void> {
  const { page } = running;
  await calendar.addByKeyboard(3, 'night', REPEATED);
  const panel = await openPanel(page, calendar, REPEATED);
  await panel.getByRole('button', { name: '重复', exact: true }).click();
  await panel.getByTestId('repeat-make').click();
  const dialog = page.getByRole('dialog', { name: `「${REPEATED}」重复` });
  const shown = dialog.getByTestId('repeat-preview').getByRole('listitem');
  await expect(shown).not.toHaveCount(0);
  const days = await shown.allTextContents();
  await dialog.getByTestId('repeat-confirm').click();
  await expect(dialog).toHaveCount(0);
  const planned = async () =>
    (await running.rows('contentItems'))
      .filter(({ title }) => title === REPEATED)
      .map(({ date }) => String(date))
      .sort();
  await expect.poll(async () => (await planned()).length).toBe(days.length);
  expect(days.length).toBeGreaterThan(3);
  for (const [at, date] of (await planned()).entries()) {
    expect(days[at]).toContain(`${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`);
    expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(4);
  }
  await closePanel(page, panel);
}

/** The fourth piece of one evening is warned of when it is dropped; the warning leads there. */
async function heedWarning(page: Page, calendar: CalendarScreen): Promise<void> {
  const last = NIGHT.at(-1) ?? '';
  for (const title of NIGHT.slice(0, -1)) await calendar.addByKeyboard(4, 'night', title);
  await calendar.addByKeyboard(5, 'noon', last);
  await calendar.item(last).dragTo(calendar.cell(4, 'night'));
  const said = page.getByTestId('drop-warning');
  await expect(said).toContainText('个群都会收到 4 条，上限 3 条');
  await expect.poll(() => calendar.titlesIn(4, 'night')).toHaveLength(4);
  await page.getByTestId('plan-warnings').click();
  const lines = page.getByTestId('plan-warning-groupSlot').getByRole('button');
  // Groups that get the very same are one thing to look at.
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('会收到 4 条');
  await lines.click();
  await expect(calendar.cell(4, 'night')).toBeFocused();
  // All four are chosen then; only one of them has to go.
  await expect(page.getByTestId('cal-bulk')).toContainText('已选 4 条');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('cal-bulk')).toHaveCount(0);
  await calendar.item(last).focus();
  await page.keyboard.press('Control+x');
  await calendar.cell(5, 'evening').focus();
  await page.keyboard.press('Control+v');
  await expect.poll(() => calendar.titlesIn(5, 'evening')).toEqual([last]);
  await expect(said).toHaveCount(0);
  await page.getByTestId('plan-warnings').click();
  await expect(page.getByTestId('plan-warning-gap')).toBeVisible();
  await expect(page.getByTestId('plan-warning-groupSlot')).toHaveCount(0);
  await page.keyboard.press('Escape');
}

/** Chosen together in the week on screen, and approved in one step. */
export async function approveAll(page: Page, titles: readonly string[]): Promise<void> {
  const calendar = new CalendarScreen(page);
  for (const title of titles) await calendar.item(title).click({ modifiers: ['Control'] });
  const bulk = page.getByTestId('cal-bulk');
  await expect(bulk).toContainText(`已选 ${titles.length} 条`);
  await bulk.getByRole('button', { name: '状态' }).click();
  await page.getByRole('menuitem', { name: '待发' }).click();
  for (const title of titles) {
    await expect(calendar.item(title)).toHaveAttribute('data-status', 'ready');
  }
  await page.keyboard.press('Escape');
  await expect(bulk).toHaveCount(0);
}

/** One finding is mended by a rewrite, another stands with its reason; then all are approved. */
async function writeAndApprove(running: RunningConsole, calendar: CalendarScreen): Promise<void> {
  const { page } = running;
  const check = new CheckScreen(page);
  let panel = await openPanel(page, calendar, MORNING);
  await check.field.fill('{群名}早安，全国第一的豆腐到了');
  await expect.poll(() => check.words()).toEqual(['全国第一']);
  await (await check.unfold('全国第一')).getByTestId('compliance-rewrite').first().click();
  await expect.poll(() => check.words()).toEqual([]);
  await closePanel(page, panel);

  panel = await openPanel(page, calendar, NOON[0]);
  await check.field.fill('{群名}的邻居，十二点看国家级手艺做豆腐');
  await expect.poll(() => check.words()).toEqual(['国家级']);
  await (await check.unfold('国家级')).getByTestId('compliance-keep').click();
  await page.getByTestId('compliance-reason').fill('列入名录，证书在店里');
  await page.getByTestId('compliance-keep-done').click();
  await expect(check.finding('国家级')).toHaveAttribute('data-calm', 'true');
  await panel.getByRole('button', { name: '送审' }).click();
  await panel.getByRole('button', { name: '通过' }).click();
  await expect(calendar.item(NOON[0])).toHaveAttribute('data-status', 'ready');
  await closePanel(page, panel);

  for (const [title, text] of [
    [NOON[1], '{群名}，十二点准时开播'],
    [EVENING, '今晚吃什么，晒一道'],
  ] as const) {
    panel = await openPanel(page, calendar, title);
    await check.field.fill(text);
    await closePanel(page, panel);
  }
  await approveAll(page, [MORNING, NOON[1], EVENING]);
  const items = await running.rows('contentItems');
  expect(items.find(({ title }) => title === MORNING)?.text).not.toContain('全国第一');
  expect(items.find(({ title }) => title === NOON[0])?.overrides).toMatchObject([
    { text: '国家级', reason: '列入名录，证书在店里' },
  ]);
}

/** Monday morning: the week is laid out, repeated, checked and approved. */
export async function planWeek(running: RunningConsole): Promise<void> {
  const calendar = new CalendarScreen(running.page);
  await calendar.open();
  await layOut(running.page, calendar);
  await repeat(running, calendar);
  await heedWarning(running.page, calendar);
  await writeAndApprove(running, calendar);
}
