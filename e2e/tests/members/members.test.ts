import { expect, test } from '../../fixtures';
import { importSample } from '../../lib/fill-console';
import type { Row, RunningConsole } from '../../lib/running-console';
import { MembersScreen } from '../../pages/members-screen';
import { OrdersScreen } from '../../pages/orders-screen';

const sizes = { members: 300, orders: 1200 };

async function openMembers(running: RunningConsole): Promise<MembersScreen> {
  const members = new MembersScreen(running.page);
  await members.open();
  return members;
}

const named = (rows: Row[], name: unknown) => rows.filter((row) => row.name === name);

test('somebody typed in by hand is found by pinyin, edited, and refused twice under one phone', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  const members = await openMembers(running);
  await members.add('张三丰', '138 0013 8000');
  await expect(members.panel).toBeVisible();
  await expect(members.total).toHaveText('1');
  await page.keyboard.press('Escape');
  await expect(members.panel).toBeHidden();

  await members.add('李四', '13800138000');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('张三丰');
  expect(await running.countRows('members')).toBe(1);
  await page.keyboard.press('Escape');

  await members.add('王小五', '139 0013 9001');
  await page.keyboard.press('Escape');
  for (const [text, found] of [
    ['zsf', '张三丰'],
    ['zhangsan', '张三丰'],
    ['8000', '张三丰'],
    ['wxw', '王小五'],
    ['9001', '王小五'],
  ] as const) {
    await members.search(text);
    await expect(members.total).toHaveText('1');
    await expect(members.rows.first()).toContainText(found);
  }
  await members.search('没有这个人');
  await expect(members.total).toHaveText('0');
  await members.search('');

  const [wang] = named(await running.rows('members'), '王小五');
  await members.openMember(String(wang?.id));
  await members.edit('phone', '123');
  await expect(members.panel).toContainText('号码位数不够');
  await members.edit('phone', '+86 137-0013-7002');
  await expect(members.panel).toContainText('137 0013 7002');
  await members.edit('region', '杭州西湖区');
  await expect
    .poll(async () => named(await running.rows('members'), '王小五')[0])
    .toMatchObject({
      phone: '+8613700137002',
      region: '杭州西湖区',
    });
  await page.getByTestId('undo').click();
  await expect
    .poll(async () => named(await running.rows('members'), '王小五')[0]?.region)
    .toBeUndefined();
});

test('people are ticked, tagged together and untagged by one undo; the tag leads back to them', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  await importSample(running, folder, sizes);
  const { page } = running;
  const members = await openMembers(running);
  const assigned = async () =>
    (await running.rows('tagAssignments')).filter((row) => row.source === 'hand').length;
  for (const i of [0, 2, 5]) await members.rows.nth(i).getByRole('checkbox').click();
  await expect(page.getByTestId('members-selected')).toHaveAttribute('data-count', '3');
  await members.tagSelected('会员日必到');
  await expect.poll(assigned).toBe(3);
  await page.getByTestId('undo').click();
  await expect.poll(assigned).toBe(0);

  await members.tagSelected('会员日必到');
  await expect.poll(assigned).toBe(3);
  await page.getByTestId('nav-tags').click();
  const tag = page.getByTestId('tag-row').filter({ hasText: '会员日必到' });
  await expect(tag).toHaveAttribute('data-count', '3');
  await tag.getByRole('link').click();
  await expect(members.total).toHaveText('3');
  await expect(members.rows).toHaveCount(3);
});

test('the list walks by keys, and Escape comes back to the same place', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  await importSample(running, folder, sizes);
  const { page } = running;
  const members = await openMembers(running);
  await expect(members.total).not.toHaveText('0');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('End');
  await expect(page.locator('tr[data-cursor=true]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Enter');
  await expect(members.panel).toBeVisible();
  const scrolled = await members.scrollTop();
  expect(scrolled).toBeGreaterThan(1000);
  const first = page.url();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.keyboard.press('Escape');
  await expect(members.panel).toBeHidden();
  await expect(grid).toBeFocused();
  expect(Math.abs((await members.scrollTop()) - scrolled)).toBeLessThan(80);
});

test('a buyer keeps their orders: deleting is refused, and orders lead to the buyer', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { truth } = await importSample(running, folder, sizes);
  const { page } = running;
  const orders = new OrdersScreen(page);
  await orders.open();
  await expect(orders.total).toHaveText(String(truth.orders.count));
  const rows = await running.rows('orders');
  const counted = rows.filter((row) => row.status !== 'pending' && row.status !== 'cancelled');
  const paidFen = counted.reduce((sum, row) => sum + Number(row.amountFen), 0);
  await expect(orders.gmvFen).toHaveText(String(paidFen));

  const [order] = rows;
  await orders.search(String(order?.externalNo));
  await expect(orders.total).toHaveText('1');
  await orders.rows.first().click();
  await page.getByTestId('order-buyer').click();
  const members = new MembersScreen(page);
  await expect(members.panel).toBeVisible();
  const before = await running.countRows('members');
  await members.removeOpened();
  await expect(page.getByTestId('toast').filter({ hasText: '笔订单' })).toBeVisible();
  expect(await running.countRows('members')).toBe(before);
});
