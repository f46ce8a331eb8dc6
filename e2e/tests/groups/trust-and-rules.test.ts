import { expect, test } from '../../fixtures';
import { GroupRulesScreen } from '../../pages/group-rules-screen';
import { GroupScreen } from '../../pages/group-screen';
import { GroupTrustScreen } from '../../pages/group-trust-screen';
import { GroupsScreen } from '../../pages/groups-screen';

const NAME = '花城实体一群';
const HOUR_MS = 3_600_000;
/** A day as the workspace in Shanghai writes it. */
const daysAgo = (days: number) =>
  new Date(Date.now() + 8 * HOUR_MS - days * 24 * HOUR_MS).toISOString().slice(0, 10);

test('the index is the sum of its shown points, says what moved it, and follows the weights', async ({
  startConsole,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME, '花城实体二群']);
  const group = new GroupScreen(page);
  const trust = new GroupTrustScreen(page);
  await group.open(NAME, 'trust');
  await expect(trust.index).toHaveAttribute('data-index', '');

  // 20 of 40 knew last week, 30 of 40 this week; the last whole week with data is shown first.
  await trust.read('known', 40, 20, daysAgo(7));
  await trust.read('known', 40, 30);
  await expect(trust.index).toHaveAttribute('data-index', '50.0');
  await trust.chooseWeek(0);
  await expect(trust.index).toHaveAttribute('data-index', '75.0');
  await expect(page.getByTestId('trust-change')).toHaveAttribute('data-tenths', '250');
  expect(await trust.sumOfMoves()).toBe(250);

  // Service and interaction weigh 35 each: half of 75 and half of 100.
  await trust.read('newFriends', 20, 10);
  await expect(trust.index).toHaveAttribute('data-index', '87.5');
  await expect(trust.part('known')).toHaveAttribute('data-points', '37.5');
  await expect(trust.part('newFriends')).toHaveAttribute('data-points', '50.0');
  await expect(trust.part('newFriends')).toContainText('10 / 20');
  expect(await trust.sumOfPoints()).toBe('87.5');
  expect(await trust.sumOfMoves()).toBe(375);

  await trust.openWeights();
  await trust.weighArea('service', 70);
  await expect(page.getByTestId('trust-preview')).toHaveAttribute('data-after', '83.3');
  await page.getByTestId('trust-weights-save').click();
  await expect(trust.index).toHaveAttribute('data-index', '83.3');
  expect(await trust.sumOfPoints()).toBe('83.3');
  await group.undo();
  await expect(trust.index).toHaveAttribute('data-index', '87.5');

  await trust.openAll();
  await trust.chooseWeek(0);
  await expect(trust.rows).toHaveCount(2);
  await expect(trust.rows.first()).toHaveAttribute('data-index', '87.5');
  await expect(trust.rows.nth(1)).toHaveAttribute('data-index', '');
  await expect(trust.rows.nth(1)).toContainText('无数据');
  await trust.rows.first().click();
  await expect(page.getByTestId('group-section-trust')).toBeVisible();

  await running.restart();
  await new GroupScreen(running.page).open(NAME, 'trust');
  const again = new GroupTrustScreen(running.page);
  await again.chooseWeek(0);
  await expect(again.index).toHaveAttribute('data-index', '87.5');
});

test('warnings lead to removal unless an appeal holds it, rewards are owed until given, and all of it can be taken back', async ({
  startConsole,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const group = new GroupScreen(page);
  await group.open(NAME, 'lists');
  await page.getByTestId('list-paste').fill('王春芳\n李雷');
  await page.getByTestId('list-plan').click();
  await page.getByTestId('list-all-new').click();
  await page.getByTestId('list-commit').click();
  await expect.poll(() => running.countRows('memberships')).toBe(2);

  const rules = new GroupRulesScreen(page);
  await group.openSection('rules');
  await page.getByTestId('rules-ready').click();
  await expect(rules.rules).toHaveCount(11);

  const ads = '发与本群无关的广告';
  await rules.enter({ who: '李雷', rule: ads });
  await expect(rules.entries('warning')).toHaveCount(1);
  await expect(rules.proposals).toHaveCount(0);
  await rules.enter({ who: '李雷', rule: ads });
  await expect(rules.proposals).toHaveCount(1);
  await rules.appeal(rules.entries('warning').first(), '那是帮群友问的');
  await expect(rules.proposals).toHaveCount(0);
  await rules.decide(rules.entries('warning').first(), 'stands', '链接是他自己的店');
  await expect(rules.proposals).toHaveCount(1);

  await page.getByTestId('removal-confirm').click();
  await expect(rules.proposals).toHaveCount(0);
  await expect(rules.entries('removal')).toHaveCount(1);
  const left = async () =>
    (await running.rows('memberships')).filter((row) => row.leftAt !== undefined).length;
  expect(await left()).toBe(1);
  await group.undo();
  await expect(rules.proposals).toHaveCount(1);
  expect(await left()).toBe(0);

  await rules.enter({ who: '王春芳', what: '带新人', isPromised: true });
  const reward = rules.entries('reward');
  await expect(reward).toHaveAttribute('data-open', 'true');
  await reward.getByTestId('ledger-give').click();
  await expect(reward).toHaveAttribute('data-open', 'false');

  // A withdrawn warning counts no more: one is left, so nobody is to be removed.
  const other = rules.entries('warning').nth(1);
  await rules.appeal(other, '发错群了');
  await rules.decide(other, 'withdrawn', '确实马上撤回了');
  await expect(other).toHaveAttribute('data-standing', 'false');
  await expect(rules.proposals).toHaveCount(0);

  await running.restart();
  const again = new GroupRulesScreen(running.page);
  await again.openAll();
  await expect(again.entries()).toHaveCount(3);
  await expect(again.rules).toHaveCount(11);
  await running.page.keyboard.press('c');
  const said = running.page.getByTestId('toast').filter({ hasText: '已复制群公告' });
  await expect(said).toBeVisible();
});
