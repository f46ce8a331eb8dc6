import { expect, type Page } from '@playwright/test';
import { ENDING_GROUP, OVER_GROUP } from '../lib/fill-groups';
import { KOC_GROUP } from '../lib/fill-kocs';
import type { Screen } from './all-screens';
import { GroupRulesScreen } from './group-rules-screen';
import { GroupScreen } from './group-screen';
import { ListsScreen } from './lists-screen';
import { RepliesScreen } from './replies-screen';
import { TransferScreen } from './transfer-screen';

type Section = Parameters<GroupScreen['open']>[1];

const screen = (
  name: string,
  group: string,
  section: Section,
  go: (page: Page) => Promise<unknown> = async () => undefined,
): Screen => ({
  name: `inner-${name}`,
  open: async (page) => {
    await new GroupScreen(page).open(group, section);
    await go(page);
  },
});

const dialog = (page: Page) => expect(page.getByRole('dialog').first()).toBeVisible();

/** What opens inside groups once people are in several of them and one has ended. */
export const groupInnerScreens: Screen[] = [
  screen('move', KOC_GROUP, 'people', async (page) => {
    await page.getByTestId('insider-move').first().click();
    await expect(page.getByTestId('move-to')).toBeVisible();
  }),
  screen('ledger-appeal', KOC_GROUP, 'rules', (page) => new GroupRulesScreen(page).showAppeal()),
  screen('ledger-decide', KOC_GROUP, 'rules', async (page) => {
    const rules = new GroupRulesScreen(page);
    await rules.appeal(rules.entries('warning').first(), '不是我发的');
    await page.getByTestId('appeal-decide').first().click();
    await expect(page.getByTestId('decide-why')).toBeVisible();
  }),
  screen('ledger-people', KOC_GROUP, 'rules', async (page) => {
    await page.getByTestId('ledger-face').locator('label').nth(1).click();
    await expect(page.getByTestId('ledger-standings')).toBeVisible();
  }),
  screen('transfer-person', ENDING_GROUP, 'transfer', async (page) => {
    await new TransferScreen(page).people.first().click();
    await expect(page.getByTestId('transfer-panel')).toBeVisible();
  }),
  screen('dissolve', ENDING_GROUP, 'transfer', async (page) => {
    await page.getByTestId('dissolve-now').click();
    await dialog(page);
  }),
  screen('over', OVER_GROUP, 'overview'),
  screen('over-transfer', OVER_GROUP, 'transfer', (page) =>
    expect(page.getByTestId('group-reopen')).toBeVisible(),
  ),
  screen('overlap', KOC_GROUP, 'overview', async (page) => {
    await new ListsScreen(page).openOverlaps();
    await page.getByTestId('overlap-row').first().click();
    await expect(page.getByTestId('overlap-panel')).toBeVisible();
  }),
  screen('answer-times', KOC_GROUP, 'overview', async (page) => {
    await new RepliesScreen(page).openQuestions();
    await page.getByTestId('question-view').locator('label').last().click();
    await expect(page.getByTestId('answer-times-row').first()).toBeVisible();
  }),
];
