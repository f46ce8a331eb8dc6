import { expect, type Locator, type Page } from '@playwright/test';

/** Step 7 of a run, and the pages of groups that its rules come from. */
export class PlacementScreen {
  constructor(private readonly page: Page) {}

  async openGroups(tab: 'list' | 'classes' | 'waiting' | 'misplaced'): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId(`groups-tab-${tab}`).click();
    const page = tab === 'list' ? 'page-groups' : `page-group-${tab}`;
    await this.page.locator(`[data-testid=${page}][data-ready=true]`).waitFor();
  }

  /** Puts people into the audit of the open run and approves them, in this order. */
  async approve(people: readonly { phone: string; id: string }[]): Promise<void> {
    await this.page.getByTestId('sop-step-6').click();
    for (const { phone, id } of people) {
      await this.page.getByTestId('audit-search').fill(phone.slice(-11));
      const found = this.page.locator(`[data-testid=audit-found][data-member-id="${id}"]`);
      await found.click();
      await expect(this.page.getByTestId('audit-card')).toBeVisible();
      await this.page.getByTestId('audit-approve').click();
      await expect(this.page.getByTestId('audit-card')).toHaveCount(0);
    }
  }

  async openStep(): Promise<void> {
    await this.page.getByTestId('sop-step-7').click();
    await expect(this.page.getByTestId('placement-state')).toBeVisible();
  }

  classRow(classId: string): Locator {
    return this.page.locator(`[data-testid=class-row][data-class-id="${classId}"]`);
  }

  get targets(): Locator {
    return this.page.getByTestId('placement-target');
  }

  refusalOf(memberId: string): Locator {
    return this.page
      .getByTestId('placement-refused')
      .locator(`[data-member-id="${memberId}"]`)
      .first();
  }

  get place(): Locator {
    return this.page.getByTestId('placement-place');
  }

  waitingOf(classId: string): Locator {
    return this.page.locator(`[data-testid=waiting-class][data-class-id="${classId}"]`);
  }
}
