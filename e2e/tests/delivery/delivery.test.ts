import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from 'xlsx';
import { expect, test } from '../../fixtures';
import { readPdf } from '../../lib/pdf';
import { DeliveryScreen } from '../../pages/delivery-screen';
import { ImportScreen } from '../../pages/import-screen';
import { OrdersScreen } from '../../pages/orders-screen';

const A4 = '594.96 x 841.92';
const GOODS = ['红富士苹果', '皇冠梨', '赣南脐橙', '丹东草莓'];
const STREETS = ['阳光花园', '翠竹苑', '凉城路168弄'];

/** Orders of three estates; every twelfth address names no building. */
function writeOrders(path: string, count: number): void {
  const rows = Array.from({ length: count }, (_, n) => {
    const door = `${1 + (n % 5)}号楼${1 + (n % 2)}单元${101 + (n % 9) * 100}`;
    const address = n % 12 === 11 ? '放门卫老张那里' : `${STREETS[n % 3]}${door}`;
    const phone = `138${String(10_000_000 + n).slice(-8)}`;
    return [
      `${n + 1}`,
      `团员${n}`,
      phone,
      address,
      GOODS[n % 4],
      1 + (n % 3),
      39.9,
      '2026-11-20 10:00',
    ];
  });
  const head = ['订单号', '收货人', '联系电话', '详细地址', '商品', '数量', '订单金额', '支付时间'];
  writeFileSync(path, [head, ...rows].map((row) => row.join(',')).join('\n'));
}

test('orders become sheets on paper: by building, for picking, for pick-up, and as a workbook', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const orders = join(folder, '周五水果团.csv');
  writeOrders(orders, 120);
  const importing = new ImportScreen(page);
  await importing.open();
  await importing.importFile('orders', orders);
  await new OrdersScreen(page).open();
  const delivery = new DeliveryScreen(page);
  await delivery.open();
  await delivery.title('城东鲜果团 1 群');
  await expect(delivery.counts).toHaveAttribute('data-orders', '120');
  await expect(delivery.preview).toContainText('阳光花园 1号楼');
  await expect(delivery.preview).toContainText('138****0000');

  for (const kind of ['delivery', 'picking', 'pickup'] as const) {
    await delivery.choose(kind);
    await expect(delivery.counts).toHaveAttribute('data-orders', '120');
    const pages = Number(await delivery.counts.getAttribute('data-pages'));
    const path = join(folder, `${kind}.pdf`);
    await console.answerSaveDialog(path);
    await delivery.exportAs('pdf', `${kind}.pdf`);
    const pdf = await readPdf(path);
    expect({ pages: pdf.pages, size: pdf.size }).toEqual({ pages, size: A4 });
    expect(pdf.text).toContain('城东鲜果团1群');
    expect(pdf.text).toContain(`第${pages}页/共${pages}页`);
    expect(pdf.text).not.toMatch(/138100000\d\d/);
    if (kind === 'picking') continue;
    for (let n = 0; n < 120; n += 1) expect(pdf.text).toContain(`团员${n}`);
  }

  await delivery.choose('delivery');
  await delivery.showPhones();
  await expect(delivery.preview).toContainText('13810000000');
  const workbook = join(folder, 'delivery.xlsx');
  await console.answerSaveDialog(workbook);
  await delivery.exportAs('xlsx', 'delivery.xlsx');
  const book = read(readFileSync(workbook));
  const rows = utils.sheet_to_json<Record<string, string | number>>(
    book.Sheets[book.SheetNames[0] ?? ''] ?? {},
  );
  expect(rows.length).toBe(120);
  expect(rows.reduce((sum, row) => sum + Number(row.数量), 0)).toBe(240);
  expect(rows.slice(0, 3).map((row) => [row.小区, row.楼栋, row.电话])).toEqual([
    ['翠竹苑', '1', expect.stringMatching(/^138\d{8}$/)],
    ['翠竹苑', '1', expect.stringMatching(/^138\d{8}$/)],
    ['翠竹苑', '1', expect.stringMatching(/^138\d{8}$/)],
  ]);
  expect(rows.filter((row) => row.楼栋 === undefined || row.楼栋 === '').length).toBe(10);
  await page.keyboard.press('Escape');
  await expect(delivery.preview).toBeHidden();
});

test('ten thousand orders are laid out without holding the window up', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(150_000);
  const console = await startConsole();
  const { page } = console;
  const file = join(folder, '双十一.csv');
  writeOrders(file, 10_000);
  const importing = new ImportScreen(page);
  await importing.open();
  await importing.importFile('orders', file);
  await new OrdersScreen(page).open();
  await page.evaluate(() => {
    const held = { longestMs: 0 };
    Object.assign(globalThis, { held });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        held.longestMs = Math.max(held.longestMs, entry.duration);
      }
    }).observe({ entryTypes: ['longtask'] });
  });
  const delivery = new DeliveryScreen(page);
  await delivery.open();
  await expect(delivery.counts).toHaveAttribute('data-orders', '10000');
  await delivery.choose('pickup');
  await delivery.choose('delivery');
  const longestMs = await page.evaluate(
    () => (globalThis as unknown as { held: { longestMs: number } }).held.longestMs,
  );
  expect(longestMs).toBeLessThan(1500);
});
