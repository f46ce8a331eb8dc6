import { expect, test } from '../../fixtures';
import { CalendarScreen } from '../../pages/calendar-screen';

test('day, week and month show one plan; the address and the way back keep the place', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(2, 'noon', '产地直播');
  const wednesday = calendar.date(2);
  await page.keyboard.press('1');
  await expect(calendar.slotOf(wednesday, 'noon').getByTestId('cal-item')).toHaveCount(1);
  await expect(page.locator('[data-cell][data-slot=morning]')).toHaveCount(1);
  await page.keyboard.press('m');
  const day = calendar.monthDay(wednesday);
  await expect(day.getByTestId('cal-item')).toHaveText(/产地直播/);
  expect(page.url()).toContain(`/calendar/month/${wednesday}`);
  await expect(page.locator('[data-testid^="cal-month-"]')).toHaveCount(42);

  await page.goBack();
  await expect(page.locator('[data-cell][data-slot=morning]')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('[data-cell][data-slot=morning]')).toHaveCount(7);

  await page.keyboard.press('?');
  await expect(page.getByTestId('cal-keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('cal-keys')).toBeHidden();
});

test('in a month an item is carried to another day by mouse and by keys, and comes back', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(1, 'evening', '晒一道番茄菜');
  const [tuesday, thursday, friday] = [calendar.date(1), calendar.date(3), calendar.date(4)];
  await page.keyboard.press('3');
  await calendar.item('晒一道番茄菜').dragTo(calendar.monthDay(thursday));
  await expect(calendar.monthDay(thursday).getByTestId('cal-item')).toHaveCount(1);
  await expect(calendar.monthDay(tuesday).getByTestId('cal-item')).toHaveCount(0);

  await calendar.item('晒一道番茄菜').focus();
  await page.keyboard.press('Space');
  const spoken = page.locator('[id^=DndLiveRegion]');
  await expect(spoken).toContainText('晒一道番茄菜');
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText('周五 傍晚');
  await page.keyboard.press('Space');
  await expect(calendar.monthDay(friday).getByTestId('cal-item')).toHaveCount(1);

  await page.getByTestId('undo').click();
  await expect(calendar.monthDay(thursday).getByTestId('cal-item')).toHaveCount(1);
  await calendar.monthDay(thursday).focus();
  await page.keyboard.press('Enter');
  await expect(calendar.slotOf(thursday, 'evening').getByTestId('cal-item')).toHaveCount(1);
});

test('an ordinary week fits a laptop, and a slot with many pieces keeps its shape', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await console.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  const calendar = new CalendarScreen(page);
  await calendar.open();
  const titles = ['今日爆款：烟台红富士五斤装', '产地直播：寿光大棚看番茄', '晒一道番茄菜'];
  await calendar.addAll(Array.from({ length: 42 }, (_, n) => `${titles[n % 3]} ${n}`));
  const spare = () =>
    page
      .getByRole('grid')
      .evaluate(({ parentElement: box }) => (box ? box.clientHeight - box.scrollHeight : -1));
  await expect.poll(spare).toBeGreaterThanOrEqual(0);
  for (let n = 0; n < 8; n += 1) await calendar.addByKeyboard(2, 'night', `接龙 ${n}`);
  await expect.poll(spare).toBeGreaterThanOrEqual(0);
  const last = calendar.item('接龙 7');
  await last.focus();
  await expect(last).toBeInViewport();
  await calendar
    .cell(2, 'night')
    .getByRole('button', { name: /看当天/ })
    .click();
  await expect(page.locator('[data-cell][data-slot=morning]')).toHaveCount(1);
  await expect(calendar.item('接龙 7')).toBeVisible();
});

test('filters show one part of the plan and say how much they hide', async ({ startConsole }) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '早安');
  await calendar.addByKeyboard(1, 'noon', '产地直播');
  await calendar.item('产地直播').click();
  await page.getByRole('combobox', { name: '形式' }).click();
  await page.getByRole('option', { name: '直播' }).click();
  await page.keyboard.press('Escape');
  await page.getByTestId('cal-filter-forms').click();
  await page.getByRole('checkbox', { name: '直播' }).check();
  await page.keyboard.press('Escape');
  await expect(calendar.item('早安')).toHaveCount(0);
  await expect(calendar.item('产地直播')).toBeVisible();
  await expect(page.getByText('筛选隐藏了 1 条')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(calendar.item('早安')).toBeVisible();
});
