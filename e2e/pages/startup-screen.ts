import { expect, type Locator, type Page } from '@playwright/test';

/** What stands in the place of the console when its data need a word first. */
export class StartupScreen {
  constructor(private readonly page: Page) {}

  get recovery(): Locator {
    return this.page.getByTestId('startup-recover');
  }

  /** Rebuilds the data and waits for the console. */
  async recover(): Promise<void> {
    await this.page.getByTestId('recover-now').click();
    await expect(this.page.getByTestId('page-today')).toHaveAttribute('data-ready', 'true', {
      timeout: 30_000,
    });
  }
}
