import { expect, type Locator, type Page } from '@playwright/test';

/** What people say: pasted, listed, put right. */
export class FeelingsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-members').click();
    await this.page.getByTestId('members-tab-feelings').click();
    await this.page.locator('[data-testid=page-feelings][data-ready=true]').waitFor();
  }

  /** Pastes a text and stops at its preview. */
  async paste(text: string): Promise<void> {
    await this.page.getByTestId('feelings-take-in').click();
    await this.page.getByTestId('feelings-text').fill(text);
    await this.page.getByTestId('feelings-preview').click();
    await expect(this.lines.first()).toBeVisible();
  }

  async chooseFile(path: string): Promise<void> {
    await this.page.getByTestId('feelings-take-in').click();
    await this.page.locator('input[type=file][accept*=".txt"]').setInputFiles(path);
    await expect(this.lines.first()).toBeVisible();
  }

  get lines(): Locator {
    return this.page.getByTestId('feelings-line');
  }

  async commit(): Promise<void> {
    await this.page.getByTestId('feelings-commit').click();
    await expect(this.page.getByTestId('feelings-commit')).toHaveCount(0);
  }

  get rows(): Locator {
    return this.page.getByTestId('comment-row');
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  get panel(): Locator {
    return this.page.getByTestId('comment-panel');
  }

  async openComment(text: string): Promise<void> {
    await this.row(text).click();
    await expect(this.panel).toBeVisible();
    await expect(this.panel).toContainText(text);
  }

  figure(name: string): Locator {
    return this.page.getByTestId(`feelings-${name}`);
  }
}
