import type { Locator, Page } from '@playwright/test';

/** What content brought: the tab of the calendar, and the section in an item's panel. */
export class ResultsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-calendar').click();
    await this.page.getByTestId('calendar-tab-results').click();
    await this.page.locator('[data-testid=page-calendar-results][data-ready=true]').waitFor();
  }

  /** A view of the page, by the word on its switch. */
  async show(view: string): Promise<void> {
    await this.page
      .getByTestId('page-calendar-results')
      .locator('label')
      .filter({ hasText: new RegExp(`^${view}$`) })
      .click();
  }

  async measure(name: string): Promise<void> {
    await this.page.getByTestId('results-measure').click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** A cell of the heat map; weekdays are counted from Monday, 1 to 7. */
  cell(slot: string, weekday: number): Locator {
    return this.page.getByTestId('results-heat').locator(`[data-key="${slot}-${weekday}"]`);
  }

  get items(): Locator {
    return this.page.getByTestId('results-items').locator('tbody tr');
  }

  get credit(): Locator {
    return this.page.getByTestId('results-credit');
  }

  /** In the panel of the item that is open. */
  async type(figure: string, text: string): Promise<void> {
    const field = this.page.getByTestId('item-results').getByTestId(`figure-${figure}`);
    await field.fill(text);
    await field.press('Enter');
  }
}
