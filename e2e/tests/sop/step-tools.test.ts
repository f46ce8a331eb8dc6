import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { MembersScreen } from '../../pages/members-screen';
import { SopScreen } from '../../pages/sop-screen';
import { StepToolsScreen } from '../../pages/step-tools-screen';

async function openRun(page: Page): Promise<{ sop: SopScreen; tools: StepToolsScreen }> {
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  return { sop, tools: new StepToolsScreen(page) };
}

const clipboardOf = (running: RunningConsole) =>
  running.app.evaluate(({ clipboard }) => clipboard.readText());

test('step 1 fixes the people that were chosen, and questions taking everybody', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { sop, tools } = await openRun(running.page);
  await tools.chooseWay('身份');
  await tools.chooseTrait(/^实体门店/);
  await expect(tools.targetCount).toHaveAttribute('data-count', /^[1-9]\d*$/);
  const stores = Number(await tools.targetCount.getAttribute('data-count'));
  await tools.take.click();
  await expect(tools.chosen).toHaveAttribute('data-count', String(stores));
  await expect(sop.metric).toHaveValue(String(stores));
  const [run] = await running.rows('sopRuns');
  expect(run?.targetSnapshotId).toBeTruthy();

  await running.page.getByRole('button', { name: '换一批' }).click();
  await tools.chooseWay('全部');
  await expect(tools.targetCount).toHaveAttribute('data-count', '300');
  await expect(tools.take).toBeDisabled();
  await running.page.getByTestId('target-reason').fill('名单只有进货老板');
  await tools.take.click();
  await expect(tools.chosen).toHaveAttribute('data-count', '300');
  const events = await running.rows('runEvents');
  const told = events.filter((event) => event.kind === 'targetChosen');
  expect(told).toHaveLength(2);
  expect(JSON.stringify(told)).toContain('名单只有进货老板');
});

test('a segment built in step 1 is saved and its people are fixed', async ({ startFilled }) => {
  const running = await startFilled();
  const { page } = running;
  const { tools } = await openRun(page);
  await page.getByTestId('target-new-segment').click();
  await page.getByTestId('target-segment-name').fill('广东门店');
  await page.getByTestId('rule-add').last().focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('rule-add-search').fill('身份');
  await page.keyboard.press('Enter');
  await page.getByTestId('target-segment-save').click();
  await expect(tools.chosen).toContainText('广东门店');
  expect(Number(await tools.chosen.getAttribute('data-count'))).toBeGreaterThan(0);
  expect(await running.rows('segments')).toMatchObject([{ name: '广东门店' }]);
});

test('step 1 says when others would be meant than were fixed, and fixes them anew', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const members = new MembersScreen(page);
  const tag = async (index: number) => {
    await members.open();
    const id = await members.rows.nth(index).getAttribute('data-member-id');
    await members.openMember(id ?? '');
    await members.addTag('爱吃水果');
  };
  await tag(0);
  const { sop, tools } = await openRun(page);
  await tools.chooseWay('标签');
  await tools.chooseTrait(/^爱吃水果 · 1$/);
  await tools.take.click();
  await expect(tools.chosen).toHaveAttribute('data-count', '1');
  await expect(page.getByTestId('target-drift')).toHaveCount(0);
  await tag(1);
  await sop.open();
  await page.getByTestId('sop-run-row').first().click();
  await expect(page.getByTestId('target-drift')).toHaveAttribute('data-came', '1');
  await page.getByTestId('target-refresh').click();
  await expect(tools.chosen).toHaveAttribute('data-count', '2');
  await expect(page.getByTestId('target-drift')).toHaveCount(0);
  await expect(sop.metric).toHaveValue('2');
});

test('places add up to the number of step 2, by day, and stay after a restart', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { sop, tools } = await openRun(running.page);
  await tools.show(2, 'tool-placements');
  await tools.countAt('home-popup', '１２０');
  await expect(tools.sum).toHaveAttribute('data-total', '120');
  await tools.countAt('paid-card', '1.2万');
  await expect(tools.sum).toHaveAttribute('data-total', '12120');
  await expect(sop.metric).toHaveValue('12120');
  await tools.countAt('profile-entry', '3.5');
  await expect(tools.placement('profile-entry')).toContainText('整数');
  await running.page.getByTestId('counts-day').focus();
  await running.page.getByRole('button', { name: '前一天' }).click();
  await tools.countAt('home-popup', '30');
  await expect(tools.sum).toHaveAttribute('data-total', '12150');

  await running.restart();
  const again = new SopScreen(running.page);
  await again.open();
  await running.page.getByTestId('sop-run-row').first().click();
  const restarted = new StepToolsScreen(running.page);
  await restarted.show(2, 'tool-placements');
  await expect(restarted.sum).toHaveAttribute('data-total', '12150');
  expect(await running.rows('funnelCounts')).toHaveLength(3);
  await expect(restarted.placement('home-popup')).toContainText('首页弹窗');
});

test('ways over are compared in words, and reasons are held against the loss', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const { sop, tools } = await openRun(page);
  for (const count of [1000, 900, 800]) await sop.complete(count);
  await expect(sop.step(4)).toHaveAttribute('data-state', 'doing');
  await expect(page.getByTestId('tool-jump')).toBeVisible();
  await tools.countWay('way-button', 400, 150);
  await tools.countWay('way-qr', 400, 80);
  const verdict = page.getByTestId('jump-comparison').locator('[data-verdict]');
  await expect(verdict).toHaveAttribute('data-verdict', 'likelyReal');
  await expect(verdict).toContainText('多半是真的');
  await tools.countLoss('loss-expired', 100);
  await tools.countLoss('loss-trust', 50);
  await sop.complete(600);
  await expect(sop.step(4)).toHaveAttribute('data-state', 'done');
  await tools.show(4, 'tool-jump');
  await expect(page.getByTestId('loss-sum')).toHaveAttribute('data-unnamed', '50');
  await tools.countLoss('loss-broken', 70);
  await expect(page.getByTestId('loss-sum')).toHaveAttribute('data-kind', 'moreThanLost');
});

test('friend requests are counted against the limit, scripts by the key that copies them', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  const { tools } = await openRun(page);
  const tool = await tools.show(5, 'tool-auto-reply');
  const meter = tool.getByTestId('limit-friendRequests');
  await meter.getByTestId('limit-add-10').click();
  await expect(meter).toHaveAttribute('data-standing', 'free');
  await meter.getByTestId('limit-add-10').click();
  await meter.getByTestId('limit-count').fill('２４');
  await meter.getByTestId('limit-count').press('Enter');
  await expect(meter).toHaveAttribute('data-standing', 'near');
  await meter.getByTestId('limit-count').fill('30');
  await meter.getByTestId('limit-count').press('Enter');
  await expect(meter).toHaveAttribute('data-standing', 'reached');
  await expect(meter).toContainText('今天到上限了');

  await page.keyboard.press('1');
  await expect(meter.getByTestId('limit-count')).toHaveValue('301');
  await meter.getByTestId('limit-count').press('Escape');
  await meter.getByTestId('limit-count').blur();
  expect(await running.rows('scriptUses')).toEqual([]);
  await page.keyboard.press('2');
  await expect(page.getByTestId('script-uses')).toHaveAttribute('data-count', '1');
  const [use] = await running.rows('scriptUses');
  expect(use).toMatchObject({ position: 5, scriptKey: 'evening' });
  expect(await clipboardOf(running)).toContain('今晚');
});

test('a script rewritten for the run is copied in its new wording', async ({ startConsole }) => {
  const running = await startConsole();
  const { page } = running;
  const { tools } = await openRun(page);
  await tools.show(5, 'tool-auto-reply');
  const card = page.locator('[data-testid=script-card][data-key=evening]');
  await card.getByRole('button', { name: /^改写/ }).click();
  await card.getByRole('textbox').fill('{昵称}，今晚的新款单子留给你');
  await card.getByTestId('script-save').click();
  await expect(card).toContainText('今晚的新款单子留给你');
  await card.getByRole('button', { name: '复制' }).click();
  await expect(card.getByTestId('script-uses')).toHaveAttribute('data-count', '1');
  expect(await clipboardOf(running)).toBe('{昵称}，今晚的新款单子留给你');

  await card.getByTestId('script-add-variant').click();
  await card.getByRole('textbox').fill('{昵称}，第二种写法');
  await card.getByTestId('script-save').click();
  await expect(card).toContainText('第二种写法');
  await card.getByRole('button', { name: '复制' }).click();
  await expect(card.getByTestId('script-uses')).toHaveAttribute('data-count', '2');
  expect(await clipboardOf(running)).toBe('{昵称}，第二种写法');
  const variants = (await running.rows('scriptUses')).map((use) => use.variantKey);
  expect(new Set(variants).size).toBe(2);
});
