import { expect, type Locator, type Page } from '@playwright/test';

/** Growth value: levels, privileges, redemptions, rules. */
export class GrowthScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-members').click();
    await this.page.getByTestId('members-tab-growth').click();
    await this.page.locator('[data-testid=page-growth-value][data-ready=true]').waitFor();
  }

  level(key: string): Locator {
    return this.page.locator(`[data-testid=growth-level][data-level="${key}"]`);
  }

  /** Points that all members may spend together. */
  get balance(): Locator {
    return this.page.getByTestId('growth-balance');
  }

  get redemptions(): Locator {
    return this.page.getByTestId('redemption-row');
  }

  async addStarters(): Promise<void> {
    await this.page.getByTestId('privilege-starters').click();
    await expect(this.page.getByTestId('privilege-row')).toHaveCount(6);
  }

  async addPrivilege(name: string, points: number, stock?: number): Promise<void> {
    await this.page.getByTestId('privilege-add').click();
    await this.page.getByTestId('privilege-name').fill(name);
    await this.page.getByTestId('privilege-points').fill(String(points));
    if (stock !== undefined) await this.page.getByTestId('privilege-stock').fill(String(stock));
    await this.page.getByTestId('privilege-save').click();
    await expect(this.page.getByTestId('privilege-row').filter({ hasText: name })).toBeVisible();
  }

  /** Opens the dialog and finds somebody; their balance is then shown. */
  async bookFor(name: string): Promise<void> {
    await this.page.getByTestId('growth-book').click();
    await this.page.getByTestId('growth-find').fill(name);
    await this.page.getByRole('option').filter({ hasText: name }).first().click();
    await expect(this.holding).toBeVisible();
  }

  get holding(): Locator {
    return this.page.getByTestId('growth-holding');
  }

  get problem(): Locator {
    return this.page.getByTestId('growth-problem');
  }

  async redeem(privilege: string): Promise<void> {
    await this.page.getByTestId('growth-privilege').click();
    await this.page.getByRole('option').filter({ hasText: privilege }).click();
    await this.page.getByTestId('growth-redeem').click();
  }

  async adjust(points: number, reason: string): Promise<void> {
    await this.page.getByText('手工调整', { exact: true }).click();
    await this.page.getByTestId('growth-adjust-points').fill(String(points));
    await this.page.getByTestId('growth-adjust-reason').fill(reason);
    await this.page.getByTestId('growth-adjust').click();
  }

  async takeBackFirst(): Promise<void> {
    await this.page.getByTestId('redemption-take-back').first().click();
  }

  async openRules(): Promise<void> {
    await this.page.getByTestId('growth-rules').click();
    await expect(this.effect).toBeVisible();
  }

  get effect(): Locator {
    return this.page.getByTestId('growth-effect');
  }

  async setPoints(source: string, points: number): Promise<void> {
    await this.page.getByTestId(`growth-points-${source}`).fill(String(points));
  }

  async saveRules(): Promise<void> {
    await this.page.getByTestId('growth-rules-save').click();
    await expect(this.effect).toBeHidden();
  }
}
