import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import type { Row, RunningConsole } from '../../lib/running-console';
import { MembersScreen } from '../../pages/members-screen';
import { SegmentsScreen } from '../../pages/segments-screen';

const TAG = '贵宾名单';

async function openInsights(page: Page, tab: string): Promise<void> {
  await page.getByTestId('nav-members').click();
  await page.getByTestId('members-tab-insights').click();
  await page.getByTestId(`insights-tab-${tab}`).click();
  await page.locator('[data-testid=page-insights][data-ready=true]').waitFor();
}

const isCounted = ({ status }: Row) => status !== 'pending' && status !== 'cancelled';

const handTags = async (running: RunningConsole) =>
  (await running.rows('tagAssignments')).filter((row) => row.source === 'hand');

test('from an import to tags with reasons, a segment, a quadrant, a play and a batch of tags, all there after a restart', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;

  // Tags by rule are there some time after the start at the latest, and say why.
  await expect
    .poll(async () => (await running.rows('tagAssignments')).some((row) => row.source === 'rule'), {
      timeout: 45_000,
    })
    .toBe(true);
  const ruled = (await running.rows('tagAssignments')).find((row) => row.source === 'rule');
  const members = new MembersScreen(page);
  await members.open();
  await page.evaluate((id) => {
    window.location.hash = `#/members/${id}`;
  }, String(ruled?.memberId));
  await expect(members.panel).toBeVisible();
  await members.panel.getByTestId('member-rule-tag').first().click();
  await expect(page.getByTestId('explanation')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  // A segment by the builder.
  const segments = new SegmentsScreen(page);
  await segments.open();
  await segments.begin();
  await segments.addCondition('下单次数');
  await segments.choose(segments.conditions.first(), '什么时候', '有史以来');
  await segments.conditions.first().getByTestId('range-min').fill('1');
  await expect(segments.count).toBeVisible();
  await segments.save('下过单的');
  const buyers = new Set((await running.rows('orders')).filter(isCounted).map((it) => it.memberId));
  await expect(segments.row('下过单的')).toHaveAttribute('data-count', String(buyers.size));

  // A quadrant, and a play for its people with some of them left alone.
  await openInsights(page, 'quadrants');
  const card = page.locator('[data-testid^=quadrant-play-]:enabled').first();
  await card.click();
  await page.getByTestId('play-start-go').click();
  await expect(page.getByTestId('play-panel')).toBeVisible();
  expect(await running.countRows('plays')).toBe(1);

  // Everybody of the play gets a tag in one step, which one undo takes back.
  await page.getByTestId('play-tag').click();
  await page.getByTestId('play-tag-picker').fill(TAG);
  await page.getByTestId('play-tag-picker').press('Enter');
  await expect.poll(async () => (await handTags(running)).length).toBeGreaterThan(0);
  const tagged = (await handTags(running)).length;
  await page.getByTestId('undo').last().click();
  await expect.poll(async () => (await handTags(running)).length).toBe(0);
  await page.getByTestId('redo').click();
  await expect.poll(async () => (await handTags(running)).length).toBe(tagged);

  const before = (await running.rows('tagAssignments')).length;
  await running.restart();
  expect((await running.rows('tagAssignments')).length).toBe(before);
  expect((await handTags(running)).length).toBe(tagged);
  expect(await running.countRows('plays')).toBe(1);
  expect(await running.countRows('segmentSnapshots')).toBeGreaterThanOrEqual(1);
  const again = new SegmentsScreen(running.page);
  await again.open();
  await expect(again.row('下过单的')).toHaveAttribute('data-count', String(buyers.size));
  await openInsights(running.page, 'plays');
  await expect(running.page.getByTestId('plays-list')).toBeVisible();
});
