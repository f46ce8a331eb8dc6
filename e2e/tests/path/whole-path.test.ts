import { basename, join } from 'node:path';
import { expect, test } from '../../fixtures';
import { readPdf, withoutSpaces } from '../../lib/pdf';
import type { RunningConsole } from '../../lib/running-console';
import { type SampleFiles, writeSampleFiles } from '../../lib/sample-files';
import { wilson } from '../../lib/wilson';
import { CalendarScreen } from '../../pages/calendar-screen';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';
import { OrdersScreen } from '../../pages/orders-screen';
import { SopScreen } from '../../pages/sop-screen';

const COUNTS = [10_000, 6200, 3100, 1400, 900, 610, 540];
const ITEMS = [
  [0, 'morning', '早安签到：领今日优惠券'],
  [1, 'noon', '午间爆款：烟台红富士五斤装'],
  [2, 'evening', '晒单抽奖：番茄炒蛋大赛'],
  [3, 'night', '会员专享：散养土鸡蛋'],
  [4, 'morning', '周末预告：阳澄湖大闸蟹'],
  [5, 'noon', '产地直播：寿光蔬菜大棚'],
  [6, 'evening', '一周好物复盘与下周投票'],
] as const;
const A4_LANDSCAPE = '841.92 x 594.96';

type Person = { name: string; phone: string; orderCount: number; amountFen: number };

async function importBoth(running: RunningConsole, { roster, orders, truth }: SampleFiles) {
  const screen = new ImportScreen(running.page);
  await screen.open();
  await screen.plan('members', roster);
  const members = await screen.counts();
  expect(members).toEqual({
    ...{ create: 2000, update: 0, unchanged: 0, confirm: 0, rejected: 0, total: 2000 },
  });
  expect(await screen.number('rows')).toBe(2000);
  expect(await running.countRows('members')).toBe(0);
  await screen.commit();

  await screen.plan('orders', orders);
  const counts = await screen.counts();
  expect(counts).toEqual({
    ...{ create: 10_000, update: 0, unchanged: 0, confirm: 0, rejected: 0, total: 10_000 },
  });
  expect(await screen.number('rows')).toBe(truth.orders.count);
  expect(await screen.number('new-members')).toBe(truth.members.newFromOrders);
  await screen.commit();
}

/** The lists and the totals, as they stand on screen. */
async function checkTotals(running: RunningConsole, { truth }: SampleFiles) {
  const members = new MembersScreen(running.page);
  await members.open();
  await expect(members.total).toHaveText(String(truth.members.afterBothImports));
  const orders = new OrdersScreen(running.page);
  await orders.open();
  await expect(orders.total).toHaveText(String(truth.orders.count));
  await expect(orders.gmvFen).toHaveText(String(truth.orders.gmvFen));
}

/** A member's page against the generator's own sums, to the fen. */
async function checkMember(
  running: RunningConsole,
  { name, phone, orderCount, amountFen }: Person,
) {
  const members = new MembersScreen(running.page);
  await members.open();
  const stored = (await running.rows('members')).filter((row) => row.phone === phone);
  expect(stored).toHaveLength(1);
  expect(stored[0]?.name).toBe(name);
  await members.search(phone.slice(-4));
  await members.openMember(String(stored[0]?.id));
  await expect(members.figure('订单')).toHaveText(orderCount.toLocaleString('en-US'));
  const yuan = (amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  await expect(members.figure('累计消费')).toHaveText(`¥${yuan}`);
  await members.search('');
}

async function walkTheFlow(running: RunningConsole) {
  const sop = new SopScreen(running.page);
  await sop.open();
  await sop.startRun();
  for (const [n, count] of COUNTS.entries()) {
    await sop.complete(count);
    await expect(sop.step(n + 1)).toHaveAttribute('data-state', 'done');
  }
}

async function checkFunnel(sop: SopScreen) {
  expect((await sop.figuresOf(1)).count).toBe(COUNTS[0]);
  for (let position = 2; position <= COUNTS.length; position += 1) {
    const [before = 0, count = 0] = COUNTS.slice(position - 2, position);
    const figures = await sop.figuresOf(position);
    const expected = wilson(count, before);
    expect(figures.count).toBe(count);
    expect(figures.rate).toBeCloseTo(count / before, 12);
    expect(figures.low).toBeCloseTo(expected.low, 9);
    expect(figures.high).toBeCloseTo(expected.high, 9);
  }
  // 610 of 900 against 80 %: no other step would bring more people into the group.
  await expect(sop.bottleneck).toHaveAttribute('data-step', '6');
}

async function planTheWeek(running: RunningConsole) {
  const calendar = new CalendarScreen(running.page);
  await calendar.open();
  for (const [day, slot, title] of ITEMS) await calendar.addByMouse(day, slot, title);
  await expect(running.page.getByTestId('cal-item')).toHaveCount(ITEMS.length);
  return calendar;
}

async function checkPrint(running: RunningConsole, calendar: CalendarScreen, path: string) {
  await running.answerSaveDialog(path);
  await calendar.exportPdf(basename(path));
  const pdf = await readPdf(path);
  expect({ pages: pdf.pages, size: pdf.size }).toEqual({ pages: 1, size: A4_LANDSCAPE });
  for (const [day, , title] of ITEMS) {
    expect(pdf.text).toContain(withoutSpaces(title));
    const [, month, date] = calendar.date(day).split('-').map(Number);
    expect(pdf.text).toContain(`${month}月${date}日`);
  }
}

test('from a roster on disk to a printed week, and everything is there tomorrow', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(180_000);
  const files = writeSampleFiles(join(folder, 'files'), { members: 2000, orders: 10_000 });
  expect(basename(files.roster)).toBe('roster.xlsx');
  expect(basename(files.orders)).toBe('orders.csv');
  const running = await startConsole();
  await running.isReady('today');

  await importBoth(running, files);
  await checkTotals(running, files);
  const people = files.truth.people.filter((person) => person.phone) as Person[];
  expect(people.length).toBeGreaterThan(3);
  for (const person of people) await checkMember(running, person);
  await walkTheFlow(running);
  await checkFunnel(new SopScreen(running.page));
  const week = await planTheWeek(running);
  await checkPrint(running, week, join(folder, 'week.pdf'));

  await running.restart();
  await checkTotals(running, files);
  for (const person of people.slice(0, 2)) await checkMember(running, person);
  const sop = new SopScreen(running.page);
  await sop.open();
  await running.page.getByTestId('sop-run-row').first().click();
  await expect(sop.step(7)).toHaveAttribute('data-state', 'done');
  await checkFunnel(sop);
  const calendar = new CalendarScreen(running.page);
  await calendar.open();
  for (const [day, slot, title] of ITEMS) {
    expect(await calendar.titlesIn(day, slot)).toEqual([title]);
  }
});
