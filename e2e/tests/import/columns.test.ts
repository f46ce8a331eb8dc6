import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

/** 姓名,手机号 and 唐征,13900139001 as Excel in China saves them; no encoder here writes GB18030. */
const GBK_ROSTER = Buffer.from(
  'd0d5c3fb2ccad6bbfabac50d0accc6d5f72c31333930303133393030310d0a',
  'hex',
);

test('a text file is read again in another encoding with one click', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.choose('members', await writeInto(folder, '名单.csv', GBK_ROSTER));
  await expect(screen.column('姓名')).toContainText('唐征');
  const encoding = page.getByTestId('import-encoding');
  await expect(encoding.getByRole('radio', { name: 'GBK' })).toBeChecked();
  await encoding.getByText('Big5').click();
  await expect(screen.column('姓名')).toHaveCount(0);
  await encoding.getByText('GBK').click();
  await expect(screen.column('姓名')).toContainText('唐征');
});

test('a change of columns is compared at once, and a missing one is said at once', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const file = await writeInto(
    folder,
    '名单.csv',
    '姓名,手机号,家里\n王芳,13800138000,三栋\n坏号,1380013,四栋',
  );
  await screen.plan('members', file);
  expect(await screen.counts()).toMatchObject({ create: 1, rejected: 1 });
  await page.getByTestId('import-edit-columns').click();
  await screen.mapTo('手机号', '不导入');
  await expect.poll(() => screen.number('create')).toBe(2);
  await expect(screen.column('手机号')).toHaveAttribute('data-reason', 'hand');

  await screen.mapTo('姓名', '不导入');
  await expect(screen.error).toHaveText(/姓名|手机号/);
  await expect(page.getByTestId('import-next')).toBeDisabled();
  await expect(screen.total).toHaveCount(0);
  await screen.mapTo('姓名', '姓名');
  await expect.poll(() => screen.number('create')).toBe(2);
  await screen.mapTo('家里', '备注');
  await expect(screen.column('家里')).toHaveAttribute('data-field', 'note');
  await expect.poll(() => screen.number('create')).toBe(2);
  await screen.commit();
  expect(await running.rows('members')).toEqual(
    expect.arrayContaining([expect.objectContaining({ name: '坏号', note: '四栋' })]),
  );

  // The next sheet of this kind is read as this one was, until it is told to forget.
  await screen.choose(
    'members',
    await writeInto(folder, '下周.csv', '姓名,手机号,家里\n李强,13800138001,五栋'),
  );
  await expect(screen.column('家里')).toHaveAttribute('data-reason', 'memory');
  await expect(screen.column('手机号')).toHaveAttribute('data-field', '');
  await page.getByTestId('import-forget-columns').click();
  await expect(screen.column('手机号')).toHaveAttribute('data-field', 'phone');
  await expect(screen.column('家里')).toHaveAttribute('data-field', '');
});

test('a policy says what a column does to what is known', async ({ startConsole, folder }) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.importFile(
    'members',
    await writeInto(
      folder,
      '名单.csv',
      '姓名,手机号,地区,备注\n王芳,13800138000,春田,三栋\n李强,13800138001,,',
    ),
  );
  const later = '姓名,手机号,地区,备注\n王芳,13800138000,秋山,爱吃梨\n李强,13800138001,秋山,新备注';
  await screen.plan('members', await writeInto(folder, '新名单.csv', later));
  expect(await screen.counts()).toMatchObject({ update: 2 });
  await page.getByTestId('import-edit-columns').click();
  await screen.setPolicy('地区', '只补空白');
  await screen.setPolicy('备注', '追加');
  await expect(screen.rows.first()).not.toContainText('秋山');
  await screen.commit();
  const members = await running.rows('members');
  expect(members.find(({ name }) => name === '王芳')).toMatchObject({
    region: '春田',
    note: '三栋\n爱吃梨',
  });
  expect(members.find(({ name }) => name === '李强')).toMatchObject({
    region: '秋山',
    note: '新备注',
  });
});

test('orders that were dropped as members are offered as orders', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const orders = [
    '订单号,下单人,手机号,下单时间,订单金额,商品',
    'A1,王芳,13800138000,2026-11-20 08:00,69.20,土鸡蛋',
  ].join('\n');
  await screen.choose('members', await writeInto(folder, '昨晚.csv', orders));
  await expect(page.getByTestId('import-better-kind')).toHaveAttribute('data-kind', 'orders');
  await page.getByTestId('import-better-kind-take').click();
  await screen.compare('昨晚.csv');
  await screen.commit();
  expect(await running.rows('orders')).toMatchObject([{ externalNo: 'A1', amountFen: 6920 }]);
});
