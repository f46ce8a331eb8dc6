import { expect, type Locator, type Page } from '@playwright/test';

const SLOTS = ['morning', 'noon', 'evening', 'night'] as const;
type Slot = (typeof SLOTS)[number];

/** The week as a user plans it; days are counted from Monday, 0 to 6. */
export class CalendarScreen {
  private days: string[] = [];

  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-calendar').click();
    await this.waitUntilReady();
  }

  private async waitUntilReady(): Promise<void> {
    await this.page.locator('[data-testid=page-calendar][data-ready=true]').waitFor();
    this.days = await this.page
      .locator('[data-cell][data-slot=morning]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-date') ?? ''));
  }

  async turnToNextWeek(): Promise<void> {
    const before = this.date(0);
    await this.page.getByLabel('下一周').click();
    await expect(this.page.getByTestId(`cal-${before}-morning`)).toHaveCount(0);
    await this.waitUntilReady();
  }

  async turnToPreviousWeek(): Promise<void> {
    const before = this.date(0);
    await this.page.getByLabel('上一周').click();
    await expect(this.page.getByTestId(`cal-${before}-morning`)).toHaveCount(0);
    await this.waitUntilReady();
  }

  date(day: number): string {
    const date = this.days[day];
    if (date === undefined) throw new Error(`no day ${day} on screen`);
    return date;
  }

  cell(day: number, slot: Slot): Locator {
    return this.page.getByTestId(`cal-${this.date(day)}-${slot}`);
  }

  /** A slot by its date, in whatever view is on screen. */
  slotOf(date: string, slot: Slot): Locator {
    return this.page.getByTestId(`cal-${date}-${slot}`);
  }

  monthDay(date: string): Locator {
    return this.page.getByTestId(`cal-month-${date}`);
  }

  item(title: string): Locator {
    return this.page.getByTestId('cal-item').filter({ hasText: title });
  }

  titlesIn(day: number, slot: Slot): Promise<string[]> {
    return this.cell(day, slot)
      .getByTestId('cal-item')
      .evaluateAll((items) => items.map((item) => item.getAttribute('title') ?? ''));
  }

  async addByMouse(day: number, slot: Slot, title: string): Promise<void> {
    await this.cell(day, slot).dblclick();
    await this.writeTitle(title);
  }

  async addByKeyboard(day: number, slot: Slot, title: string): Promise<void> {
    await this.cell(day, slot).focus();
    await this.page.keyboard.press('Enter');
    await this.writeTitle(title);
  }

  /** Up to Enter, whether it is taken or not; by keys, because a toast may lie over the cell. */
  async tryToAdd(day: number, slot: Slot, title: string): Promise<void> {
    await this.leaveTitle();
    await this.cell(day, slot).focus();
    await this.page.keyboard.press('Enter');
    const input = this.page.getByTestId('cal-title-input');
    await input.fill(title);
    await input.press('Enter');
  }

  /** Drops what was typed and not taken. */
  async leaveTitle(): Promise<void> {
    const input = this.page.getByTestId('cal-title-input');
    if ((await input.count()) > 0) await input.press('Escape');
  }

  private async writeTitle(title: string): Promise<void> {
    const input = this.page.getByTestId('cal-title-input');
    await input.fill(title);
    await input.press('Enter');
    await expect(input).toHaveCount(0);
  }

  /** Deals titles over the week: every day of the morning first, then noon, and round again. */
  async addAll(titles: readonly string[]): Promise<void> {
    for (const [n, title] of titles.entries()) {
      await this.addByKeyboard(n % 7, SLOTS[Math.floor(n / 7) % 4] ?? 'night', title);
    }
    await expect(this.page.getByTestId('cal-item')).toHaveCount(titles.length);
  }

  /** Done when the toast names the file: one of an earlier export may still be there. */
  async exportPdf(name: string): Promise<void> {
    await this.page.getByTestId('cal-export-pdf').click();
    await expect(this.page.getByTestId('toast').filter({ hasText: name }).last()).toBeVisible();
  }
}
