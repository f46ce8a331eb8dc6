import { expect, type Locator, type Page } from '@playwright/test';

type Slot = 'morning' | 'noon' | 'evening' | 'night';

/** The sending day as a user works it. */
export class SendScreen {
  constructor(private readonly page: Page) {}

  /** Anew each time: a page that is opened knows the hour at once. */
  async open(): Promise<void> {
    await this.page.getByTestId('nav-today').click();
    await this.page.locator('[data-testid=page-today][data-ready=true]').waitFor();
    await this.page.getByTestId('nav-calendar').click();
    await this.page.getByTestId('calendar-tab-send').click();
    await this.waitUntilReady();
  }

  async waitUntilReady(): Promise<void> {
    await this.page.locator('[data-testid=page-calendar-send][data-ready=true]').waitFor();
  }

  get card(): Locator {
    return this.page.getByTestId('send-card');
  }

  get text(): Locator {
    return this.page.getByTestId('send-text');
  }

  slot(slot: Slot): Locator {
    return this.page.getByTestId(`send-slot-${slot}`);
  }

  item(title: string): Locator {
    return this.page.getByTestId('send-item').filter({ hasText: title });
  }

  get groups(): Locator {
    return this.page.getByTestId('send-group');
  }

  states(): Promise<(string | null)[]> {
    return this.groups.evaluateAll((all) => all.map((it) => it.getAttribute('data-state')));
  }

  async giveReason(reason: string): Promise<void> {
    await this.page.getByTestId('send-reason').fill(reason);
    await this.page.getByTestId('send-reason-do').click();
    await expect(this.page.getByTestId('send-ask')).toHaveCount(0);
  }
}
