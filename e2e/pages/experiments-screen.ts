import { expect, type Locator, type Page } from '@playwright/test';
import { travelTo } from '../lib/travel';

/** Experiments as a leader runs them: from the plan to the verdict. */
export class ExperimentsScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-calendar').click();
    await this.page.getByTestId('calendar-tab-experiments').click();
    await this.waitUntilReady();
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('[data-testid=page-calendar-experiments][data-ready=true]').waitFor();
  }

  async openNew(): Promise<void> {
    await this.page.getByTestId('experiment-new').click();
    await expect(this.page.getByTestId('experiment-plan')).toBeVisible();
    await this.waitUntilReady();
  }

  /** The clock of the window and of the worker that writes: both tell this instant from now on. */
  async travelTo(ms: number): Promise<void> {
    await travelTo(this.page, ms);
  }

  async chooseAllGroups(people: number): Promise<void> {
    await this.page.getByTestId('experiment-all-groups').click();
    for (const field of await this.page.getByRole('textbox', { name: /的人数$/ }).all()) {
      await field.fill(String(people));
    }
  }

  /** The first day of the calendar that is today, and a slot by its word. */
  async sendToday(slot: RegExp): Promise<void> {
    await this.page.getByTestId('experiment-day').click();
    await this.page.locator('button[data-today]').click();
    await this.page.getByTestId('experiment-slot').click();
    await this.page.getByRole('option', { name: slot }).click();
  }

  async start(): Promise<void> {
    await this.page.getByTestId('experiment-start').click();
    await this.page.getByTestId('experiment-start-go').click();
    await expect(this.page.getByTestId('experiment-lot')).toBeVisible();
  }

  get units(): Locator {
    return this.page.getByTestId('experiment-unit');
  }

  /** Types a column from its first line down, each line left with Enter. */
  async typeDown(field: string, figureOf: (arm: string, line: number) => number): Promise<void> {
    const lines = await this.units.all();
    await lines[0]?.locator(`input[data-field=${field}]`).focus();
    for (const [at, line] of lines.entries()) {
      const input = line.locator(`input[data-field=${field}]`);
      await expect(input).toBeFocused();
      const arm = (await line.getAttribute('data-arm')) ?? '';
      await this.page.keyboard.type(String(figureOf(arm, at)));
      await this.page.keyboard.press('Enter');
    }
  }

  check(key: string): Locator {
    return this.page.locator(`[data-testid=experiment-quality] [data-check=${key}]`);
  }

  get decide(): Locator {
    return this.page.getByTestId('experiment-decide');
  }

  get verdict(): Locator {
    return this.page.getByTestId('experiment-verdict');
  }
}
