import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

type Kind = 'members' | 'orders';
type CountName = 'create' | 'update' | 'unchanged' | 'confirm' | 'rejected' | 'total';

const COUNTS: CountName[] = ['create', 'update', 'unchanged', 'confirm', 'rejected', 'total'];

/** From a file on disk to members and orders. */
export class ImportScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-import').click();
    await this.page.locator('[data-testid=page-import][data-ready=true]').waitFor();
  }

  async choose(kind: Kind, file: string): Promise<void> {
    await this.page.getByTestId(`import-kind-${kind}`).click();
    await this.page.getByTestId('import-file').setInputFiles(file);
  }

  /** Up to the plan; nothing is stored yet. */
  async plan(kind: Kind, file: string): Promise<void> {
    await this.choose(kind, file);
    await this.page.getByTestId('import-next').click();
    await expect(this.total).toHaveAttribute('data-file', basename(file), { timeout: 30_000 });
  }

  get total(): Locator {
    return this.page.getByTestId('import-count-total');
  }

  get error(): Locator {
    return this.page.getByTestId('import-error');
  }

  get done(): Locator {
    return this.page.getByTestId('import-done');
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
    await expect(this.done).toBeVisible({ timeout: 60_000 });
  }

  async importFile(kind: Kind, file: string): Promise<void> {
    await this.plan(kind, file);
    await this.commit();
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('import-undo').click();
  }
}
