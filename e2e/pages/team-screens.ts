import { expect, type Page } from '@playwright/test';
import type { Screen } from './all-screens';
import { SyncScreen } from './sync-screen';

const part = (name: string, more: (page: Page) => Promise<unknown> = async () => undefined) =>
  ({
    name: `team-${name}`,
    open: async (page) => {
      await new SyncScreen(page).openPart(name.split('-')[0] ?? name);
      await more(page);
    },
  }) satisfies Screen;

const inDialog = (button: string) => async (page: Page) => {
  await page.getByTestId(button).last().click();
  await expect(page.getByRole('dialog').first()).toBeVisible();
};

/** The team's page once a laptop has joined, with somebody else in it and a value that lost. */
export const teamScreens: Screen[] = [
  part('place'),
  part('place-leave', inDialog('sync-leave')),
  part('team', (page) => expect(page.getByTestId('seat-row')).toHaveCount(2)),
  part('team-change', async (page) => {
    await inDialog('seat-change')(page);
    await page.getByTestId('sight-some').click();
    await expect(page.getByTestId('sight-groups')).toBeVisible();
  }),
  part('team-revoke', inDialog('seat-revoke')),
  part('invites', (page) => expect(page.getByTestId('invite-make')).toBeVisible()),
  part('invites-made', async (page) => {
    await page.getByTestId('invite-make').click();
    await expect(page.getByTestId('invite-qr')).toBeVisible();
  }),
  part('overwritten', (page) => expect(page.getByTestId('overwritten-row')).toHaveCount(1)),
  part('aside'),
  {
    name: 'team-chip',
    open: async (page) => {
      await page.getByTestId('sync-state').click();
      await expect(page.getByTestId('sync-panel')).toBeVisible();
    },
  },
];
