import { expect, type Locator, type Page } from '@playwright/test';

/** From pasted chat text to orders, a sign-up or an attendance list. */
export class RelayScreen {
  constructor(private readonly page: Page) {}

  /** From the import page or from orders, whichever is on screen. */
  async open(): Promise<void> {
    await this.page.getByTestId('relay-open').first().click();
    await expect(this.page.getByTestId('relay-text')).toBeVisible();
  }

  async paste(text: string): Promise<void> {
    await this.page.getByTestId('relay-text').fill(text);
    await this.page.getByTestId('relay-read').click();
    await expect(this.rows.first()).toBeVisible();
  }

  get rows(): Locator {
    return this.page.getByTestId('relay-row');
  }

  row(n: number): Locator {
    return this.rows.nth(n - 1);
  }

  get done(): Locator {
    return this.page.getByTestId('relay-done');
  }

  async as(what: 'orders' | 'signup' | 'attendance'): Promise<void> {
    await this.page.getByTestId(`relay-as-${what}`).click();
  }

  async price(product: string, yuan: string): Promise<void> {
    const field = this.page.locator(`[data-testid=relay-price][data-product="${product}"]`);
    await field.fill(yuan);
    await field.press('Tab');
  }

  /** Writes the products of an entry anew. */
  async goods(n: number, text: string): Promise<void> {
    await this.row(n).getByTestId('relay-goods').click();
    const field = this.row(n).getByTestId('relay-goods-input');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Says whom an entry is from: a candidate by name, or somebody new. */
  async place(n: number, who: string | 'new'): Promise<void> {
    await this.row(n).getByTestId('relay-member').click();
    const choice =
      who === 'new'
        ? this.page.getByTestId('relay-place-new')
        : this.page.getByTestId('relay-candidate').filter({ hasText: who });
    await choice.click();
  }

  async count(outcome: string): Promise<number> {
    const chip = this.page.getByTestId(`relay-count-${outcome}`);
    if ((await chip.count()) === 0) return 0;
    return Number(await chip.getAttribute('data-count'));
  }

  async commit(): Promise<void> {
    await this.page.getByTestId('relay-commit').click();
    await expect(this.done).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('relay-undo').click();
    await expect(this.done).toBeHidden();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toHaveCount(0);
  }
}
