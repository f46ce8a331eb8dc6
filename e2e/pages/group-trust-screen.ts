import { expect, type Locator, type Page } from '@playwright/test';

/** How far a group trusts: its own section, and the comparison of groups. */
export class GroupTrustScreen {
  constructor(private readonly page: Page) {}

  /** All groups of one class beside each other. */
  async openAll(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-trust').click();
    await this.page.locator('[data-testid=page-groups-trust][data-ready=true]').waitFor();
  }

  get index(): Locator {
    return this.page.getByTestId('trust-index');
  }

  get rows(): Locator {
    return this.page.getByTestId('trust-row');
  }

  part(part: string): Locator {
    return this.page.locator(`[data-testid=trust-part][data-part=${part}]`);
  }

  /** The shown points of all parts together, as somebody adds them up by hand. */
  async sumOfPoints(): Promise<string> {
    const points = await this.page
      .getByTestId('trust-part')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-points')));
    return points.reduce((sum, it) => sum + Number(it || 0), 0).toFixed(1);
  }

  async sumOfMoves(): Promise<number> {
    const moves = await this.page
      .getByTestId('trust-move')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-tenths')));
    return moves.reduce((sum, it) => sum + Number(it), 0);
  }

  async chooseWeek(at: number): Promise<void> {
    await this.page.getByTestId('trust-week').click();
    await this.page.getByRole('option').nth(at).click();
  }

  /** Asked `n`, of whom `k` said yes. */
  async read(kind: 'known' | 'newFriends', n: number, k: number, day?: string): Promise<void> {
    await this.page.getByTestId('reading-add').click();
    const form = this.page.getByRole('dialog');
    if (kind === 'newFriends') {
      await form.getByRole('combobox').first().click();
      await this.page.getByRole('option').nth(1).click();
    }
    if (day !== undefined) {
      await form.getByTestId('reading-day').fill(day);
      await form.getByTestId('reading-day').press('Tab');
    }
    await form.getByTestId('reading-n').fill(String(n));
    await form.getByTestId('reading-k').fill(String(k));
    await form.getByTestId('reading-save').click();
    await expect(form).toHaveCount(0);
  }

  async openWeights(): Promise<void> {
    await this.page.getByTestId('trust-weights-open').click();
    await expect(this.page.getByTestId('trust-weights')).toBeVisible();
  }

  async weighArea(area: string, weight: number): Promise<void> {
    const field = this.page.locator(`[data-testid=trust-area-weight][data-area=${area}]`);
    await field.fill(String(weight));
  }
}
