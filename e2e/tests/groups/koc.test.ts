import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from 'xlsx';
import { expect, test } from '../../fixtures';
import { fillKocs, KOC_GROUP, KOC_PEOPLE } from '../../lib/fill-kocs';
import type { RunningConsole } from '../../lib/running-console';
import { KocScreen } from '../../pages/koc-screen';

const { helper: HELPER, newcomer: NEWCOMER, mostOrders: MOST_ORDERS } = KOC_PEOPLE;

const roles = async (running: RunningConsole) =>
  (await running.rows('memberships')).filter(({ role }) => role === 'koc').length;

test('a member found by score joins the pool, is cultivated and rewarded, and leaves it again', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fillKocs(running, folder);
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
  await expect(orders).toContainText('11 天共 49 单');
  await expect(koc.followers.first()).toContainText('11 天');
  await koc.undo();
  await expect(sums).toHaveAttribute('data-open', '1');

  await running.restart();
  const again = new KocScreen(running.page);
  await again.open();
  await expect(again.row(HELPER)).toHaveAttribute('data-state', 'cultivating');
  await again.openKoc(HELPER);
  await expect(again.step('invite')).toHaveAttribute('data-done', 'true');
  await again.panel.getByRole('link', { name: HELPER }).click();
  await running.page.getByTestId('member-koc').getByRole('link').click();
  await expect(again.panel).toBeVisible();
  await running.page.getByTestId('koc-leave').click();
  await expect(again.rows).toHaveCount(0);
  expect(await roles(running)).toBe(0);
  await again.undo();
  await expect(again.row(HELPER)).toBeVisible();
  expect(await roles(running)).toBe(1);
});

test('the pool is exported as it stands', async ({ startConsole, folder }) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fillKocs(running, folder);
  const koc = new KocScreen(running.page);
  await koc.open('candidates');
  await koc.add(HELPER);
  await koc.turnTo('pool');
  const path = join(folder, 'pool.xlsx');
  await running.answerSaveDialog(path);
  await running.page.getByTestId('koc-export').click();
  await expect(running.page.getByTestId('toast').filter({ hasText: 'pool.xlsx' })).toBeVisible();
  const { Sheets, SheetNames } = read(await readFile(path));
  const sheet = Sheets[SheetNames[0] ?? ''];
  expect(sheet && utils.sheet_to_json(sheet)).toMatchObject([
    { 谁: HELPER, 状态: '待沟通', 分数: 58, 答疑: 5, 分享: 6, 待发激励: 0 },
  ]);
});

test('weights decide the order; what cannot be a weight is refused', async ({
  startConsole,
  folder,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await fillKocs(running, folder);
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
  await expect(koc.candidates.first()).toContainText(MOST_ORDERS);
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
  await fillKocs(running, folder);
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
  await page.getByRole('option', { name: KOC_GROUP }).click();
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
