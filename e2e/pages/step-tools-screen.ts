import { expect, type Locator, type Page } from '@playwright/test';

/** The tools inside the first five steps of a run. */
export class StepToolsScreen {
  constructor(private readonly page: Page) {}

  /** Shows a step of the open run, whatever its state. */
  async show(position: number, tool: string): Promise<Locator> {
    await this.page.getByTestId(`sop-step-${position}`).click();
    const section = this.page.getByTestId(tool);
    await expect(section).toBeVisible();
    return section;
  }

  /** Step 1: one of the ways to say whom one means. */
  async chooseWay(word: string): Promise<void> {
    const way = this.page.getByTestId('tool-segment').getByText(word, { exact: true });
    await way.first().click();
  }

  async chooseTrait(option: RegExp): Promise<void> {
    await this.page.getByTestId('tool-segment').getByPlaceholder('选一个').click();
    await this.page.getByRole('option', { name: option }).click();
  }

  /** Step 1: people of a segment that was saved before. */
  async chooseSegment(name: string): Promise<void> {
    await this.page.getByTestId('target-segment').click();
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  get targetCount(): Locator {
    return this.page.getByTestId('target-count');
  }

  get take(): Locator {
    return this.page.getByTestId('target-take');
  }

  get chosen(): Locator {
    return this.page.getByTestId('target-chosen');
  }

  /** Step 2: the figure of the day for one place. */
  placement(key: string): Locator {
    return this.page.locator(`[data-testid=placement-row][data-key=${key}]`);
  }

  async countAt(key: string, text: string): Promise<void> {
    const field = this.placement(key).getByTestId('placement-count');
    await field.fill(text);
    await field.press('Enter');
  }

  get sum(): Locator {
    return this.page.getByTestId('counts-sum');
  }

  /** A verdict of the checklist; one that fails says what is wrong. */
  async judge(item: RegExp, verdict: { passes: true } | { passes: false; note: string }) {
    const choice = this.page.getByRole('radiogroup', { name: item });
    const word = verdict.passes ? '通过' : '不通过';
    await choice.getByText(word, { exact: true }).click();
    if (verdict.passes) return;
    await this.page.getByLabel('哪里不对，写一句').fill(verdict.note);
    await this.page.keyboard.press('Enter');
  }

  /** Step 3: who opened the guide page today. */
  async countVisits(count: number): Promise<void> {
    const field = this.page.getByTestId('guide-page-visits');
    await field.fill(String(count));
    await field.press('Enter');
  }

  /** Step 4: how many saw a way over and how many came by it. */
  async countWay(key: string, seen: number, passed: number): Promise<void> {
    const row = this.page.locator(`[data-testid=jump-row][data-key=${key}]`);
    await row.getByTestId('jump-seenCount').fill(String(seen));
    await row.getByTestId('jump-seenCount').press('Enter');
    await row.getByTestId('jump-passedCount').fill(String(passed));
    await row.getByTestId('jump-passedCount').press('Enter');
  }

  async countLoss(key: string, count: number): Promise<void> {
    const row = this.page.locator(`[data-testid=loss-row][data-key=${key}]`);
    await row.getByTestId('loss-count').fill(String(count));
    await row.getByTestId('loss-count').press('Enter');
  }
}
