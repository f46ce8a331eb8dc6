import { expect, test } from '../../fixtures';
import { SopScreen } from '../../pages/sop-screen';

test('a finished run is reviewed into the next version, which the next run follows', async ({
  startConsole,
}) => {
  test.setTimeout(90_000);
  const running = await startConsole();
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  for (const count of [1000, 500, 300, 60, 50, 45, 44]) await sop.complete(count);
  await page.getByTestId('sop-review').click();

  await expect(page.getByTestId('review-worst')).toHaveAttribute('data-step', '4');
  await page.getByLabel('为什么？', { exact: true }).fill('二维码要保存再识别');
  await page.getByLabel('做对了、下次照做').fill('支付成功页的卡片');
  await page.getByLabel('要改的').focus();

  const form = page.getByTestId('review-change-form');
  await page.getByTestId('review-add-change').click();
  // The worst step is offered first.
  await expect(form.getByRole('combobox', { name: '哪一步' })).toHaveValue(/^第 4 步/);
  await form.getByLabel('目标 %').fill('66');
  await page.getByTestId('review-change-confirm').click();
  await expect(page.getByTestId('review-effect')).toHaveCount(1);

  await page.getByTestId('review-add-change').click();
  await form.getByRole('combobox', { name: '改什么' }).click();
  await page.getByRole('option', { name: '清单加一项' }).click();
  await form.getByLabel('清单项').fill('二维码长按就能识别');
  await page.getByTestId('review-change-confirm').click();
  await expect(page.getByTestId('review-effect')).toHaveCount(2);

  await page.getByLabel('给这一版写一句说明').fill('少一步保存');
  await page.getByTestId('review-accept').click();
  await expect(page.getByTestId('review-accepted')).toHaveAttribute('data-version', '2');
  await page.getByTestId('undo').first().click();
  await expect(page.getByTestId('review-accept')).toBeEnabled();
  expect(await running.rows('sopTemplates')).toHaveLength(0);
  await page.getByTestId('review-accept').click();
  await expect(page.getByTestId('review-accepted')).toBeVisible();

  await running.restart();
  const again = running.page;
  const second = new SopScreen(again);
  await second.open();
  await second.startRun();
  for (const count of [1000, 500, 300, 180, 150, 140, 130]) await second.complete(count);
  const runs = await running.rows('sopRuns');
  expect(runs.map(({ templateVersion }) => templateVersion).sort()).toEqual([1, 2]);

  await second.open();
  await again.getByTestId('sop-tab-reviews').click();
  const lines = again.getByTestId('review-list').getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expect(again.getByTestId('review-list')).toContainText('已采纳，第 2 版');
  await lines.first().getByRole('link', { name: '版本对比' }).click();
  const differences = again.getByTestId('version-differences').getByRole('listitem');
  await expect(differences).toHaveCount(2);
  await expect(differences.first()).toContainText('66%');
  // 60 of 300 with version 1, 180 of 300 with version 2.
  await expect(again.getByTestId('funnel-compare-4')).toHaveAttribute('data-verdict', 'likelyReal');
});

test('a flow that went on since must be looked at before changes are made to it', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  const sop = new SopScreen(page);
  for (let run = 0; run < 2; run += 1) {
    await sop.open();
    await sop.startRun();
    for (const count of [100, 50, 30, 20, 15, 14, 13]) await sop.complete(count);
  }
  const review = async (index: number, percent: string) => {
    await sop.open();
    await page.getByTestId('sop-tab-reviews').click();
    const lines = page.getByTestId('review-list').getByRole('listitem');
    await lines.nth(index).getByRole('link', { name: '写复盘' }).click();
    await page.getByTestId('review-add-change').click();
    await page.getByTestId('review-change-form').getByLabel('目标 %').fill(percent);
    await page.getByTestId('review-change-confirm').click();
    await expect(page.getByTestId('review-effect')).toHaveCount(1);
  };
  await review(0, '61');
  await page.getByTestId('review-accept').click();
  await expect(page.getByTestId('review-accepted')).toBeVisible();
  await review(1, '62');
  await expect(page.getByTestId('review-newer')).toContainText('第 2 版');
  await expect(page.getByTestId('review-accept')).toBeDisabled();
  await page.getByTestId('review-newer').getByRole('checkbox').check();
  await page.getByTestId('review-accept').click();
  await expect(page.getByTestId('review-accepted')).toHaveAttribute('data-version', '3');
});
