import { expect, type Locator, type Page } from '@playwright/test';

/** The team as a user meets it: the chip in the top bar, and its page in the settings. */
export class SyncScreen {
  constructor(private readonly page: Page) {}

  get chip(): Locator {
    return this.page.getByTestId('sync-state');
  }

  async open(): Promise<void> {
    await this.page.evaluate(() => {
      window.location.hash = '#/settings/sync';
    });
    await this.page.locator('[data-testid=page-settings][data-ready=true]').waitFor();
  }

  /** One part of the page of a laptop that has joined. */
  async openPart(part: string): Promise<void> {
    await this.page.evaluate((to) => {
      window.location.hash = to;
    }, `#/settings/sync/${part}`);
    await this.page.locator('[data-testid=page-settings][data-ready=true]').waitFor();
    const tab = this.page.getByTestId(`sync-tab-${part}`);
    await expect(tab).toHaveAttribute('aria-selected', 'true');
  }

  async join(url: string, code: string, device: string): Promise<void> {
    await this.open();
    await this.page.getByTestId('sync-hub-url').fill(url);
    await this.page.getByTestId('sync-invite-code').fill(code);
    await this.formOf('sync-join').getByTestId('sync-device').fill(device);
    await this.page.getByTestId('sync-join').click();
    await this.page.getByTestId('sync-joined').waitFor({ timeout: 60_000 });
  }

  /** A whole invite fills both fields. */
  async joinByLink(link: string, device: string): Promise<void> {
    await this.open();
    await this.page.getByTestId('sync-hub-url').fill(link);
    await this.formOf('sync-join').getByTestId('sync-device').fill(device);
    await this.page.getByTestId('sync-join').click();
    await this.page.getByTestId('sync-joined').waitFor({ timeout: 60_000 });
  }

  /** The link of a new invite, as it would be sent to somebody. */
  async invite(): Promise<string> {
    await this.open();
    await this.page.getByTestId('sync-tab-invites').click();
    await this.page.getByTestId('invite-make').click();
    return this.page.getByTestId('invite-link').innerText();
  }

  /** A hub on this very laptop, with a workspace of its own. */
  async host(workspace: string, device: string): Promise<void> {
    await this.open();
    await this.page.getByTestId('sync-host-name').fill(workspace);
    await this.formOf('sync-host').getByTestId('sync-device').fill(device);
    await this.page.getByTestId('sync-host').click();
    await this.page.getByTestId('sync-joined').waitFor({ timeout: 90_000 });
  }

  /** Of another laptop of the team, by its name. */
  async changeRole(device: string, role: 'leader' | 'assistant' | 'viewer'): Promise<void> {
    const dialog = await this.openSeat(device);
    await dialog.getByTestId(`role-${role}`).click();
    await this.saveSeat();
  }

  /** What another laptop sees: groups by their names, or the whole workspace. */
  async changeSight(device: string, groups: readonly string[] | 'all'): Promise<void> {
    const dialog = await this.openSeat(device);
    await dialog.getByTestId(groups === 'all' ? 'sight-all' : 'sight-some').click();
    if (groups !== 'all') {
      for (const name of groups) {
        await dialog.getByTestId('sight-groups').fill(name);
        await this.page.getByRole('option', { name, exact: true }).click();
      }
    }
    await this.saveSeat();
  }

  /** What this laptop's own page says, as soon as it has heard. */
  async hasRole(word: string): Promise<void> {
    await this.openPart('place');
    await expect(this.page.getByTestId('sync-place')).toContainText(`${word} ·`);
  }

  async revoke(device: string): Promise<void> {
    await this.openPart('team');
    await this.seat(device).getByTestId('seat-revoke').click();
    await this.page.getByTestId('seat-revoke-confirm').click();
    await expect(this.seat(device)).toHaveAttribute('data-revoked', 'true');
  }

  async leave(): Promise<void> {
    await this.openPart('place');
    await this.page.getByTestId('sync-leave').click();
    await this.page.getByTestId('sync-leave-confirm').click();
    await this.page.getByTestId('sync-off').waitFor();
  }

  private seat(device: string): Locator {
    return this.page.getByTestId('seat-row').filter({ hasText: device });
  }

  private async openSeat(device: string): Promise<Locator> {
    await this.openPart('team');
    await this.seat(device).getByTestId('seat-change').click();
    return this.page.getByRole('dialog');
  }

  private async saveSeat(): Promise<void> {
    await this.page.getByTestId('seat-save').click();
    await expect(this.page.getByTestId('seat-save')).toHaveCount(0, { timeout: 60_000 });
  }

  /** By the button in the chip's panel. */
  async syncNow(): Promise<void> {
    await this.chip.click();
    await this.page.getByTestId('sync-now').click();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByTestId('sync-panel')).toHaveCount(0);
  }

  /** Nothing is left to send or to fetch, as far as this laptop knows. */
  async hasAgreed(): Promise<void> {
    await expect(this.chip).toHaveAttribute('data-state', 'upToDate', { timeout: 60_000 });
    await expect(this.chip).toHaveAttribute('data-pending', '0');
  }

  /** Both ways into a team ask for the laptop's name. */
  private formOf(button: string): Locator {
    return this.page.locator('form').filter({ has: this.page.getByTestId(button) });
  }
}
