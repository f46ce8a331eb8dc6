import { expect, test } from '../../fixtures';
import { SopScreen } from '../../pages/sop-screen';
import { StepToolsScreen } from '../../pages/step-tools-screen';

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

test('people that two running flows share are said, and the end of a flow is done and undone', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const sop = new SopScreen(page);
  const tools = new StepToolsScreen(page);
  for (let round = 1; round <= 2; round += 1) {
    await sop.open();
    await sop.startRun();
    await tools.chooseWay('身份');
    await tools.chooseTrait(/^实体门店/);
    await tools.take.click();
    await expect(tools.chosen).toBeVisible();
  }
  const count = await tools.chosen.getAttribute('data-count');
  const note = page.getByText('别让他们收到两份');
  await expect(note).toContainText(`其中 ${count} 人`);
  await page.getByRole('button', { name: '知道了，就这样' }).click();
  await expect(note).toHaveCount(0);
  const accepted = (await running.rows('runEvents')).filter((it) => it.kind === 'overlapAccepted');
  expect(accepted).toHaveLength(1);

  await sop.open();
  await sop.startFlow(/^新客 7 天/);
  for (let position = 1; position <= 7; position += 1) {
    await sop.complete(80 - position);
    await expect(sop.step(position)).toHaveAttribute('data-state', 'done');
  }
  const end = page.getByTestId('sop-exit');
  await expect(end).toContainText('已走完新客7天');
  await page.getByTestId('sop-exit-do').click();
  await expect(page.getByText('收尾已在')).toBeVisible();
  await page.getByTestId('undo').first().click();
  await expect(end).toBeVisible();
});
