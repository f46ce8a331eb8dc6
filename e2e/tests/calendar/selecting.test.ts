import { expect, test } from '../../fixtures';
import { CalendarScreen } from '../../pages/calendar-screen';

test('many items are chosen by mouse, carried together and brought back by one undo', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  for (const [n, title] of ['早安', '产地直播', '晒菜', '晚安'].entries()) {
    await calendar.addByKeyboard(n < 2 ? 0 : 1, n % 2 === 0 ? 'morning' : 'noon', title);
  }
  await calendar.item('早安').click({ modifiers: ['Control'] });
  await calendar.item('产地直播').click({ modifiers: ['Control'] });
  await expect(page.getByTestId('cal-bulk')).toContainText('已选 2 条');
  await calendar.item('早安').dragTo(calendar.cell(3, 'noon'));
  await expect.poll(() => calendar.titlesIn(3, 'noon')).toEqual(['早安']);
  expect(await calendar.titlesIn(3, 'evening')).toEqual(['产地直播']);
  await page.getByTestId('undo').click();
  await expect.poll(() => calendar.titlesIn(0, 'morning')).toEqual(['早安']);
  expect(await calendar.titlesIn(0, 'noon')).toEqual(['产地直播']);

  await page.getByTestId('cal-bulk').getByRole('button', { name: '状态' }).click();
  await page.getByRole('menuitem', { name: '待发' }).click();
  await expect(calendar.item('早安')).toHaveAttribute('data-status', 'ready');
  await expect(calendar.item('产地直播')).toHaveAttribute('data-status', 'ready');
  await expect(calendar.item('晒菜')).toHaveAttribute('data-status', 'draft');
  await page.getByTestId('undo').click();
  await expect(calendar.item('早安')).toHaveAttribute('data-status', 'draft');
  await expect(calendar.item('产地直播')).toHaveAttribute('data-status', 'draft');
});

test('a copy is dropped while Ctrl is held, and the item stays', async ({ startConsole }) => {
  const { page } = await startConsole();
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '早安');
  const from = await calendar.item('早安').boundingBox();
  const to = await calendar.cell(2, 'evening').boundingBox();
  if (!from || !to) throw new Error('not on screen');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.keyboard.down('Control');
  await page.mouse.move(to.x + 40, to.y + 30, { steps: 8 });
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect.poll(() => calendar.titlesIn(2, 'evening')).toEqual(['早安']);
  expect(await calendar.titlesIn(0, 'morning')).toEqual(['早安']);
});

test('keys choose a stretch, cut and paste it, rename, and remove all at once', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  for (const title of ['一', '二', '三']) await calendar.addByKeyboard(0, 'morning', title);
  await calendar.item('一').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('cal-bulk')).toContainText('已选 3 条');
  await page.keyboard.press('Control+x');
  await calendar.cell(4, 'night').focus();
  await page.keyboard.press('Control+v');
  await expect.poll(() => calendar.titlesIn(4, 'night')).toEqual(['一', '二', '三']);
  expect(await calendar.titlesIn(0, 'morning')).toEqual([]);

  await page.keyboard.press('Escape');
  await calendar.item('二').focus();
  await page.keyboard.press('F2');
  const input = page.getByTestId('cal-title-input');
  await expect(input).toHaveValue('二');
  await input.fill('第二条');
  await input.press('Enter');
  await expect(calendar.item('第二条')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('cal-item')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('cal-item')).toHaveCount(3);
  await expect.poll(() => console.countRows('contentItems')).toBe(3);
});
