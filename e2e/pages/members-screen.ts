import { expect, type Locator, type Page } from '@playwright/test';

/** The list of members, and one of them opened beside it. */
export class MembersScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-members').click();
    await this.page.locator('[data-testid=page-members][data-ready=true]').waitFor();
  }

  get total(): Locator {
    return this.page.getByTestId('members-total');
  }

  get rows(): Locator {
    return this.page.getByTestId('member-row');
  }

  async search(text: string): Promise<void> {
    await this.page.getByTestId('members-search').fill(text);
  }

  async openMember(id: string): Promise<void> {
    await this.page.locator(`[data-testid=member-row][data-member-id="${id}"]`).click();
    await expect(this.panel).toBeVisible();
  }

  get panel(): Locator {
    return this.page.getByTestId('member-panel');
  }

  /** A figure of the opened member by its word. */
  figure(word: string): Locator {
    return this.panel
      .locator('dl > div')
      .filter({ has: this.page.locator('dt', { hasText: new RegExp(`^${word}$`) }) })
      .locator('dd');
  }

  /** Puts a tag on the opened member; a name that nobody used yet makes a new one. */
  async addTag(name: string): Promise<void> {
    await this.panel.getByTestId('member-add-tag').click();
    await this.panel.getByTestId('member-tag-picker').fill(name);
    await this.panel.getByRole('option').filter({ hasText: name }).last().click();
    await expect(this.panel.getByTestId('member-tag').filter({ hasText: name })).toBeVisible();
  }

  /** Types a new member in; the dialog stays open when it is refused. */
  async add(name: string, phone: string): Promise<void> {
    await this.page.getByTestId('member-add').click();
    await this.page.getByTestId('new-member-name').fill(name);
    await this.page.getByTestId('new-member-phone').fill(phone);
    await this.page.getByTestId('new-member-save').click();
  }

  /** Changes a field of the opened member; a value that is refused leaves the field open. */
  async edit(field: string, text: string): Promise<void> {
    const input = this.panel.getByTestId(`member-${field}-input`);
    if (!(await input.isVisible())) await this.panel.getByTestId(`member-${field}`).click();
    await input.fill(text);
    await input.press('Enter');
  }

  async removeOpened(): Promise<void> {
    await this.panel.getByTestId('member-more').click();
    await this.page.getByTestId('member-remove').click();
  }

  /** Puts a tag on everybody who is ticked. */
  async tagSelected(name: string): Promise<void> {
    await this.page.getByTestId('batch-tag').click();
    const picker = this.page.getByTestId('batch-tag-picker');
    await picker.fill(name);
    await picker.press('Enter');
  }

  /** How far the list is scrolled, in pixels. */
  async scrollTop(): Promise<number> {
    return this.page
      .getByRole('grid')
      .evaluate(
        (grid) =>
          (grid as unknown as { parentElement: { scrollTop: number } }).parentElement.scrollTop,
      );
  }
}
