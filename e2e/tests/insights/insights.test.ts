import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { InsightsScreen } from '../../pages/insights-screen';

/** What hands gave: tags by rule may be worked out again at any moment. */
const handTags = async (running: RunningConsole) =>
  (await running.rows('tagAssignments')).filter(({ source }) => source === 'hand').length;

const firstNumber = (text: string | null) =>
  Number(/\d[\d,]*/.exec(text ?? '')?.[0].replace(/,/g, ''));

test('a quadrant gets its play, its people a tag, and undo takes back each; a restart keeps the rest', async ({
  startFilled,
}) => {
  test.setTimeout(120_000);
  const running = await startFilled();
  const { page } = running;
  const insights = new InsightsScreen(page);
  await insights.open('quadrants');
  const churn = page.getByTestId('quadrant-churn');
  const n = Number(await churn.getAttribute('data-n'));
  expect(n).toBeGreaterThan(5);
  await churn.getByRole('button', { name: '看这些人' }).click();
  await insights.seesPeople(n);

  await insights.open('quadrants');
  const { people, heldOut } = await insights.startPlay('churn');
  expect(people).toBe(n);
  expect(heldOut).toBe(Math.round(n * 0.2));
  await expect(page.getByTestId('play-verdict')).toBeVisible();
  await expect(page.getByTestId('play-money')).toHaveAttribute('data-basis', 'beyondHoldout');
  const before = await handTags(running);
  await page.getByTestId('play-tag').click();
  await page.getByTestId('play-tag-picker').fill('老友回归名单');
  await page.getByRole('option').last().click();
  await expect(page.getByTestId('toast').last()).toContainText(`${n - heldOut} 人`);
  expect(await handTags(running)).toBe(before + n - heldOut);
  await page.getByTestId('toast').last().getByTestId('undo').click();
  await expect.poll(() => handTags(running)).toBe(before);

  await page.getByTestId('play-edit').click();
  await page.getByTestId('play-cost').fill('200');
  await page.getByTestId('play-save').click();
  await expect(page.getByTestId('play-money')).toContainText('¥200.00');
  await page.getByTestId('play-close').click();
  await expect(page.getByTestId('play-panel')).toContainText('已收尾');
  await page.getByTestId('play-remove').click();
  await expect.poll(() => running.countRows('plays')).toBe(0);
  await page.getByTestId('toast').last().getByTestId('undo').click();
  await expect.poll(() => running.countRows('plays')).toBe(1);

  await running.restart();
  await running.isReady('today');
  const again = new InsightsScreen(running.page);
  await again.open('plays');
  await running.page.getByTestId('plays-list').getByRole('button').first().click();
  await running.page.getByTestId('play-people').click();
  await again.seesPeople(n - heldOut);
});

test('every cell opens as many people as it says, also after its cuts were changed', async ({
  startFilled,
}) => {
  test.setTimeout(120_000);
  const running = await startFilled();
  const { page } = running;
  const insights = new InsightsScreen(page);
  const grid = page.getByTestId('rfm-grid');
  await insights.open('rfm');
  const buyers = new Set(
    (await running.rows('memberStats')).filter((row) => Number(row.orderCount) > 0),
  ).size;
  const sum = async () => {
    const texts = await grid.locator('b').allTextContents();
    return texts.reduce((all, text) => all + Number(text.replace(/,/g, '')), 0);
  };
  expect(await sum()).toBe(buyers);

  await page.getByTestId('insights-edit').click();
  await page.getByText('手工填切点').click();
  await page.getByTestId('insights-settings-save').click();
  await expect(page.getByTestId('rfm-cuts')).toContainText('> 90');
  expect(await sum()).toBe(buyers);
  const cell = grid.getByRole('button').first();
  const n = firstNumber(await cell.locator('b').textContent());
  await cell.click();
  await insights.seesPeople(n);

  await insights.open('cohorts');
  const retention = page.getByTestId('cohorts-retention7');
  const k = Number(await retention.getAttribute('data-k'));
  expect(Number(await retention.getAttribute('data-n'))).toBeGreaterThan(k);
  await retention.getByRole('button', { name: '看回来的人' }).click();
  await insights.seesPeople(k);

  await insights.open('persona');
  const open = page.getByTestId('persona-layer').getByRole('button').last();
  const there = firstNumber(await open.locator('b').textContent());
  await open.click();
  await insights.seesPeople(there);
});

test('cells are walked by arrows, the cube by its layers, and each chart has its table', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const insights = new InsightsScreen(page);
  await insights.open('persona');
  const layers = page.getByTestId('persona-cube-card').getByRole('radio');
  await page.getByTestId('persona-cube-card').locator('[role=radio][tabindex="0"]').focus();
  const chosen = page.getByTestId('persona-cube-card').locator('[data-layer][aria-checked=true]');
  const before = await chosen.getAttribute('data-layer');
  expect(await layers.count()).toBeGreaterThan(2);
  await page.keyboard.press('ArrowDown');
  await expect(chosen).not.toHaveAttribute('data-layer', before ?? '');
  await expect(chosen).toBeFocused();

  await insights.open('cohorts');
  await page.getByTestId('cohorts-triangle').locator('button[tabindex="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-cell="0,1"]:focus')).toHaveCount(1);
  await page.getByTestId('cohorts-triangle-card').getByText('表', { exact: true }).click();
  await expect(page.getByTestId('cohorts-triangle-card').getByRole('table')).toContainText('人数');
});

test('without orders every model says what will be here and offers the import', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const insights = new InsightsScreen(running.page);
  for (const tab of ['persona', 'quadrants', 'rfm', 'cohorts', 'value'] as const) {
    await insights.open(tab);
    await expect(running.page.getByTestId('insights-import')).toBeVisible();
  }
});
