import { expect, type Locator, type Page } from '@playwright/test';

type Kind = 'delivery' | 'picking' | 'pickup';

/** Sheets to walk, to pick and to hand out by. */
export class DeliveryScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('delivery-open').click();
    await expect(this.preview).toBeVisible();
  }

  get preview(): Locator {
    return this.page.getByTestId('delivery-preview');
  }

  get counts(): Locator {
    return this.page.getByTestId('delivery-counts');
  }

  async choose(kind: Kind): Promise<void> {
    await this.page.getByTestId(`delivery-kind-${kind}`).click();
    await expect(this.preview.locator(`.page.${kind}`).first()).toBeVisible();
  }

  async title(text: string): Promise<void> {
    await this.page.getByTestId('delivery-title').fill(text);
    await expect(this.preview.locator('.title').first()).toHaveText(text);
  }

  async showPhones(): Promise<void> {
    await this.page.getByTestId('delivery-mask-phones').uncheck();
  }

  async exportAs(format: 'pdf' | 'xlsx', name: string): Promise<void> {
    await this.page.getByTestId(`delivery-export-${format}`).click();
    await expect(this.page.getByTestId('toast').filter({ hasText: name }).last()).toBeVisible({
      timeout: 60_000,
    });
  }
}
