import { expect, test } from '../../fixtures';
import { CalendarScreen } from '../../pages/calendar-screen';

test('an item is sent for review, sent back with a reason, approved, and says when it changed since', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(2, 'noon', '产地直播');
  await calendar.item('产地直播').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('标题')).toBeFocused();
  const panel = page.getByRole('dialog').filter({ has: page.getByLabel('标题') });
  await panel.getByRole('button', { name: '送审' }).click();
  await panel.getByRole('button', { name: '退回' }).click();
  await panel.getByLabel('退回理由').fill('价格没写清');
  await panel.getByRole('button', { name: '退回' }).last().click();
  await expect(panel.getByText('退回理由：价格没写清')).toBeVisible();
  await expect(calendar.item('产地直播')).toHaveAttribute('data-status', 'draft');
  await panel.getByRole('button', { name: '通过' }).click();
  await expect(panel.getByText(/\d\d:\d\d 通过/)).toBeVisible();
  await page.getByLabel('文案').fill('十二点开播');
  await page.getByLabel('标题').click();
  await expect(panel.getByText(/改动过，在通过之后/)).toBeVisible();
  await expect(calendar.item('产地直播')).toHaveAttribute('data-status', 'ready');

  await page.getByLabel('文案').fill('全网第一的番茄，包治百病');
  await page.getByLabel('标题').click();
  await expect(calendar.item('产地直播').getByRole('img', { name: /高风险/ })).toBeVisible();
});

test('a time outside of its slot is said with a way out; the checklist keeps its order', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(1, 'noon', '会员专享');
  await calendar.item('会员专享').click();
  await page.getByLabel('几点').fill('20：30');
  await page.getByLabel('几点').press('Enter');
  await expect(page.getByText('20:30 不在午间（11–13）之内')).toBeVisible();
  await page.getByRole('button', { name: /移到晚间/ }).click();
  await expect.poll(() => calendar.titlesIn(1, 'night')).toEqual(['会员专享']);

  await page.getByRole('button', { name: '准备清单' }).click();
  const entry = page.getByLabel('添加一项，回车保存');
  for (const text of ['拍图', '写文案']) {
    await entry.fill(text);
    await entry.press('Enter');
    await expect(page.getByRole('checkbox', { name: text })).toBeVisible();
  }
  await page.getByRole('button', { name: '上移' }).last().click();
  await page.getByRole('checkbox', { name: '拍图' }).click();
  await expect
    .poll(async () => (await console.rows('contentItems'))[0])
    .toMatchObject({
      slot: 'night',
      time: '20:30',
      checklist: [
        { text: '写文案', isDone: false },
        { text: '拍图', isDone: true },
      ],
    });
});
