import { expect, type Locator, type Page } from '@playwright/test';

/** The audit queue of step 6, worked by keys alone. */
export class AuditScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('sop-step-6').click();
    await expect(this.page.getByTestId('audit-tool')).toBeVisible();
  }

  /** Pastes people one a line, and takes what the preview offers. */
  async pasteList(lines: readonly string[], counts: RegExp): Promise<void> {
    await this.page.getByTestId('audit-paste').click();
    await this.page.getByTestId('audit-paste-text').fill(lines.join('\n'));
    await expect(this.page.getByTestId('audit-paste-counts')).toHaveText(counts);
    await this.page.getByTestId('audit-paste-add').click();
    await expect(this.page.getByTestId('audit-paste-text')).toBeHidden();
  }

  get card(): Locator {
    return this.page.getByTestId('audit-card');
  }

  get progress(): Locator {
    return this.page.getByTestId('audit-progress');
  }

  get photo(): Locator {
    return this.page.getByTestId('audit-photo');
  }

  id(field: 'phone' | 'wechatId' | 'groupNickname' | 'backOfficeId'): Locator {
    return this.page.getByTestId(`audit-id-${field}`);
  }

  async isOn(name: string): Promise<void> {
    await expect(this.card).toContainText(name);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }
}
