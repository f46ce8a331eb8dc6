import { expect, type Locator, type Page } from '@playwright/test';

type Fields = Partial<Record<'name' | 'phone' | 'wechatId' | 'address' | 'reason', string>>;

/** The list of those to be careful with. */
export class RiskScreen {
  constructor(private readonly page: Page) {}

  /** From the members. */
  async open(): Promise<void> {
    await this.page.getByTestId('risk-open').click();
    await expect(this.page.getByTestId('risk-add')).toBeVisible();
  }

  get rows(): Locator {
    return this.page.getByTestId('risk-row');
  }

  get marks(): Locator {
    return this.page.getByTestId('risk-mark');
  }

  async add(fields: Fields): Promise<void> {
    await this.page.getByTestId('risk-add').click();
    await this.fill(fields);
  }

  async fill(fields: Fields): Promise<void> {
    for (const [field, text] of Object.entries(fields)) {
      await this.page.getByTestId(`risk-${field}`).fill(text);
    }
    await this.page.getByTestId('risk-save').click();
    await expect(this.page.getByTestId('risk-save')).toBeHidden();
  }

  /** The member that is open beside the list. */
  async listMember(reason: string): Promise<void> {
    await this.page.getByTestId('member-more').click();
    await this.page.getByTestId('risk-add-member').click();
    await this.fill({ reason });
  }

  async removeFirst(): Promise<void> {
    await this.rows.first().getByTestId('risk-remove').click();
  }
}
