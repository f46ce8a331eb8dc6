import { expect, test } from '../../fixtures';
import { SopScreen } from '../../pages/sop-screen';

test('a flow of another kind: critical gate, verdict with note, override, story, end and undo', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startFlow(/^内容日/, { owner: '小周' });
  // Counts of people who only answer are no funnel.
  await expect(page.getByTestId('funnel-step-2')).toHaveCount(0);
  await expect(page.getByTestId('sop-run-owner')).toHaveText('小周');

  await sop.complete(4);
  await expect(page.getByRole('alert')).toContainText('关键步骤');
  await expect(sop.step(1)).toHaveAttribute('data-state', 'doing');
  for (const box of await page.getByRole('checkbox').all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  const verdict = page.getByRole('radiogroup', { name: '过了一遍极限词和承诺' });
  await verdict.getByText('不通过', { exact: true }).click();
  await page.getByLabel('哪里不对，写一句').fill('第二条写了“最低价”');
  await page.keyboard.press('Enter');
  await page.getByTestId('sop-complete-step').click();
  await expect(page.getByRole('alert')).toContainText('关键步骤');
  await verdict.getByText('通过', { exact: true }).first().click();
  await page.getByTestId('sop-complete-step').click();
  await expect(sop.step(1)).toHaveAttribute('data-state', 'done');

  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
  await page.getByTestId('sop-override-reason').fill('先发再补');
  await sop.complete(12);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'done');

  await page.getByTestId('sop-story-open').click();
  const overridden = page.locator('[data-testid=sop-story-line][data-kind=stepOverridden]');
  await expect(overridden).toContainText('先发再补');
  await page.keyboard.press('Escape');

  await sop.endEarly('今天店休');
  await expect(page.getByText('这一轮提前结束了')).toBeVisible();
  expect(await running.rows('sopRuns')).toMatchObject([
    { status: 'ended', endReason: '今天店休', kind: 'content' },
  ]);
  await page.getByTestId('undo').first().click();
  await expect(sop.step(3)).toHaveAttribute('data-state', 'doing');

  await running.restart();
  const again = new SopScreen(running.page);
  await again.open();
  await running.page.getByTestId('sop-run-row').first().click();
  await expect(again.step(2)).toHaveAttribute('data-state', 'done');
  await again.step(2).click();
  await expect(running.page.getByText('理由：先发再补')).toBeVisible();
});

test('Today leads to the very step that is due', async ({ startConsole }) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await page.getByTestId('nav-today').click();
  const line = page.getByTestId('today-next-step').first();
  await expect(line).toContainText('筛选目标用户');
  await line.getByRole('link').click();
  await expect(sop.step(1)).toHaveAttribute('aria-current', 'step');
});
