import { expect, test } from '../../fixtures';

test('the sample is there in one click, and gone in one click', async ({ startConsole }) => {
  const console = await startConsole();
  const { page } = console;
  await page.getByTestId('try-sample').click();
  await expect(page.getByTestId('toast')).toContainText('示例已放入');
  expect(await console.countRows('members')).toBeGreaterThan(50);
  expect(await console.countRows('orders')).toBeGreaterThan(100);
  await expect(page.getByTestId('first-run')).toHaveCount(0);

  await console.restart();
  await console.page.getByTestId('remove-sample').click();
  await expect(console.page.getByTestId('first-run')).toBeVisible();
  expect(await console.countRows('members')).toBe(0);
  expect(await console.countRows('orders')).toBe(0);
});

test('the groups of the sample live, each in its own way, and leave with it', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  await page.getByTestId('try-sample').click();
  await expect(page.getByTestId('toast')).toContainText('示例已放入');

  await page.getByTestId('nav-groups').click();
  await page.getByTestId('groups-tab-board').click();
  const row = (key: string) => page.locator(`[data-testid=life-row][data-group-id=sample-${key}]`);
  await expect(page.getByTestId('life-row')).toHaveCount(6);
  await expect(row('kitchen')).toHaveAttribute('data-state', 'awake');
  await expect(row('lunch')).toHaveAttribute('data-state', 'asleep');
  await expect(row('neighbours')).toHaveAttribute('data-phase', 'late');
  await expect(row('morning').getByTestId('life-proposal')).toBeVisible();
  await expect(row('kitchen')).toHaveAttribute('data-activity', /\d/);

  await page.getByTestId('groups-tab-kocs').click();
  await expect(page.locator('[data-testid=page-groups-kocs][data-ready=true]')).toBeVisible();
  expect(await console.countRows('kocs')).toBe(2);
  expect(await console.countRows('chatQuestions')).toBeGreaterThan(10);

  await page.getByTestId('nav-today').click();
  await page.getByTestId('remove-sample').click();
  await expect(page.getByTestId('first-run')).toBeVisible();
  for (const entity of ['groups', 'memberships', 'groupDays', 'kocs', 'contentItems', 'members']) {
    expect(await console.countRows(entity)).toBe(0);
  }
});
