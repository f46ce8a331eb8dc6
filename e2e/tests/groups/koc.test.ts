import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { writeInto } from '../../lib/write-file';
import { GroupScreen } from '../../pages/group-screen';
import { GroupsScreen } from '../../pages/groups-screen';
import { ImportScreen } from '../../pages/import-screen';
import { KocScreen } from '../../pages/koc-screen';

const GROUP = '花城 1 群';
const DAY_MS = 86_400_000;
const dayAgo = (days: number) =>
  new Date(Date.now() - days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);
const HELPER = '陈小满';
const SHARER = '周晓芸';
const OTHERS = ['林秋', '赵大海', '孙一诺', '吴青青', '何田', '郑小北'] as const;
const NEWCOMER = '徐晚晚';
const phoneOf = (at: number) => `1380013${String(8000 + at)}`;

/** A group of eight for a hundred days, one who came last week, and what some of them did. */
async function fill(running: RunningConsole, folder: string): Promise<void> {
  const { page } = running;
  await running.isReady('today');
  const people = [HELPER, SHARER, ...OTHERS, NEWCOMER];
  const roster = people.map((name, at) => `${name},${phoneOf(at)}`);
  const acts: string[] = [];
  const act = (at: number, kind: string, daysAgo: number) =>
    acts.push(`${people[at]},${phoneOf(at)},${kind},${dayAgo(daysAgo)} 10:00,${GROUP}`);
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
  await new GroupsScreen(page).addAll([GROUP]);
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
  await new GroupScreen(page).open(GROUP, 'lists');
  await page.getByTestId('list-paste').fill(names.join('\n'));
  await page.getByTestId('list-day').fill(day);
  await page.getByTestId('list-plan').click();
  await page.getByTestId('list-commit').click();
  await expect(page.getByTestId('list-paste')).toHaveValue('');
}

const roles = async (running: RunningConsole) =>
  (await running.rows('memberships')).filter(({ role }) => role === 'koc').length;

test('a member found by score joins the pool, is cultivated and rewarded, and leaves it again', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fill(running, folder);
  const { page } = running;
  const koc = new KocScreen(page);
  await koc.open();
  await page.getByTestId('koc-to-candidates').click();

  // 30 × 5/10 for answers, 30 × 6/10 for posts, nothing ordered, and full marks for what followed.
  const helper = koc.candidate(HELPER);
  await expect(helper).toHaveAttribute('data-score', '58.0000');
  await expect(koc.candidates.first()).toHaveAttribute('data-score', '58.0000');
  await helper.click();
  await expect(koc.part('answers')).toHaveAttribute('data-points', '15');
  await expect(koc.part('ugc')).toHaveAttribute('data-points', '18');
  await expect(koc.part('followers')).toHaveAttribute('data-points', '25');
  await page.keyboard.press('Escape');
  await page.getByTestId('koc-search').fill('晓芸');
  await expect(koc.candidates).toHaveCount(1);
  await page.getByTestId('koc-search').fill('');
  await koc.add(HELPER);
  expect(await roles(running)).toBe(1);

  await koc.turnTo('pool');
  await expect(koc.rows).toHaveCount(1);
  await koc.openKoc(HELPER);
  await koc.tick('spot');
  await koc.tick('invite');
  await expect(koc.row(HELPER)).toHaveAttribute('data-state', 'cultivating');
  await expect(page.getByTestId('koc-script-text')).toHaveValue(new RegExp(HELPER));
  await koc.promise('新品样品一份', '39.5');
  const sums = page.getByTestId('koc-incentive-sums');
  await expect(sums).toHaveAttribute('data-open', '1');
  await koc.incentive('新品样品一份').getByTestId('koc-incentive-give').click();
  await expect(sums).toHaveAttribute('data-given-fen', '3950');

  // Eleven days with a post against the others, four to five orders each against one in three days.
  const orders = koc.effect.locator('[data-measure=orders]');
  await expect(orders).toHaveAttribute('data-verdict', 'more');
  await expect(orders).toContainText('11 天共 49单');
  await expect(koc.followers.first()).toContainText('11 天');
  await koc.undo();
  await expect(sums).toHaveAttribute('data-open', '1');

  await running.restart();
  const again = new KocScreen(running.page);
  await again.open();
  await expect(again.row(HELPER)).toHaveAttribute('data-state', 'cultivating');
  await again.openKoc(HELPER);
  await expect(again.step('invite')).toHaveAttribute('data-done', 'true');
  await running.page.getByTestId('koc-leave').click();
  await expect(again.rows).toHaveCount(0);
  expect(await roles(running)).toBe(0);
  await again.undo();
  await expect(again.row(HELPER)).toBeVisible();
  expect(await roles(running)).toBe(1);
});

test('weights decide the order; what cannot be a weight is refused', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fill(running, folder);
  const { page } = running;
  const koc = new KocScreen(page);
  await koc.open('candidates');
  await expect(koc.candidates.first()).toContainText(HELPER);
  await page.getByTestId('koc-scoring-open').click();
  for (const part of ['answers', 'ugc', 'orders', 'followers']) {
    await page.getByTestId(`koc-weight-${part}`).fill('0');
  }
  await page.getByTestId('koc-scoring-save').click();
  await expect(page.getByTestId('koc-scoring').getByRole('alert')).toBeVisible();
  // Own orders alone: who ordered most comes first, and the helper, who bought nothing, is gone.
  await page.getByTestId('koc-weight-orders').fill('10');
  await page.getByTestId('koc-scoring-save').click();
  await expect(koc.candidates.first()).toContainText(OTHERS[1]);
  await expect(koc.candidate(HELPER)).toHaveCount(0);
  await koc.undo();
  await expect(koc.candidates.first()).toContainText(HELPER);
});

test('newcomers and helpers are suggested, and what was done for them is noted, changed and removed', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fill(running, folder);
  const { page } = running;
  const koc = new KocScreen(page);
  await koc.open('friends');
  await expect(koc.idea('selfIntroduction')).toContainText(NEWCOMER);
  await expect(koc.idea('publicPraise')).toContainText(HELPER);
  await koc.idea('selfIntroduction').getByTestId('friend-idea-note').click();
  await page.getByTestId('friend-save').click();
  await expect(koc.actions).toHaveCount(1);
  await expect(koc.actions).toContainText(NEWCOMER);
  await expect(koc.idea('selfIntroduction')).toHaveCount(0);

  await page.getByTestId('friend-add').click();
  await page.getByTestId('friend-save').click();
  await expect(page.getByTestId('friend-problem')).toBeVisible();
  await page.getByTestId('friend-group').click();
  await page.getByRole('option', { name: GROUP }).click();
  await page.getByTestId('friend-title').fill('我家的拿手菜');
  await page.getByTestId('friend-participants').fill('23');
  await page.getByTestId('friend-save').click();
  await expect(koc.actions).toHaveCount(2);
  const topic = page.locator('[data-testid=friend-action][data-kind=topic]');
  await expect(topic).toContainText('23');
  await topic.getByTestId('friend-edit').click();
  await page.getByTestId('friend-title').fill('我家的拿手汤');
  await page.getByTestId('friend-save').click();
  await expect(topic).toContainText('我家的拿手汤');
  await topic.getByTestId('friend-remove').click();
  await expect(koc.actions).toHaveCount(1);
  await koc.undo();
  await expect(koc.actions).toHaveCount(2);
});
