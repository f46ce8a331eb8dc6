import type { Locator, Page } from '@playwright/test';

export class OrdersScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-orders').click();
    await this.page.locator('[data-testid=page-orders][data-ready=true]').waitFor();
  }

  get total(): Locator {
    return this.page.getByTestId('orders-total');
  }

  get gmvFen(): Locator {
    return this.page.getByTestId('orders-gmv-fen');
  }

  get rows(): Locator {
    return this.page.getByTestId('order-row');
  }

  async search(text: string): Promise<void> {
    await this.page.getByTestId('orders-search').fill(text);
  }
}
