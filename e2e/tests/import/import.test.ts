import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

const ROSTER = [
  '春田社区团成员名单,,,,',
  '姓名,手机号,身份,标签,备注',
  '王芳,13800138000,消费者,宝妈,三栋',
  '李强,\t138 0013 8001,店主,老客,',
  '坏号,1380013,消费者,,',
  '成了数,1.38E+10,,,',
  ',,消费者,,只有备注',
  '合计,,,,5',
].join('\r\n');

/** 姓名,手机号 and 唐征,13900139001 as Excel in China saves them; no encoder here writes GB18030. */
const GBK_ROSTER = Buffer.from(
  'd0d5c3fb2ccad6bbfabac50d0accc6d5f72c31333930303133393030310d0a',
  'hex',
);

const reason = (page: Page, code: string) =>
  page.locator(`[data-testid=import-reason][data-code=${code}]`);

test('what is no roster is refused by name and reason, and nothing is stored', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const screen = new ImportScreen(running.page);
  await screen.open();
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 2, 3]);
  const cases: [string, string | Buffer, RegExp][] = [
    ['照片.xlsx', png, /不是表格文件/],
    ['空的.csv', '', /没有任何内容/],
    [
      '半截.xlsx',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(400, 7)]),
      /不完整或已损坏|不是表格/,
    ],
    ['数字.csv', '1,2,3\n4,5,6\n', /没找到表头/],
  ];
  for (const [name, content, words] of cases) {
    await screen.choose('members', await writeInto(folder, name, content));
    await expect(screen.error).toHaveAttribute('data-file', name);
    await expect(screen.error).toHaveText(words);
    await expect(screen.error).toContainText(name);
  }
  await screen.choose(
    'orders',
    await writeInto(folder, '名单.csv', '姓名,手机号\n王芳,13800138000\n'),
  );
  await expect(screen.error).toHaveText(/没有订单号这一列/);
  await expect(running.page.getByTestId('import-next')).toBeDisabled();
  expect(await running.countRows('members')).toBe(0);
  expect(await running.countRows('outbox')).toBe(0);
});

test('a roster is compared before it is written, and another file takes the plan away', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.plan('members', await writeInto(folder, '名单.csv', `\ufeff${ROSTER}`));
  expect(await screen.counts()).toEqual({
    ...{ create: 2, update: 0, unchanged: 0, confirm: 0, rejected: 3, total: 5 },
  });
  expect(await screen.number('rows')).toBe(5);
  for (const code of ['phone-too-short', 'phone-destroyed', 'nobody']) {
    await expect(reason(page, code)).toHaveAttribute('data-count', '1');
  }
  expect(await running.countRows('members')).toBe(0);

  const other = await writeInto(folder, '另一份.csv', GBK_ROSTER);
  await screen.choose('members', other);
  await expect(screen.total).toHaveCount(0);
  await page.getByTestId('import-next').click();
  await expect(screen.total).toHaveAttribute('data-file', '另一份.csv');
  await screen.commit();
  expect(await running.rows('members')).toMatchObject([{ name: '唐征', phone: '+8613900139001' }]);
});

test('known members show old and new, doubtful ones wait for a word, and all is taken back', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.importFile('members', await writeInto(folder, '名单.csv', ROSTER));
  const before = await running.rows('members');

  const later =
    '姓名,手机号,身份,标签\n王芳,13800138000,网店,新客\n改了名,13800138001,,\n周杰,13700137000,,';
  await screen.plan('members', await writeInto(folder, '新名单.csv', later));
  expect(await screen.counts()).toEqual({
    ...{ create: 1, update: 1, unchanged: 0, confirm: 1, rejected: 0, total: 3 },
  });
  const update = page.locator('[data-testid=import-plan-row][data-action=update]');
  await expect(update).toContainText(/C 端.*微商\/网商/);
  await expect(reason(page, 'other-name')).toHaveAttribute('data-kind', 'confirm');
  await page.getByTestId('import-confirm-choice').getByText('当作同一人').click();
  await screen.commit();
  const names = (await running.rows('members')).map((row) => row.name).sort();
  expect(names).toEqual(['改了名', '王芳', '周杰'].sort());

  await screen.undo();
  await expect(screen.done).toHaveCount(0);
  expect(await running.rows('members')).toEqual(before);
});

test('the same file again says so and changes nothing', async ({ startConsole, folder }) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const file = await writeInto(folder, '名单.csv', ROSTER);
  await screen.importFile('members', file);
  const before = await running.rows('members');
  await screen.choose('members', file);
  await expect(page.getByTestId('import-same-file')).toBeVisible();
  await page.getByTestId('import-next').click();
  await screen.total.waitFor();
  expect(await screen.counts()).toMatchObject({ create: 0, update: 0, unchanged: 2, confirm: 0 });
  await screen.commit();
  expect(await running.rows('members')).toEqual(before);
  await expect(page.getByTestId('import-batch')).toHaveCount(1);
});

test('rejected rows are saved, mended and imported', async ({ startConsole, folder }) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.plan('members', await writeInto(folder, '名单.csv', ROSTER));
  const saved = join(folder, '待补.xlsx');
  await running.answerSaveDialog(saved);
  await page.getByTestId('import-rejected-download').click();
  await expect(page.getByTestId('toast')).toContainText('待补.xlsx');
  expect((await readFile(saved)).subarray(0, 2).toString()).toBe('PK');

  // The saved sheet is understood as it is: its own two columns stay out.
  await screen.plan('members', saved);
  expect(await screen.counts()).toMatchObject({ rejected: 3, total: 3 });
  await page.getByTestId('import-edit-columns').click();
  await page.getByTestId('import-column-1').click();
  await page.getByRole('option', { name: '不导入' }).click();
  await page.getByTestId('import-next').click();
  await expect.poll(() => screen.number('create')).toBe(2);
  await screen.commit();
  const names = (await running.rows('members')).map((row) => row.name);
  expect(names.sort()).toEqual(['坏号', '成了数'].sort());
});
