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
