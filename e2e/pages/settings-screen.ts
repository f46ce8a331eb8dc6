import type { Locator, Page } from '@playwright/test';

/** The settings as a user goes through them. */
export class SettingsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-settings').click();
    await this.page.locator('[data-testid=page-settings][data-ready=true]').waitFor();
  }

  async renameWorkspace(name: string): Promise<void> {
    const field = this.page.getByTestId('workspace-name');
    await field.fill(name);
    await field.press('Enter');
    await this.page.getByTestId('toast').last().waitFor();
  }

  workspaceName(): Promise<string> {
    return this.page.getByTestId('workspace-name').inputValue();
  }

  async choose(setting: 'language' | 'theme' | 'text-size', label: string): Promise<void> {
    await this.page.getByTestId(`settings-${setting}`).getByText(label, { exact: true }).click();
  }

  async openBackups(): Promise<void> {
    await this.open();
    await this.page.getByTestId('settings-backups').click();
  }

  /** Goes back to a kept backup; the window loads itself anew. */
  async restore(backup: Locator): Promise<void> {
    await backup.getByTestId('backup-restore').click();
    const isLoadedAnew = this.page.waitForEvent('domcontentloaded');
    await this.page.getByTestId('backup-restore-confirm').click();
    await isLoadedAnew;
    await this.page.locator('[data-testid=page-settings][data-ready=true]').waitFor();
  }
}
