import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningConsole } from '../lib/running-console';

/** The asset box as a user works with it. */
export class AssetsScreen {
  readonly page: Page;
  readonly cards: Locator;
  readonly panel: Locator;

  constructor(private readonly running: RunningConsole) {
    this.page = running.page;
    this.cards = this.page.getByTestId('asset-card');
    this.panel = this.page.getByTestId('asset-panel');
  }

  async open(): Promise<void> {
    await this.page.getByTestId('nav-calendar').click();
    await this.page.getByTestId('calendar-tab-assets').click();
    await this.page.locator('[data-testid=page-calendar-assets][data-ready=true]').waitFor();
  }

  card(name: string): Locator {
    return this.cards.filter({ hasText: name });
  }

  /** By the button and the system's dialog. */
  async add(paths: string[], said: string): Promise<void> {
    await this.running.answerOpenDialog(paths);
    await this.page.getByTestId('assets-add').first().click();
    await expect(this.page.getByTestId('toast').filter({ hasText: said }).last()).toBeVisible();
  }

  async drop(path: string): Promise<void> {
    const bytes = (await readFile(path)).toString('base64');
    const transfer = await this.page.evaluateHandle(
      ([base64, name]) => {
        const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([data], name));
        return dataTransfer;
      },
      [bytes, basename(path)] as const,
    );
    await this.page.getByTestId('assets-drop').dispatchEvent('drop', { dataTransfer: transfer });
  }

  async openCard(name: string): Promise<void> {
    await this.card(name).click();
    await expect(this.panel).toContainText(name);
  }

  /** As somebody who comes back to the window from another program. */
  async lookAgain(): Promise<void> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  }
}
