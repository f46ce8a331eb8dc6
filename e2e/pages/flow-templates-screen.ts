import { expect, type Locator, type Page } from '@playwright/test';

/** The templates of flows: library, editor, files. */
export class FlowTemplatesScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-sop').click();
    await this.page.getByTestId('sop-tab-templates').click();
    await expect(this.rows.first()).toBeVisible();
  }

  get rows(): Locator {
    return this.page.getByTestId('flow-row');
  }

  row(key: string): Locator {
    return this.page.locator(`[data-testid=flow-row][data-key="${key}"]`);
  }

  async choose(key: string, what: 'edit' | 'export' | 'archive'): Promise<void> {
    await this.row(key).getByTestId('flow-more').click();
    await this.page.getByTestId(`flow-${what}`).click();
  }

  async read(key: string): Promise<void> {
    await this.row(key).getByRole('link').click();
    await expect(this.page.getByTestId('flow-text')).toBeVisible();
  }

  async importFile(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
    await this.page.locator('input[type=file]').setInputFiles(file);
  }

  /** Types into a field and leaves it. */
  async write(field: string, text: string): Promise<void> {
    await this.page.getByTestId(field).fill(text);
    await this.page.getByTestId(field).blur();
  }

  async publish(note: string): Promise<void> {
    await this.page.getByTestId('flow-publish').click();
    await this.page.getByTestId('flow-change-note').fill(note);
    await this.page.getByTestId('flow-publish-confirm').click();
  }
}
