import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { CalendarScreen } from '../../pages/calendar-screen';
import { GroupsScreen } from '../../pages/groups-screen';

/** Monday 21 September 2026, ten in the morning in Shanghai: the National Day week lies ahead. */
const SEPTEMBER = Date.UTC(2026, 8, 21, 2);

async function openIn(running: RunningConsole): Promise<CalendarScreen> {
  await running.page.clock.setFixedTime(SEPTEMBER);
  const calendar = new CalendarScreen(running.page);
  await calendar.open();
  return calendar;
}

const datesOf = async (running: RunningConsole) =>
  (await running.rows('contentItems')).map((item) => String(item.date)).sort();

test('a piece repeats over the National Day holidays with its days shown first, one undo, and a restart', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = await openIn(console);
  await calendar.addByKeyboard(3, 'night', '会员专享');
  await calendar.item('会员专享').click();
  await page.getByRole('button', { name: '重复', exact: true }).click();
  await page.getByTestId('repeat-make').click();
  const dialog = page.getByRole('dialog', { name: '「会员专享」重复' });
  const preview = dialog.getByTestId('repeat-preview');
  await expect(preview).toContainText('共 9 条');
  await dialog.getByRole('combobox', { name: '遇到放假和补班' }).click();
  await page.getByRole('option', { name: '放假不发' }).click();
  await expect(preview).toContainText('共 8 条，跳过 1 天');
  await expect(preview).toContainText('国庆节放假');
  await dialog.getByTestId('repeat-confirm').click();
  await expect(page.getByTestId('toast')).toContainText('新排了 7 条');
  const dates = ['09-24', '10-08', '10-15', '10-22', '10-29', '11-05', '11-12', '11-19'];
  await expect.poll(() => datesOf(console)).toEqual(dates.map((day) => `2026-${day}`));

  await page.getByTestId('undo').click();
  await expect.poll(() => datesOf(console)).toEqual(['2026-09-24']);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => datesOf(console)).toHaveLength(8);

  await page.getByRole('dialog').getByRole('textbox', { name: '标题' }).fill('会员之夜');
  await page.getByRole('dialog').getByRole('textbox', { name: '标题' }).blur();
  await page.getByTestId('repeat-apply-following').click();
  await expect(page.getByTestId('toast').filter({ hasText: '另外 7 条' })).toBeVisible();

  await console.restart();
  await openIn(console);
  const items = await console.rows('contentItems');
  expect(items.map(({ title }) => title)).toEqual(Array(8).fill('会员之夜'));
  // Looking further ahead plans further ahead, without an entry to take back.
  for (let week = 0; week < 10; week += 1) await console.page.getByLabel('下一周').click();
  await expect.poll(() => datesOf(console)).toContain('2026-12-03');
});

test('a week becomes a template, is laid into another week beside what is there, and taken back', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = await openIn(console);
  await calendar.addByKeyboard(0, 'morning', '今日爆款');
  await calendar.addByKeyboard(3, 'night', '会员专享');
  await page.getByTestId('plan-quickly').click();
  await page.getByRole('menuitem', { name: '把这周存为模板…' }).click();
  await page.getByTestId('template-name').fill('平常周');
  await page.getByTestId('template-save').click();
  await expect(page.getByTestId('toast')).toContainText('共 2 条');

  await calendar.turnToNextWeek();
  await calendar.addByKeyboard(0, 'morning', '到货提醒');
  await page.getByTestId('plan-quickly').click();
  await page.getByRole('menuitem', { name: '套用周模板…' }).click();
  // Thursday of the next week is the first of October.
  const sum = page.getByTestId('place-sum');
  await expect(sum).toHaveText('排上 2 条，1 条落在已有内容的格子，1 条落在放假的日子');
  await page.getByText('不放，只填空格').click();
  await expect(sum).toContainText('排上 1 条');
  await page.getByText('加在后面').click();
  await page.getByTestId('place-confirm').click();
  await expect.poll(() => calendar.titlesIn(0, 'morning')).toEqual(['到货提醒', '今日爆款']);
  expect(await calendar.titlesIn(3, 'night')).toEqual(['会员专享']);
  await page.getByTestId('undo').click();
  await expect.poll(() => calendar.titlesIn(0, 'morning')).toEqual(['到货提醒']);
  expect(await console.countRows('weekTemplates')).toBe(1);
});

test('a week gets its greetings in one step, none twice, and a second time nothing more', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await openIn(console);
  await page.getByTestId('plan-quickly').click();
  await page.getByRole('menuitem', { name: '为这周排早晚安…' }).click();
  await expect(page.getByTestId('greeting-row')).toHaveCount(14);
  const second = page.getByTestId('greeting-row').nth(2);
  const before = await second.innerText();
  await second.getByLabel('换一条').click();
  await expect(second).not.toHaveText(before);
  await page.getByTestId('place-confirm').click();
  await expect(page.getByTestId('toast')).toContainText('已排上 14 条');
  const items = await console.rows('contentItems');
  expect(new Set(items.map(({ text }) => text)).size).toBe(14);
  // The Mid-Autumn Festival lies in this week.
  const festive = items.find((item) => item.date === '2026-09-25' && item.slot === 'morning');
  expect(String(festive?.text)).toContain('{节日}');
  await page.getByTestId('plan-quickly').click();
  await page.getByRole('menuitem', { name: '为这周排早晚安…' }).click();
  await expect(page.getByTestId('greetings-dialog')).toContainText('14 格已有问候');
  await expect(page.getByTestId('place-confirm')).toBeDisabled();
});

test('an imported holiday table makes 2027 known in the calendar, and removing it unknown again', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await openIn(console);
  await page.getByTestId('calendar-tab-columns').click();
  await page.getByTestId('columns-part-holidays').click();
  const year = page.getByTestId('holidays-2027');
  await expect(year).toContainText('未公布');
  await page.getByTestId('holidays-import').click();
  await page
    .getByTestId('holidays-paste')
    .fill(
      '日期,名称,放假/补班\n2027-02-06,春节,放假\n2027-02-07,春节,放假\n2027-02-14,春节,补班\n2026-10-01,国庆,放假\n开工,春节,放假',
    );
  await expect(page.getByTestId('holidays-plan')).toHaveText('2027 年：放假 2 天，补班 1 天');
  await expect(page.getByTestId('holidays-rejected').getByRole('listitem')).toHaveText([
    /第 5 行.*这一年自带/,
    /第 6 行.*日期读不懂/,
  ]);
  await page.getByTestId('holidays-confirm').click();
  await expect(year).toContainText('放假 2 天，补班 1 天');

  await console.restart();
  await openIn(console);
  const again = console.page;
  await again.evaluate(() => {
    location.hash = '#/calendar/week/2027-02-08';
  });
  const sunday = again.getByRole('columnheader').filter({ hasText: '14日' });
  await expect(sunday).toContainText('班');
  await again.getByTestId('calendar-tab-columns').click();
  await again.getByTestId('columns-part-holidays').click();
  await again.getByTestId('holidays-remove-2027').click();
  await expect(again.getByTestId('holidays-2027')).toContainText('未公布');
  expect(await console.countRows('holidayTables')).toBe(0);
});

test('pushing one group too often is pointed out when it happens and leads to the cell', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await new GroupsScreen(page).addAll(['城东 1 群']);
  const calendar = await openIn(console);
  for (const title of ['土鸡蛋到货', '今晚接龙', '睡前问候']) {
    await calendar.addByKeyboard(3, 'night', title);
  }
  await calendar.addByKeyboard(4, 'noon', '明日预告');
  await calendar.item('明日预告').dragTo(calendar.cell(3, 'night'));
  await expect(page.getByTestId('drop-warning')).toContainText(
    '「城东 1 群」会收到 4 条，上限 3 条',
  );
  await expect.poll(() => calendar.titlesIn(3, 'night')).toHaveLength(4);
  await page.getByTestId('plan-warnings').click();
  const line = page.getByTestId('plan-warning-groupSlot').getByRole('button');
  await expect(line).toContainText('会收到 4 条');
  await line.click();
  await expect(calendar.cell(3, 'night')).toBeFocused();

  await page.getByTestId('calendar-tab-columns').click();
  await page.getByTestId('columns-part-slots').click();
  await page.getByTestId('guard-perGroupSlot').fill('4');
  await page.getByTestId('slots-save').click();
  await page.getByTestId('calendar-tab-plan').click();
  await page.getByTestId('plan-warnings').click();
  await expect(page.getByTestId('plan-warning-groupSlot')).toHaveCount(0);
});
