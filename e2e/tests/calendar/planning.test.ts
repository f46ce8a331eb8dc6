import { expect, test } from '../../fixtures';
import { CalendarScreen } from '../../pages/calendar-screen';

test('a week planned by mouse is there after a restart', async ({ startConsole }) => {
  const console = await startConsole();
  const calendar = new CalendarScreen(console.page);
  await calendar.open();
  await calendar.addByMouse(0, 'morning', '今日爆款：烟台红富士');
  await calendar.addByMouse(2, 'evening', '晒一道番茄菜');
  await calendar.addByMouse(4, 'night', '会员专享：土鸡蛋');
  await calendar.item('晒一道番茄菜').dragTo(calendar.cell(5, 'noon'));
  await expect.poll(() => calendar.titlesIn(5, 'noon')).toEqual(['晒一道番茄菜']);

  await console.restart();
  const again = new CalendarScreen(console.page);
  await again.open();
  expect(await again.titlesIn(0, 'morning')).toEqual(['今日爆款：烟台红富士']);
  expect(await again.titlesIn(5, 'noon')).toEqual(['晒一道番茄菜']);
  const items = await console.rows('contentItems');
  expect(items).toHaveLength(3);
  expect(items).toContainEqual(
    expect.objectContaining({ date: again.date(4), slot: 'night', status: 'draft' }),
  );
});

test('a week can be planned, ordered, copied and cleared without a mouse', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '早安');
  await expect(calendar.cell(0, 'morning')).toBeFocused();

  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(calendar.cell(1, 'noon')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('不要了');
  await page.keyboard.press('Escape');
  await expect(calendar.cell(1, 'noon')).toBeFocused();
  expect(await calendar.titlesIn(1, 'noon')).toEqual([]);

  await calendar.item('早安').focus();
  await page.keyboard.press('Space');
  const spoken = page.locator('[id^=DndLiveRegion]');
  await expect(spoken).toContainText('早安');
  await page.keyboard.press('ArrowRight');
  await expect(spoken).toContainText('周二 早间');
  await page.keyboard.press('ArrowDown');
  await expect(spoken).toContainText('周二 午间');
  await page.keyboard.press('Space');
  await expect.poll(() => calendar.titlesIn(1, 'noon')).toEqual(['早安']);

  await calendar.item('早安').focus();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('ArrowRight');
  await expect(calendar.cell(2, 'noon')).toBeFocused();
  await page.keyboard.press('Control+v');
  await expect.poll(() => calendar.titlesIn(2, 'noon')).toEqual(['早安']);

  await calendar.cell(2, 'noon').getByTestId('cal-item').focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => calendar.titlesIn(2, 'noon')).toEqual([]);
  await page.getByTestId('undo').click();
  await expect.poll(() => calendar.titlesIn(2, 'noon')).toEqual(['早安']);
  expect(await calendar.titlesIn(1, 'noon')).toEqual(['早安']);
});

test('an item opens beside the grid, keeps what is written, and Escape goes back to it', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByMouse(3, 'noon', '产地直播');
  await calendar.item('产地直播').click();
  await page.getByLabel('文案').fill('十二点，带大家看寿光大棚');
  await page.getByRole('combobox', { name: '负责人' }).fill('林晓燕');
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.getByRole('option', { name: '待发' }).click();
  await page.getByRole('combobox', { name: '栏目' }).click();
  await page.getByRole('option', { name: '产地溯源' }).click();
  await expect(calendar.item('产地直播')).toContainText('产地溯源');
  await page.getByLabel('标题').press('Escape');
  await expect(page.getByLabel('文案')).toBeHidden();
  await expect(calendar.item('产地直播')).toBeFocused();
  await expect(calendar.item('产地直播')).toContainText('待发');
  await expect
    .poll(async () => (await console.rows('contentItems'))[0])
    .toMatchObject({
      title: '产地直播',
      text: '十二点，带大家看寿光大棚',
      owner: '林晓燕',
      status: 'ready',
      form: 'live',
      columnId: 'column-origin',
    });
});

test('a title of two hundred characters is kept whole, one more is refused in words', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const calendar = new CalendarScreen(console.page);
  await calendar.open();
  const longest = '㛃䶮𠮷😀长'.repeat(40).slice(0, 200);
  await calendar.addByKeyboard(0, 'morning', longest);
  await expect.poll(() => calendar.titlesIn(0, 'morning')).toEqual([longest]);
  await calendar.cell(1, 'morning').dblclick();
  const input = console.page.getByTestId('cal-title-input');
  await input.fill('长'.repeat(201));
  await input.press('Enter');
  await expect(calendar.cell(1, 'morning')).toContainText('201');
  await input.press('Escape');
  expect(await console.countRows('contentItems')).toBe(1);
});

test('next week can be planned like this one, and all of it taken back at once', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '早安');
  await calendar.addByKeyboard(6, 'night', '晚安');
  await calendar.turnToNextWeek();
  await page.getByRole('button', { name: /照上周排/ }).click();
  await expect.poll(() => calendar.titlesIn(6, 'night')).toEqual(['晚安']);
  await page.getByTestId('undo').click();
  await expect(page.getByTestId('cal-item')).toHaveCount(0);
});
