import { expect, type Page } from '@playwright/test';
import { KOC_PEOPLE } from '../lib/fill-kocs';
import type { Screen } from './all-screens';
import { KocScreen } from './koc-screen';

const screen = (name: string, go: (koc: KocScreen, page: Page) => Promise<unknown>): Screen => ({
  name: `koc-${name}`,
  open: async (page) => {
    const koc = new KocScreen(page);
    await koc.open();
    await go(koc, page);
  },
});

const openPanel = async (koc: KocScreen) => {
  await koc.openKoc(KOC_PEOPLE.helper);
  await koc.effect.waitFor();
  await koc.followers.first().waitFor();
};

/** The pages of core members, once one of them is in the pool. */
export const kocScreens: Screen[] = [
  screen('pool', (koc) => koc.rows.first().waitFor()),
  screen('panel', openPanel),
  screen('incentives', async (koc, page) => {
    await openPanel(koc);
    await page.getByTestId('koc-incentive-what').scrollIntoViewIfNeeded();
  }),
  screen('effect', async (koc) => {
    await openPanel(koc);
    await koc.effect.evaluate((it) => it.scrollIntoView());
  }),
  screen('candidates', async (koc) => {
    await koc.turnTo('candidates');
    await koc.candidates.first().waitFor();
  }),
  screen('candidate', async (koc, page) => {
    await koc.turnTo('candidates');
    await koc.candidates.first().click();
    await expect(page.getByTestId('koc-candidate-panel')).toBeVisible();
    await koc.effect.waitFor();
  }),
  screen('scoring', async (_, page) => {
    await page.getByTestId('koc-scoring-open').click();
    await expect(page.getByTestId('koc-scoring')).toBeVisible();
  }),
  screen('friends', async (koc) => {
    await koc.turnTo('friends');
    await koc.idea('publicPraise').first().waitFor();
  }),
  screen('friend-dialog', async (koc, page) => {
    await koc.turnTo('friends');
    await koc.idea('publicPraise').first().getByTestId('friend-idea-note').click();
    await expect(page.getByTestId('friend-dialog')).toBeVisible();
  }),
];
