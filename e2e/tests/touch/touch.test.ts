import { expect, test } from '../../fixtures';

const counts = (text: string | null) => Number(text ?? 0);

test('a plan lists everybody of the roster, a whole stage is noted at one stroke, undone, and kept through a restart', async ({
  startFilled,
}) => {
  test.setTimeout(120_000);
  const running = await startFilled();
  const { page } = running;
  await page.getByTestId('nav-sop').click();
  await page
    .getByRole('tab', { name: '触达' })
    .or(page.getByText('触达', { exact: true }))
    .first()
    .click();
  await page.getByTestId('touch-new-plan').click();
  await page.getByTestId('touch-start-day').fill('2020-01-01');
  await page.getByTestId('touch-plan-save').click();
  await expect(page.getByTestId('touch-stage')).toHaveCount(5);

  // Whoever is past a stage's days is missed: the sum is everybody with an order.
  await page.getByTestId('touch-stage').first().click();
  await page.getByTestId('touch-state').getByText('已错过').click();
  await expect(page.getByTestId('touch-row').first()).toBeVisible();
  await page.getByTestId('touch-row').first().click();
  await expect(page.getByTestId('touch-card')).toContainText('首单');
  await page.getByTestId('touch-batch-done').click();
  await page.getByTestId('touch-batch-confirm').click();
  await expect.poll(async () => (await running.rows('touches')).length).toBeGreaterThan(30);
  const stored = (await running.rows('touches')).length;
  const stage = page.getByTestId('touch-stage').first();
  await expect(stage).toHaveAttribute('data-done', String(stored));
  await page.getByTestId('undo').last().click();
  await expect(stage).toHaveAttribute('data-done', '0');
  expect(await running.rows('touches')).toEqual([]);
  await page.getByTestId('redo').click();
  await expect(stage).toHaveAttribute('data-done', String(stored));

  // Noted after the window: nobody counts as touched, and the warning stands.
  await page.getByTestId('touch-view').getByText('效果').click();
  const observed = page.getByTestId('touch-observed-retention7');
  await expect(observed).toHaveAttribute('data-counts', /^0\/0 \d+\/\d+$/);
  await expect(page.getByTestId('touch-results')).toContainText('不是抽签分的');

  await running.restart();
  await running.page.getByTestId('nav-today').click();
  await expect(running.page.getByTestId('today-touches')).toBeVisible();
  expect(counts(await running.page.getByTestId('today-touches').getAttribute('data-count'))).toBe(
    await openNow(),
  );

  async function openNow(): Promise<number> {
    const orders = await running.rows('orders');
    const touched = new Set((await running.rows('touches')).map((row) => String(row.memberId)));
    const zone = 8 * 3_600_000;
    const dayOf = (ms: number) => Math.floor((ms + zone) / 86_400_000);
    const today = dayOf(Date.now());
    const first = new Map<string, number>();
    for (const { memberId, orderedAt, status } of orders) {
      if (status === 'cancelled' || status === 'pending') continue;
      const day = dayOf(Number(orderedAt));
      const id = String(memberId);
      if (day <= today && day < (first.get(id) ?? Number.POSITIVE_INFINITY)) first.set(id, day);
    }
    const stages = [
      [1, 2],
      [3, 2],
      [7, 3],
      [15, 5],
      [30, 7],
    ] as const;
    let open = 0;
    for (const [id, day] of first) {
      for (const [at, [after, grace]] of stages.entries()) {
        const late = today - day - after;
        if (late >= 0 && late <= grace && !(at === 0 && touched.has(id))) open += 1;
      }
    }
    return open;
  }
});

test('a positioning card is written and tested by its questions', async ({ startFilled }) => {
  const running = await startFilled();
  const { page } = running;
  await page.getByTestId('nav-sop').click();
  await page.getByText('定位', { exact: true }).first().click();
  await page.getByTestId('positioning-add').click();
  await page.getByTestId('positioning-add-whole').click();
  const lines = ['users', 'service', 'problem', 'value', 'goal'];
  for (const line of lines) {
    await page.getByTestId(`positioning-${line}`).fill(`${line} 写清楚`);
    await page.keyboard.press('Tab');
  }
  const verdict = page.getByTestId('positioning-verdict');
  await expect(verdict).toHaveAttribute('data-kind', 'open');
  const answers = page.locator('[data-testid^=positioning-answer-]');
  await expect(answers).toHaveCount(6);
  for (let at = 0; at < 6; at += 1) {
    await answers.nth(at).getByText('是', { exact: true }).click();
    await expect
      .poll(async () => Object.keys((await running.rows('positionings'))[0]?.answers ?? {}).length)
      .toBe(at + 1);
  }
  await expect(verdict).toHaveAttribute('data-kind', 'holds');
  await answers.first().getByText('不是').click();
  await expect(verdict).toHaveAttribute('data-kind', 'doubtful');
  expect((await running.rows('positionings'))[0]).toMatchObject({ value: 'value 写清楚' });
});
