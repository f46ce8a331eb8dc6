import { expect, type Locator, type Page } from '@playwright/test';

/** The list of segments, the builder of one, and sets of them. */
export class SegmentsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-members').click();
    await this.page.getByTestId('members-tab-segments').click();
    await this.ready();
  }

  private async ready(): Promise<void> {
    await this.page.locator('[data-testid=page-segments][data-ready=true]').waitFor();
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  get rows(): Locator {
    return this.page.getByTestId('segment-row');
  }

  /** How many the open rule takes, once it has been counted as it stands. */
  get count(): Locator {
    return this.page.locator('[data-testid=rule-count][data-fresh=true]');
  }

  get conditions(): Locator {
    return this.page.getByTestId('rule-condition');
  }

  async begin(): Promise<void> {
    await this.page.getByTestId('segment-new').click();
    await expect(this.page.getByTestId('rule-builder')).toBeVisible();
  }

  /** By the keyboard: opens the menu of the outermost group, searches and takes the first. */
  async addCondition(word: string): Promise<void> {
    const before = await this.conditions.count();
    await this.page.getByTestId('rule-add').last().focus();
    await this.page.keyboard.press('Enter');
    await this.page.getByTestId('rule-add-search').fill(word);
    await this.page.keyboard.press('Enter');
    await expect(this.conditions).toHaveCount(before + 1);
  }

  /** Chooses one of a few words within a condition. */
  async choose(condition: Locator, label: string, word: string): Promise<void> {
    await condition.getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: word, exact: true }).click();
  }

  /** What the menu beside a condition does. */
  async act(condition: Locator, testId: string): Promise<void> {
    await condition.getByTestId('rule-more').click();
    await this.page.getByTestId(testId).click();
  }

  async save(name: string): Promise<void> {
    await this.page.getByTestId('segment-name').fill(name);
    await this.page.getByTestId('segment-save').click();
    await expect(this.row(name)).toBeVisible();
  }

  /** What the menu beside a segment does. */
  async menu(name: string, testId: string): Promise<void> {
    await this.row(name).getByTestId('segment-more').click();
    await this.page.getByTestId(testId).click();
  }

  async takeSnapshot(segment: string, name: string): Promise<void> {
    await this.menu(segment, 'segment-snapshot');
    await this.page.getByTestId('snapshot-name').fill(name);
    await this.page.getByTestId('snapshot-save').click();
    await expect(this.page.getByTestId('snapshot-row').filter({ hasText: name })).toBeVisible();
  }
}
