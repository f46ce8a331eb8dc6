import { expect, type Page } from '@playwright/test';
import type { Screen } from './all-screens';
import { SopScreen } from './sop-screen';

const RUNS = '[data-testid=page-sop][data-ready=true]';

/** Within the area of flows, from its tab of runs. */
const inFlows = (name: string, go: (page: Page) => Promise<unknown>): Screen => ({
  name,
  open: async (page) => {
    await page.getByTestId('nav-sop').click();
    await page.getByTestId('sop-tab-runs').click();
    await page.locator(RUNS).waitFor();
    await go(page);
  },
});

const TOOLS = [
  'tool-segment',
  'tool-placements',
  'tool-guide-page',
  'tool-jump',
  'tool-auto-reply',
];

const trafficRuns = (page: Page) => new SopScreen(page).trafficRuns;

async function openRun(page: Page): Promise<void> {
  await trafficRuns(page).first().click();
  await expect(page.getByTestId('sop-metric-input')).toBeVisible();
}

/** The funnel of the finished run, in one of its views by place. */
async function openFunnel(page: Page, view: number): Promise<void> {
  await trafficRuns(page).nth(1).click();
  await page.getByTestId('funnel-open').click();
  await page.getByTestId('funnel-views').locator('label').nth(view).click();
}

async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByTestId(`sop-tab-${tab}`).click();
  await page.locator(RUNS).waitFor();
}

async function openTemplate(page: Page): Promise<void> {
  await openTab(page, 'templates');
  const row = page.locator('[data-testid=flow-row][data-key=traffic-7-steps]');
  await row.getByRole('link').click();
  await expect(page.getByTestId('flow-text')).toBeVisible();
}

/** Of the finished run: its versions first, then its review. */
async function openReview(page: Page, link: number): Promise<void> {
  await openTab(page, 'reviews');
  const line = page.getByTestId('review-list').getByRole('listitem').first();
  await line.getByRole('link').nth(link).click();
}

/** What opens inside the area of flows, once `fillFlows` has worked there. */
export const flowScreens: Screen[] = [
  inFlows('sop-run', openRun),
  inFlows('sop-start', async (page) => {
    await page.getByTestId('sop-new-run-more').click();
    await page.getByTestId('sop-new-run-dialog').click();
    await expect(page.getByTestId('sop-start')).toBeVisible();
  }),
  inFlows('sop-story', async (page) => {
    await openRun(page);
    await page.getByTestId('sop-story-open').click();
    await expect(page.getByTestId('sop-story-line').first()).toBeVisible();
  }),
  ...TOOLS.map((tool, index) =>
    inFlows(`sop-run-${tool}`, async (page) => {
      await openRun(page);
      await page.getByTestId(`sop-step-${index + 1}`).click();
      await expect(page.getByTestId(tool)).toBeVisible();
    }),
  ),
  inFlows('sop-run-audit', async (page) => {
    await openRun(page);
    await page.getByTestId('sop-step-6').click();
    await page.getByTestId('audit-card').scrollIntoViewIfNeeded();
  }),
  inFlows('sop-run-audit-room', async (page) => {
    await trafficRuns(page).first().click();
    await page.getByTestId('sop-step-6').click();
    await page.getByTestId('audit-room').click();
    await expect(page.getByRole('dialog').getByTestId('audit-card')).toBeVisible();
  }),
  inFlows('sop-run-placement', async (page) => {
    await openRun(page);
    await page.getByTestId('sop-step-7').click();
    await page.getByTestId('placement-refused').scrollIntoViewIfNeeded();
  }),
  inFlows('sop-funnel', async (page) => {
    await openFunnel(page, 0);
    await expect(page.getByTestId('funnel-detail-bottleneck')).toBeVisible();
  }),
  inFlows('sop-funnel-compare', async (page) => {
    await openFunnel(page, 1);
    await expect(page.getByTestId('funnel-comparison')).toBeVisible();
  }),
  inFlows('sop-funnel-breakdown', (page) => openFunnel(page, 2)),
  inFlows('sop-funnel-people', (page) => openFunnel(page, 3)),
  inFlows('sop-touch', async (page) => {
    await openTab(page, 'touch');
    await expect(page.getByTestId('touch-stage').first()).toBeVisible();
  }),
  inFlows('sop-touch-results', async (page) => {
    await openTab(page, 'touch');
    await page.getByTestId('touch-view').locator('label').last().click();
    await expect(page.getByTestId('touch-results')).toBeVisible();
  }),
  inFlows('sop-touch-plan', async (page) => {
    await openTab(page, 'touch');
    await page.getByTestId('touch-edit-plan').click();
    await expect(page.getByTestId('touch-plan-form')).toBeVisible();
  }),
  inFlows('sop-reviews', (page) => openTab(page, 'reviews')),
  inFlows('sop-review', async (page) => {
    await openReview(page, 1);
    await expect(page.getByTestId('review-goals')).toBeVisible();
    await page.getByTestId('review-add-change').click();
    await expect(page.getByTestId('review-change-form')).toBeVisible();
  }),
  inFlows('sop-versions', async (page) => {
    await openReview(page, 0);
    await page.locator(RUNS).waitFor();
  }),
  inFlows('sop-templates', async (page) => {
    await openTab(page, 'templates');
    await expect(page.getByTestId('flow-row').first()).toBeVisible();
  }),
  inFlows('sop-template', openTemplate),
  inFlows('sop-template-editor', async (page) => {
    await openTemplate(page);
    await page.getByTestId('flow-page-edit').click();
    await expect(page.getByTestId('step-title')).toBeVisible();
  }),
  inFlows('sop-positioning', async (page) => {
    await openTab(page, 'positioning');
    await expect(page.getByTestId('positioning-card')).toBeVisible();
  }),
];
