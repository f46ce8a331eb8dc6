import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';

test('an undo leaves what was edited since, says so, and can be taken back', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const roster = '姓名,手机号\n王芳,13800138000\n李强,13800138001\n周杰,13800138002';
  await screen.importFile('members', await writeInto(folder, '名单.csv', roster));
  const edited = (await running.rows('members')).find(({ name }) => name === '李强');
  const members = new MembersScreen(page);
  await members.open();
  await members.openMember(String(edited?.id));
  await members.addTag('老客');
  await page.keyboard.press('Escape');

  await screen.open();
  await screen.undo();
  await expect(screen.undoReport).toHaveAttribute('data-kept', '1');
  const kept = page.getByTestId('import-kept');
  await expect(kept).toHaveCount(1);
  await expect(kept).toContainText('李强');
  expect(await running.rows('members')).toMatchObject([{ name: '李强' }]);

  await kept.getByRole('link').click();
  await expect(page.getByTestId('member-panel')).toContainText('李强');
  await screen.open();
  await page.getByTestId('import-redo').click();
  await expect.poll(() => running.countRows('members')).toBe(3);
  await expect(screen.undoReport).toHaveCount(0);

  await screen.batches.first().getByTestId('import-batch-undo').click();
  await expect(screen.undoReport).toBeVisible();
  expect(await running.rows('members')).toMatchObject([{ name: '李强' }]);
});

test('the history tells of every import, and how its members went on', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const roster = ['姓名,手机号'];
  for (let at = 10; at < 50; at += 1) roster.push(`成员${at},138001380${at}`);
  const members = await writeInto(folder, '名单.csv', roster.join('\n'));
  await screen.importFile('members', members);
  const orders = ['订单号,下单人,手机号,下单时间,订单金额,商品'];
  for (let at = 10; at < 30; at += 1) {
    orders.push(`A${at},成员${at},138001380${at},2026-11-1${at % 2} 08:00,20.00,土鸡蛋`);
  }
  orders.push('A99,成员10,13800138010,2026-11-15 08:00,20.00,土鸡蛋');
  await screen.importFile('orders', await writeInto(folder, '订单.csv', orders.join('\n')));
  await expect(screen.batches).toHaveCount(2);
  await screen.batches.filter({ hasText: '名单.csv' }).click();
  const panel = page.getByTestId('import-batch-panel');
  await expect(panel).toContainText('名单.csv');
  const share = (name: string) => panel.locator(`[data-testid=import-conversion][data-of=${name}]`);
  await expect(share('ordered')).toHaveAttribute('data-count', '20');
  await expect(share('repurchased')).toHaveAttribute('data-count', '1');
  await expect(share('inGroup')).toHaveAttribute('data-count', '0');
  await expect(share('ordered')).toHaveAttribute('data-total', '40');
  await expect(share('ordered')).toContainText('%');
  await page.getByTestId('import-panel-undo').click();
  await expect(panel).toHaveCount(0);
  await expect(
    page.locator('[data-testid=import-batch][data-undone=true]', { hasText: '名单.csv' }),
  ).toBeVisible();
});
