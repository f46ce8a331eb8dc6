import { expect, test } from '../../fixtures';
import { TagsScreen } from '../../pages/tags-screen';

const KNOWN = 'tag-base-phone-known';

test('people drawn at random are judged by keys; the verdicts outlive a restart', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const tags = new TagsScreen(page);
  await tags.open();
  await expect.poll(() => tags.countOf(KNOWN)).toBeGreaterThan(30);
  await tags.openTag(KNOWN);
  await page.getByTestId('tag-checks').getByText('30', { exact: true }).click();
  await page.getByTestId('spot-draw').click();
  await expect(tags.progress).toHaveAttribute('data-n', '30');
  await expect(tags.card.getByTestId('explained').first()).toHaveAttribute('data-true', 'true');
  const first = await tags.card.getAttribute('data-member-id');
  await tags.judge('a');
  await expect(tags.card).not.toHaveAttribute('data-member-id', first ?? '');
  await tags.judge('r');
  await tags.judge('s');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(tags.card).toHaveAttribute('data-member-id', first ?? '');

  await running.restart();
  const after = new TagsScreen(running.page);
  await after.open();
  await after.openTag(KNOWN);
  const accuracy = running.page.getByTestId('tag-accuracy');
  await expect(accuracy).toHaveAttribute('data-right', '1');
  await expect(accuracy).toHaveAttribute('data-n', '2');
  await running.page.getByTestId('spot-continue').click();
  for (let n = 3; n < 29; n += 1) await after.judge('a');
  await running.page.keyboard.press('a');
  await expect(running.page.getByTestId('spot-done')).toBeVisible();
  const checks = await running.rows('spotChecks');
  expect(checks.filter((row) => row.verdict === 'right')).toHaveLength(28);
  expect(new Set(checks.map((row) => row.memberId)).size).toBe(30);
});
