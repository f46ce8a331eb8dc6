import { expect, test } from '../../fixtures';
import { SopScreen } from '../../pages/sop-screen';

const COUNTS = [10_000, 2300, 410, 352, 61, 40, 40];

test('seven typed numbers make a finished run and the right funnel, also after a restart', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const sop = new SopScreen(running.page);
  await sop.open();
  await sop.startRun();
  for (const count of COUNTS) await sop.complete(count);
  for (let position = 1; position <= 7; position += 1) {
    await expect(sop.step(position)).toHaveAttribute('data-state', 'done');
  }

  const check = async () => {
    expect(await sop.figuresOf(1)).toMatchObject({ count: 10_000, rate: 1 });
    for (let position = 2; position <= 7; position += 1) {
      const [before = 0, count = 0] = COUNTS.slice(position - 2, position);
      const figures = await sop.figuresOf(position);
      expect(figures.count).toBe(count);
      expect(figures.rate).toBeCloseTo(count / before, 10);
      expect(figures.low).toBeLessThan(figures.rate);
      expect(figures.high).toBeGreaterThanOrEqual(figures.rate);
    }
    // Wilson 95 % as statsmodels gives it for 2300 of 10 000 and 61 of 352.
    const second = await sop.figuresOf(2);
    expect(second.low).toBeCloseTo(0.221856446, 8);
    expect(second.high).toBeCloseTo(0.238350913, 8);
    expect((await sop.figuresOf(5)).low).toBeCloseTo(0.137337738, 8);
    // 61 / 352 against a target of 70 % costs most people at the end.
    await expect(sop.bottleneck).toHaveAttribute('data-step', '5');
  };
  await check();
  expect(await running.rows('sopRuns')).toMatchObject([{ status: 'finished' }]);

  await running.restart();
  await new SopScreen(running.page).open();
  await running.page.getByTestId('sop-run-row').first().click();
  await expect(running.page.getByTestId('sop-step-7')).toHaveAttribute('data-state', 'done');
  const again = new SopScreen(running.page);
  expect((await again.figuresOf(7)).count).toBe(40);
});

test('the funnel moves while one types, and says what does not add up', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await sop.complete(100);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
  await sop.type(80);
  await expect(sop.funnelStep(2)).toHaveAttribute('data-rate', '0.8');
  await sop.type(130);
  await expect(sop.funnelStep(2)).toHaveAttribute('data-rate', '1.3');
  await expect(sop.funnelStep(2)).toHaveAttribute('data-ci-low', '');
  await expect(sop.funnelStep(2)).toContainText('比前一步多 30 人');
  await sop.complete('-5');
  await expect(page.getByRole('alert')).toContainText('不会是负的');
  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
  await sop.complete('1.2万');
  await expect(sop.step(2)).toHaveAttribute('data-state', 'done');
  await expect(sop.funnelStep(2)).toHaveAttribute('data-count', '12000');
});

test('a skipped step leaves the rates after it whole, and can be opened again', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await sop.complete(400);
  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
  await page.getByRole('button', { name: '跳过', exact: true }).click();
  await page.getByLabel('为什么跳过？').fill('这轮没有广告位');
  await page.keyboard.press('Enter');
  await expect(sop.step(2)).toHaveAttribute('data-state', 'skipped');
  await sop.type(100);
  await expect(sop.funnelStep(3)).toHaveAttribute('data-rate', '0.25');
  await sop.step(2).click();
  await page.getByRole('button', { name: '重新打开' }).click();
  await expect(sop.step(2)).toHaveAttribute('data-state', 'doing');
});
