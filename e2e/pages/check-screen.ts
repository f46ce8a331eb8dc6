import { expect, type Locator, type Page } from '@playwright/test';

/** The check of texts: its page, and the checked field wherever it is. */
export class CheckScreen {
  constructor(
    private readonly page: Page,
    private readonly within: Locator = page.getByTestId('checked-text'),
  ) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-calendar').click();
    await this.page.locator('[data-testid=page-calendar][data-ready=true]').waitFor();
    await this.page.getByRole('link', { name: '文案检查' }).click();
    await this.page.locator('[data-testid=page-calendar-check][data-ready=true]').waitFor();
  }

  get field(): Locator {
    return this.within.locator('textarea:not([aria-hidden])').first();
  }

  get findings(): Locator {
    return this.within.getByTestId('compliance-finding');
  }

  finding(words: string): Locator {
    return this.findings.filter({ hasText: words });
  }

  /** The words found, in the order in which they are listed. */
  words(): Promise<string[]> {
    return this.findings
      .locator('button[aria-expanded]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('title') ?? ''));
  }

  async unfold(words: string): Promise<Locator> {
    const finding = this.finding(words);
    await finding.locator('button[aria-expanded]').click();
    await expect(finding.locator('button[aria-expanded=true]')).toBeVisible();
    return finding;
  }

  /** The underlined words, in the order of the text. */
  underlined(): Promise<string[]> {
    return this.within.locator('mark').allTextContents();
  }
}
