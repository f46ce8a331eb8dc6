import { expect, test } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';

const PHONE = '13900001234';

test('two records of one person are found, merged by key, parted again, and told apart for good', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const members = new MembersScreen(page);
  await members.open();
  const before = await running.countRows('members');
  await members.add('苏小棠', PHONE);
  await members.edit('wechatId', 'su-xiaotang');
  await expect(page.getByTestId('toast').last()).toContainText('已修改');
  await members.panel.getByRole('button', { name: '关闭成员资料' }).click();
  await members.add('小棠', '13900004321');
  await members.edit('wechatId', 'Su-XiaoTang');
  await expect(page.getByTestId('toast').last()).toContainText('已修改');
  await members.panel.getByRole('button', { name: '关闭成员资料' }).click();

  await page.getByTestId('members-duplicates').click();
  const ours = page.getByTestId('duplicate-row').filter({ hasText: '苏小棠' });
  await expect(ours).toHaveCount(1);
  await ours.click();
  await expect(page.getByTestId('duplicate-pair')).toContainText('微信号相同');
  await page.keyboard.press('m');
  await expect(page.getByTestId('toast').last()).toContainText('已合并为');
  await expect(ours).toHaveCount(0);
  expect(await running.countRows('members')).toBe(before + 1);
  const merged = (await running.rows('members')).find((row) => row.phone === `+86${PHONE}`);
  expect(merged).toMatchObject({ name: '小棠' });

  await page.getByTestId('duplicates-history').click();
  await page.getByTestId('merge-part').click();
  await expect(page.getByTestId('merge-row')).toContainText('已分开');
  expect(await running.countRows('members')).toBe(before + 2);

  await page.getByRole('tab', { name: '待处理' }).click();
  await ours.click();
  await page.getByTestId('duplicate-apart').click();
  await expect(ours).toHaveCount(0);
  await running.restart();
  await running.isReady('today');
  await new MembersScreen(running.page).open();
  await running.page.getByTestId('members-duplicates').click();
  await running.page.locator('[data-testid=page-duplicates][data-ready=true]').waitFor();
  await expect(running.page.getByTestId('duplicate-row').filter({ hasText: '苏小棠' })).toHaveCount(
    0,
  );
});
