import { expect } from '@playwright/test';
import { GroupScreen } from '../pages/group-screen';
import { GroupsScreen } from '../pages/groups-screen';
import { ImportScreen } from '../pages/import-screen';
import type { RunningConsole } from './running-console';
import { writeInto } from './write-file';

export const KOC_GROUP = '花城 1 群';
const DAY_MS = 86_400_000;
const dayAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
const HELPER = '陈小满';
const SHARER = '周晓芸';
const OTHERS = ['林秋', '赵大海', '孙一诺', '吴青青', '何田', '郑小北'] as const;
const NEWCOMER = '徐晚晚';
/** Who is who among the invented people. */
export const KOC_PEOPLE = { helper: HELPER, newcomer: NEWCOMER, mostOrders: OTHERS[1] };
const phoneOf = (at: number) => `1380013${String(8000 + at)}`;

/** A group of eight for a hundred days, one who came last week, and what some of them did. */
export async function fillKocs(running: RunningConsole, folder: string): Promise<void> {
  const { page } = running;
  await running.isReady('today');
  const people = [HELPER, SHARER, ...OTHERS, NEWCOMER];
  const roster = people.map((name, at) => `${name},${phoneOf(at)}`);
  const acts: string[] = [];
  const act = (at: number, kind: string, daysAgo: number) =>
    acts.push(`${people[at]},${phoneOf(at)},${kind},${dayAgo(daysAgo)} 10:00,${KOC_GROUP}`);
  // Five answers and six posts of one, on eleven days; three posts of the other.
  for (const days of [2, 9, 17, 26, 33]) act(0, '答疑', days);
  for (const days of [5, 12, 20, 29, 38, 46]) act(0, '晒单', days);
  for (const days of [7, 15, 23]) act(1, '晒单', days);
  const orders: string[] = [];
  const order = (at: number, daysAgo: number) =>
    orders.push(
      `D${orders.length + 1},${people[at]},${phoneOf(at)},${dayAgo(daysAgo)} 18:00,39.00`,
    );
  // On the days of the helper's posts four people order, on every third other day one.
  const posted = [2, 9, 17, 26, 33, 5, 12, 20, 29, 38, 46];
  for (const [nth, days] of posted.entries()) {
    for (let buyer = 2; buyer < 6 + (nth % 2); buyer += 1) order(buyer, days);
  }
  for (let days = 1; days < 60; days += 3) if (!posted.includes(days)) order(3, days);
  const files = {
    roster: await writeInto(folder, 'roster.csv', ['姓名,手机号', ...roster].join('\n')),
    acts: await writeInto(
      folder,
      'acts.csv',
      ['姓名,手机号,互动类型,时间,社群', ...acts].join('\n'),
    ),
    orders: await writeInto(
      folder,
      'orders.csv',
      ['订单号,姓名,手机号,下单时间,实付金额', ...orders].join('\n'),
    ),
  };
  await new GroupsScreen(page).addAll([KOC_GROUP]);
  const screen = new ImportScreen(page);
  await screen.open();
  await screen.importFile('members', files.roster);
  await screen.importFile('orders', files.orders);
  await pasteList(running, people.slice(0, -1), dayAgo(100));
  await pasteList(running, people, dayAgo(6));
  await screen.open();
  await screen.importFile('interactions', files.acts);
}

async function pasteList({ page }: RunningConsole, names: readonly string[], day: string) {
  await new GroupScreen(page).open(KOC_GROUP, 'lists');
  await page.getByTestId('list-paste').fill(names.join('\n'));
  await page.getByTestId('list-day').fill(day);
  await page.getByTestId('list-plan').click();
  await page.getByTestId('list-commit').click();
  await expect(page.getByTestId('list-paste')).toHaveValue('');
}
