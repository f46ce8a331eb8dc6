import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningConsole } from '../lib/running-console';

type Options = { list?: string; format?: 'xlsx' | 'csv'; isMasked?: boolean; isWhole?: boolean };

/** From a list on screen to a file on disk. */
export class ExportScreen {
  private readonly page: Page;

  constructor(private readonly running: RunningConsole) {
    this.page = running.page;
  }

  get done(): Locator {
    return this.page.getByTestId('export-done');
  }

  get count(): Locator {
    return this.page.getByTestId('export-count');
  }

  async open(list: string): Promise<void> {
    await this.page.getByTestId(`export-open-${list}`).click();
    await expect(this.page.getByTestId('export-dialog')).toBeVisible();
  }

  async choose({ list, format, isMasked, isWhole }: Options): Promise<void> {
    if (list) await this.page.getByTestId(`export-list-${list}`).click();
    if (isWhole) await this.page.getByTestId('export-scope-all').click();
    if (format) await this.page.getByTestId(`export-format-${format}`).click();
    if (isMasked !== undefined) await this.page.getByTestId('export-mask').setChecked(isMasked);
  }

  async chooseEveryColumn(): Promise<void> {
    const boxes = this.page.locator('[data-testid^=export-column-]');
    // Ticked ones move up, so the list is walked by names, not by places.
    const ids = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('data-testid')));
    for (const id of ids) await this.page.getByTestId(id ?? '').check();
  }

  /** Saves the file where the path says and closes the dialog; the name that was proposed. */
  async save(path: string): Promise<string> {
    await this.running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async (...args: unknown[]) => {
        const { defaultPath } = args.at(-1) as { defaultPath?: string };
        Object.assign(globalThis, { proposedName: defaultPath });
        return { canceled: false, filePath };
      };
    }, path);
    await this.page.getByTestId('export-run').click();
    await expect(this.done).toBeVisible({ timeout: 30_000 });
    const proposed = await this.running.app.evaluate(
      () => (globalThis as { proposedName?: string }).proposedName ?? '',
    );
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByTestId('export-dialog')).toBeHidden();
    return proposed;
  }
}
