import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { GrowthScreen } from '../../pages/growth-screen';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) =>
  `${new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)} 04:00`;

/** 王琳 ordered three times long enough ago, 李想 yesterday. */
function writeOrders(path: string): void {
  const rows = [
    ['1', '王琳', '13800138001', '39.90', '0', daysAgo(60)],
    ['2', '王琳', '13800138001', '59.90', '0', daysAgo(40)],
    ['3', '王琳', '13800138001', '19.90', '19.90', daysAgo(20)],
    ['4', '李想', '13800138002', '29.90', '0', daysAgo(1)],
  ];
  const head = ['订单号', '收货人', '联系电话', '订单金额', '退款金额', '支付时间'];
  writeFileSync(path, [head, ...rows].map((row) => row.join(',')).join('\n'));
}

test('points are redeemed as far as they go, taken back, undone, and there after a restart', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const orders = join(folder, '订单.csv');
  writeOrders(orders);
  const importing = new ImportScreen(console.page);
  await importing.open();
  await importing.importFile('orders', orders);

  const growth = new GrowthScreen(console.page);
  await growth.open();
  // Registered 10, first order 50, a repurchase 100, one whose money came back; 李想 still pending.
  await expect(growth.balance).toHaveText('170');
  await expect(console.page.getByTestId('growth-pending')).toHaveText('50');
  await growth.addPrivilege('免运费', 100);

  await growth.bookFor('王琳');
  await expect(growth.holding).toHaveAttribute('data-balance', '160');
  await growth.redeem('免运费');
  await expect(growth.redemptions).toHaveCount(1);
  await expect(growth.balance).toHaveText('70');

  await growth.bookFor('王琳');
  await growth.redeem('免运费');
  await expect(growth.problem).toContainText('只有 60 分可用，不够 100 分');
  await console.page.keyboard.press('Escape');
  expect(await console.countRows('growthEntries')).toBe(1);

  await growth.takeBackFirst();
  await expect(growth.balance).toHaveText('170');
  await console.page.getByTestId('undo').last().click();
  await expect(growth.balance).toHaveText('70');

  await growth.bookFor('李想');
  await expect(growth.holding).toHaveAttribute('data-balance', '10');
  await growth.adjust(-30, '扣错了');
  await expect(growth.problem).toContainText('只有 10 分，扣 30 分会变成负数');
  await growth.adjust(20, '线下补登');
  await expect(growth.balance).toHaveText('90');

  await console.restart();
  const again = new GrowthScreen(console.page);
  await again.open();
  await expect(again.balance).toHaveText('90');
  await expect(again.redemptions).toContainText('免运费');
});

test('rules say whom they move before they are saved, and a level opens its people', async ({
  startFilled,
}) => {
  const console = await startFilled();
  const growth = new GrowthScreen(console.page);
  await growth.open();
  const before = Number(await growth.level('plain').getAttribute('data-n'));
  expect(before).toBeGreaterThan(0);
  await growth.openRules();
  await growth.setPoints('register', 5000);
  await expect(growth.effect).toHaveAttribute('data-up', /[1-9]/);
  const up = Number(await growth.effect.getAttribute('data-up'));
  await growth.saveRules();
  const members = ['plain', 'silver', 'gold', 'black'].map((key) => growth.level(key));
  await expect(growth.level('black')).not.toHaveAttribute('data-n', '0');
  let total = 0;
  for (const level of members) total += Number(await level.getAttribute('data-n'));
  expect(total).toBeGreaterThanOrEqual(up);

  // The second change counts from tomorrow on: nobody moves today.
  await growth.openRules();
  await growth.setPoints('register', 1);
  await expect(growth.effect).toHaveAttribute('data-up', '0');
  await expect(growth.effect).toHaveAttribute('data-down', '0');
  await console.page.keyboard.press('Escape');

  const n = await growth.level('black').getAttribute('data-n');
  await growth.level('black').getByRole('button').click();
  const list = new MembersScreen(console.page);
  await expect(list.total).toHaveText(n ?? '');
});
