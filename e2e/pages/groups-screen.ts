import { expect, type Page } from '@playwright/test';

type NewGroup = { name: string; capacity: number; identity?: string };

/** The groups of the community. */
export class GroupsScreen {
  constructor(private readonly page: Page) {}

  async addAll(names: readonly string[]): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    for (const name of names) {
      await this.page.getByRole('button', { name: '新建社群', exact: true }).click();
      await this.page.getByLabel('群名').fill(name);
      await this.page.getByRole('button', { name: '保存', exact: true }).click();
      await expect(this.page.getByTestId('toast').filter({ hasText: name })).toBeVisible();
      await this.page.keyboard.press('Escape');
    }
  }

  /** With room for so many, for whom the word on screen says. */
  async add({ name, capacity, identity }: NewGroup): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByRole('button', { name: '新建社群', exact: true }).click();
    await this.page.getByLabel('群名').fill(name);
    await this.page.getByLabel('人数上限').fill(String(capacity));
    if (identity !== undefined) {
      await this.page.getByRole('combobox', { name: '身份' }).click();
      await this.page.getByRole('option', { name: identity, exact: true }).click();
    }
    await this.page.getByRole('button', { name: '保存', exact: true }).click();
    await expect(this.page.getByTestId('toast').filter({ hasText: name })).toBeVisible();
    await this.page.keyboard.press('Escape');
  }
}
