import { expect, type Locator, type Page } from '@playwright/test';

/** The library of tags, one of them opened beside it, and a spot check of it. */
export class TagsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-tags').click();
    await this.page.locator('[data-testid=page-tags][data-ready=true]').waitFor();
    await expect(this.page.getByTestId('tags-fresh')).toBeVisible();
  }

  get rows(): Locator {
    return this.page.getByTestId('tag-row');
  }

  row(tagId: string): Locator {
    return this.page.locator(`[data-testid=tag-row][data-tag-id="${tagId}"]`);
  }

  named(name: string): Locator {
    return this.rows.filter({
      has: this.page.getByTestId('tag-open').getByText(name, { exact: true }),
    });
  }

  async countOf(tagId: string): Promise<number> {
    return Number(await this.row(tagId).getAttribute('data-count'));
  }

  switchOf(tagId: string): Locator {
    return this.row(tagId).getByRole('switch');
  }

  /** As a hand does it: the knob covers the box itself. */
  async flip(tagId: string): Promise<void> {
    await this.switchOf(tagId).click({ force: true });
  }

  async openTag(tagId: string): Promise<void> {
    await this.row(tagId).getByTestId('tag-open').click();
    await expect(this.panel).toBeVisible();
  }

  get panel(): Locator {
    return this.page.getByTestId('tag-panel');
  }

  get card(): Locator {
    return this.page.getByTestId('spot-card');
  }

  get progress(): Locator {
    return this.page.getByTestId('spot-progress');
  }

  /** Judges the card that is shown, by its key, and waits for the next one. */
  async judge(key: 'a' | 'r' | 's'): Promise<void> {
    const before = Number(await this.progress.getAttribute('data-judged'));
    await this.page.keyboard.press(key);
    await expect(this.progress).toHaveAttribute('data-judged', String(before + 1));
  }
}
