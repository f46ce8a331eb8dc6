import { expect, type Page } from '@playwright/test';

/** What the preview shows: its pages as text without spaces, as paper or as poster. */
export type Preview = { pages: number; text: string };

/** The dialog behind 打印: choices on the left, pages on the right, ways out below. */
export class PrintScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('cal-print').click();
    await this.page.getByTestId('cal-print-preview').waitFor();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByTestId('cal-print-dialog')).toHaveCount(0);
  }

  /** One of a row of choices, by its words; the preview is drawn anew after it. */
  async choose(group: string, choice: string): Promise<void> {
    const row = this.page.getByTestId('cal-print-dialog').getByRole('radiogroup', { name: group });
    await row.getByText(choice, { exact: true }).click();
    await expect(row.getByRole('radio', { name: choice, exact: true })).toBeChecked();
  }

  async chooseGroups(name: string): Promise<void> {
    await this.page.getByTestId('cal-print-dialog').getByRole('combobox', { name: '社群' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async pages(): Promise<number> {
    return Number(await this.page.getByTestId('cal-print-count').getAttribute('data-pages'));
  }

  async preview(): Promise<Preview> {
    const text = await this.page
      .getByTestId('cal-print-preview')
      .evaluate((host) => host.shadowRoot?.textContent ?? '');
    return { pages: await this.pages(), text: text.normalize('NFKC').replaceAll(/\s/g, '') };
  }

  /** Presses one of the ways out and waits for the toast that names the file. */
  async save(way: 'pdf' | 'png' | 'xlsx', name: string): Promise<void> {
    await this.page.getByTestId(`cal-print-${way}`).click();
    const toast = this.page.getByTestId('toast').filter({ hasText: name }).last();
    await expect(toast).toBeVisible();
    await toast.getByRole('button').click();
  }
}
