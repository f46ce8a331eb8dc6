import { expect, type Locator, type Page } from '@playwright/test';

/** A finished run's review, and the versions that came of reviews. */
export class ReviewScreen {
  constructor(private readonly page: Page) {}

  /** From the finished run. */
  async open(): Promise<void> {
    await this.page.getByTestId('sop-review').click();
    await this.page.getByTestId('review').waitFor();
  }

  get worst(): Locator {
    return this.page.getByTestId('review-worst');
  }

  /** Writes a thought and leaves the field, which keeps it. */
  async say(label: string, text: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(text);
    await field.blur();
  }

  private get form(): Locator {
    return this.page.getByTestId('review-change-form');
  }

  private async choose(label: string, option: string | RegExp): Promise<void> {
    await this.form.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async raiseTarget(position: number, percent: number): Promise<void> {
    await this.page.getByTestId('review-add-change').click();
    await this.choose('哪一步', new RegExp(`^第 ${position} 步`));
    await this.form.getByLabel('目标 %').fill(String(percent));
    await this.page.getByTestId('review-change-confirm').click();
  }

  async addToChecklist(position: number, item: string): Promise<void> {
    await this.page.getByTestId('review-add-change').click();
    await this.choose('哪一步', new RegExp(`^第 ${position} 步`));
    await this.choose('改什么', '清单加一项');
    await this.form.getByLabel('清单项').fill(item);
    await this.page.getByTestId('review-change-confirm').click();
  }

  get effects(): Locator {
    return this.page.getByTestId('review-effect');
  }

  async accept(note: string): Promise<void> {
    await this.page.getByLabel('给这一版写一句说明').fill(note);
    await this.page.getByTestId('review-accept').click();
    await expect(this.page.getByTestId('review-accepted')).toBeVisible();
  }

  /** From the list of reviews: two versions of the flow side by side. */
  async openVersions(): Promise<void> {
    await this.page.getByTestId('sop-tab-reviews').click();
    const lines = this.page.getByTestId('review-list').getByRole('listitem');
    await lines.first().getByRole('link', { name: '版本对比' }).click();
    await this.page.getByTestId('version-differences').waitFor();
  }

  get differences(): Locator {
    return this.page.getByTestId('version-differences').getByRole('listitem');
  }
}
