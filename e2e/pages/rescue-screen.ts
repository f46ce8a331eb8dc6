import { expect, type Locator, type Page } from '@playwright/test';

/** A task made of people who are stuck, from the funnel that shows them to the last of them. */
export class RescueScreen {
  constructor(private readonly page: Page) {}

  /** From the list of people in the funnel. */
  async make(): Promise<void> {
    await this.page.getByTestId('funnel-rescue').click();
    await expect(this.page.getByTestId('rescue-dialog')).toBeVisible();
    await this.page.getByTestId('rescue-create').click();
  }

  get tasks(): Locator {
    return this.page.getByTestId('rescue-tasks').getByRole('listitem');
  }

  async openFirst(): Promise<void> {
    await this.tasks.first().getByRole('link').click();
    await expect(this.page.getByTestId('rescue-card')).toBeVisible();
  }

  get called(): Locator {
    return this.page.getByTestId('rescue-card').getByRole('heading');
  }

  get seen(): Locator {
    return this.page.getByTestId('rescue-outcome-seen');
  }
}
