import { expect, test } from '../../fixtures';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';
import { OrdersScreen } from '../../pages/orders-screen';
import { RelayScreen } from '../../pages/relay-screen';

const HEAD = `#接龙
周五水果团
例 苹果2份 12-301
A 红富士苹果 5斤 39.9元
B 皇冠梨 6斤 29.9元
C 赣南脐橙

`;
const FIRST = `${HEAD}1. 小美 苹果+2 12-301
2. 阿强🌿 梨x1 脐橙一箱
3. 李姐（王秀兰） A1 B2 13900001111
4. 静静 取消`;
const SECOND = `${HEAD}1. 小美 苹果+3 12-301
2. 阿强🌿 梨x1 脐橙一箱
3. 李姐（王秀兰） 取消
4. 大鹏 各一份 放门卫`;

test('a pasted list becomes orders, a longer copy updates them, and both can be taken back', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const members = new MembersScreen(page);
  await members.open();
  await members.add('王秀兰', '13900001111');
  await expect.poll(() => console.countRows('members')).toBe(1);
  await page.getByTestId('nav-members').click();
  await members.add('小美', '13700002222');
  await expect.poll(() => console.countRows('members')).toBe(2);

  const importing = new ImportScreen(page);
  await importing.open();
  const relay = new RelayScreen(page);
  await relay.open();
  await relay.paste(FIRST);
  await expect(relay.rows).toHaveCount(4);
  // A nickname alone is never certain; a phone is.
  await expect(relay.row(1)).toHaveAttribute('data-place', 'open');
  await expect(relay.row(3)).toHaveAttribute('data-place', 'member');
  await expect(relay.row(4)).toHaveAttribute('data-cancelled', 'true');
  // One product has no price: its entry waits for it.
  await expect(relay.row(2)).toHaveAttribute('data-outcome', 'rejected');
  await relay.price('赣南脐橙', '49');
  await expect(relay.row(2)).toHaveAttribute('data-outcome', 'create');
  expect(await relay.count('confirm')).toBe(1);
  await relay.place(1, '小美');
  expect(await relay.count('create')).toBe(3);
  await relay.commit();
  const fen = async () =>
    (await console.rows('orders')).map((it) => [it.externalNo, it.amountFen, it.status]).sort();
  expect(await fen()).toEqual([
    ['1', 7980, 'paid'],
    ['2', 7890, 'paid'],
    ['3', 9970, 'paid'],
  ]);
  // 小美 and 王秀兰 were known; only 阿强 is new.
  expect((await console.rows('members')).map(({ name }) => name).sort()).toEqual(
    ['小美', '王秀兰', '阿强🌿'].sort(),
  );
  await relay.close();

  const orders = new OrdersScreen(page);
  await orders.open();
  await expect(orders.total).toHaveText(/^3/);
  await relay.open();
  await relay.paste(SECOND);
  // Whom the first paste settled is not asked for again.
  await expect(relay.row(1)).toHaveAttribute('data-outcome', 'update');
  await relay.price('赣南脐橙', '49');
  await expect(relay.row(2)).toHaveAttribute('data-outcome', 'unchanged');
  await expect(relay.row(3)).toHaveAttribute('data-outcome', 'update');
  await expect(relay.row(4)).toHaveAttribute('data-outcome', 'create');
  await relay.commit();
  expect(await fen()).toEqual([
    ['1', 11_970, 'paid'],
    ['2', 7890, 'paid'],
    ['3', 9970, 'cancelled'],
    ['4', 11_880, 'paid'],
  ]);
  await relay.undo();
  await expect.poll(fen).toEqual([
    ['1', 7980, 'paid'],
    ['2', 7890, 'paid'],
    ['3', 9970, 'paid'],
  ]);

  // The first one is taken back from the import's history, with the buyer it brought.
  await importing.open();
  await page.getByTestId('import-batch-undo').last().click();
  await expect.poll(() => console.countRows('orders')).toBe(0);
  await expect.poll(() => console.countRows('members')).toBe(2);
});

test('a list of names becomes a sign-up with heads, and pasting it again adds nothing', async ({
  startConsole,
}) => {
  const console = await startConsole({ language: 'en' });
  const importing = new ImportScreen(console.page);
  await importing.open();
  const relay = new RelayScreen(console.page);
  const text = '#接龙\n周六亲子采摘 报名\n1. 小美\n2. 阿强 2大1小\n3. 李姐 2人';
  await relay.open();
  await relay.paste(text);
  await relay.as('signup');
  await relay.commit();
  const heads = async () =>
    (await console.rows('interactions')).map(({ kind, value }) => [kind, value]).sort();
  expect(await heads()).toEqual([
    ['signUp', 1],
    ['signUp', 2],
    ['signUp', 3],
  ]);
  await relay.close();
  await relay.open();
  await relay.paste(text);
  await relay.as('signup');
  // Whom the first paste settled is not asked for again.
  expect(await relay.count('unchanged')).toBe(3);
  await relay.as('attendance');
  expect(await relay.count('create')).toBe(3);
  await relay.commit();
  expect(await console.countRows('interactions')).toBe(6);
  expect(await console.countRows('members')).toBe(3);
});

test('what the list did not say clearly is marked and can be mended in place', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await new OrdersScreen(page).open();
  const relay = new RelayScreen(page);
  await relay.open();
  await relay.paste('#接龙\n蔬菜团\nA 番茄 8元\nB 黄瓜 5元\n1. 小美 番茄\n2. 阿强 茄子+2');
  await expect(relay.row(1)).toContainText('数量或商品是猜的');
  await expect(relay.row(2)).toContainText('清单里没有的商品');
  await relay.goods(2, '番茄×2 黄瓜×1');
  await expect(relay.row(2)).toContainText('¥21.00');
  await relay.commit();
  const lines = (await console.rows('orders')).map(({ amountFen }) => amountFen).sort();
  expect(lines).toEqual([2100, 800]);
});
