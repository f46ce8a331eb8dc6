import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

type Kind =
  | 'members'
  | 'orders'
  | 'interactions'
  | 'funnel'
  | 'results'
  | 'content'
  | 'suppliers'
  | 'weather';
type CountName = 'create' | 'update' | 'unchanged' | 'confirm' | 'rejected' | 'total';
type Decision = 'same' | 'new' | 'skip';

const COUNTS: CountName[] = ['create', 'update', 'unchanged', 'confirm', 'rejected', 'total'];
const COUNTS_AND_ROWS = [...COUNTS, 'rows'];

/** From a file on disk to members and orders. */
export class ImportScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-import').click();
    await this.page.locator('[data-testid=page-import][data-ready=true]').waitFor();
  }

  /** One file, or several that make a queue. */
  async choose(kind: Kind, files: string | string[]): Promise<void> {
    const button = this.page.getByTestId(`import-kind-${kind}`);
    await expect(button).toBeEnabled();
    // By keyboard: toasts of what was done just before may lie over it.
    await button.press('Enter');
    await this.page.getByTestId('import-file').setInputFiles(files);
  }

  /** Up to the plan; nothing is stored yet. */
  async plan(kind: Kind, file: string): Promise<void> {
    await this.choose(kind, file);
    await this.compare(file);
  }

  async compare(file: string): Promise<void> {
    await this.page.getByTestId('import-next').click();
    await this.isPlanned(file);
  }

  async isPlanned(file: string): Promise<void> {
    const name = JSON.stringify(basename(file));
    const plan = this.page.locator(`[data-testid=import-count-total][data-file=${name}]`);
    await plan.waitFor({ timeout: 30_000 });
  }

  get total(): Locator {
    return this.page.getByTestId('import-count-total');
  }

  get error(): Locator {
    return this.page.getByTestId('import-error');
  }

  /** The sentence that refuses this file. */
  async refusalOf(file: string): Promise<string> {
    const refusal = this.page.locator(
      `[data-testid=import-error][data-file=${JSON.stringify(basename(file))}]`,
    );
    await refusal.waitFor();
    return (await refusal.textContent()) ?? '';
  }

  /** The window is alive: a click on another kind chooses it, and one more takes it back. */
  async answersClicks(): Promise<void> {
    for (const kind of ['orders', 'members'] as const) {
      const chosen = this.page.getByTestId(`import-kind-${kind}`);
      await chosen.click();
      await expect(chosen).toHaveAttribute('aria-pressed', 'true', { timeout: 2000 });
    }
  }

  get done(): Locator {
    return this.page.getByTestId('import-done');
  }

  get rows(): Locator {
    return this.page.getByTestId('import-plan-row');
  }

  get queued(): Locator {
    return this.page.getByTestId('import-queue-file');
  }

  get batches(): Locator {
    return this.page.getByTestId('import-batch');
  }

  get undoReport(): Locator {
    return this.page.getByTestId('import-undo-report');
  }

  reason(code: string): Locator {
    return this.page.locator(`[data-testid=import-reason][data-code=${code}]`);
  }

  /** All that the plan says, read in one look: its numbers, its reasons and its rows. */
  async planned() {
    return this.page.evaluate((names) => {
      const all = (id: string) => [
        ...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`),
      ];
      const numbers = names.map((name) => {
        const [holder] = all(`import-count-${name}`);
        return [name, Number(holder?.textContent || Number.NaN)] as const;
      });
      return {
        counts: Object.fromEntries(numbers),
        reasons: all('import-reason').map(({ dataset }) => dataset.code ?? ''),
        rows: all('import-plan-row').map(({ textContent }) => textContent ?? ''),
      };
    }, COUNTS_AND_ROWS);
  }

  /** A column of the file by its title. */
  column(title: string): Locator {
    const head = this.page.locator('th', { hasText: new RegExp(`^${title}$`) });
    return this.page.getByTestId('import-mapping-row').filter({ has: head });
  }

  /** Gives a column another field, by the field's name on screen. */
  async mapTo(title: string, field: string): Promise<void> {
    await this.column(title).locator('[data-testid^=import-column-]').click();
    await this.page.getByRole('option', { name: field, exact: true }).click();
  }

  async setPolicy(title: string, policy: string): Promise<void> {
    await this.column(title).locator('[data-testid^=import-policy-]').click();
    await this.page.getByRole('option', { name: policy, exact: true }).click();
  }

  /** Of the commit button: how many records it writes. */
  async expectWrites(count: number): Promise<void> {
    await expect(this.page.getByTestId('import-commit')).toHaveAttribute(
      'data-writes',
      String(count),
    );
  }

  async decideReason(code: string, decision: Decision): Promise<void> {
    await this.reason(code).click();
    await this.page.getByTestId(`import-decide-reason-${decision}`).click();
  }

  async number(name: string): Promise<number> {
    const text = await this.page.getByTestId(`import-count-${name}`).textContent();
    if (!text || !/^\d+$/.test(text)) throw new Error(`import-count-${name} holds “${text}”`);
    return Number(text);
  }

  async counts(): Promise<Record<CountName, number>> {
    const entries = COUNTS.map(async (name) => [name, await this.number(name)] as const);
    return Object.fromEntries(await Promise.all(entries)) as Record<CountName, number>;
  }

  async startCommit(): Promise<void> {
    await this.page.getByTestId('import-commit').click();
  }

  /** Until the import is durable. */
  async commit(): Promise<void> {
    await this.startCommit();
    await this.done.waitFor({ timeout: 60_000 });
  }

  async importFile(kind: Kind, file: string): Promise<void> {
    await this.plan(kind, file);
    await this.commit();
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('import-undo').click();
  }
}
