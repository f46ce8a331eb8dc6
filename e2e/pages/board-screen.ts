import { expect, type Locator, type Page } from '@playwright/test';

/** The board of all groups. */
export class BoardScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-board').click();
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await this.page.locator('[data-testid=page-groups-board][data-ready=true]').waitFor();
  }

  get rows(): Locator {
    return this.page.getByTestId('life-row');
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  lane(phase: string): Locator {
    return this.page.locator(`[data-testid=life-lane][data-phase=${phase}]`);
  }

  /** The list of groups, or lanes by phase. */
  async arrange(shape: 'list' | 'lanes'): Promise<void> {
    await this.page
      .getByTestId('board-shape')
      .locator('label')
      .nth(shape === 'list' ? 0 : 1)
      .click();
  }

  async openStandards(): Promise<void> {
    await this.page.getByTestId('board-standards').click();
    await expect(this.page.getByTestId('judging-effect')).toBeVisible();
  }

  async saveStandards(): Promise<void> {
    await this.page.getByTestId('judging-save').click();
    await expect(this.page.getByTestId('judging-form')).toHaveCount(0);
  }
}
