import { expect, type Locator, type Page } from '@playwright/test';

type Section =
  | 'overview'
  | 'people'
  | 'lists'
  | 'activity'
  | 'trust'
  | 'worth'
  | 'rules'
  | 'transfer';

/** The page of one group, with its sections. */
export class GroupScreen {
  constructor(private readonly page: Page) {}

  /** From the list of groups, by its name. */
  async open(name: string, section: Section = 'overview'): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-list').click();
    await this.page.getByTestId('group-row').getByRole('link', { name, exact: true }).click();
    await this.page.locator('[data-testid=page-group][data-ready=true]').waitFor();
    await this.openSection(section);
  }

  /** The first group of the list, made when there is none; by handles only, in any language. */
  async openFirst(section: Section = 'overview'): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-list').click();
    await this.page.locator('[data-testid=page-groups][data-ready=true]').waitFor();
    const row = this.page.getByTestId('group-row').first();
    if (!(await row.isVisible())) {
      await this.page.getByTestId('group-new').click();
      await this.page.getByTestId('group-name').fill('城东 1 群');
      await this.page.getByTestId('group-save').click();
    }
    await row.click();
    await this.page.locator('[data-testid=page-group][data-ready=true]').waitFor();
    await this.openSection(section);
  }

  async openSection(section: Section): Promise<void> {
    await this.page.getByTestId(`group-tab-${section}`).click();
    await this.page.locator(`[data-testid=group-section-${section}][data-ready=true]`).waitFor();
  }

  get phase(): Locator {
    return this.page.getByTestId('group-phase');
  }

  get proposal(): Locator {
    return this.page.getByTestId('phase-proposal');
  }

  get story(): Locator {
    return this.page.getByTestId('story-line');
  }

  /** Runs for the group, under way or over. */
  flows(status: 'running' | 'finished' | 'ended' = 'running'): Locator {
    return this.page.locator(`[data-testid=group-flow][data-status=${status}]`);
  }

  due(what: string): Locator {
    return this.page.locator(`[data-testid=group-due][data-what="${what}"]`);
  }

  /** Full by the leader's word, since a day (`YYYY-MM-DD`) or since today. */
  async markFull(day?: string): Promise<void> {
    await this.page.getByTestId('phase-full').click();
    if (day !== undefined) {
      const field = this.page.getByTestId('phase-full-day');
      await field.fill(day);
      await field.press('Enter');
    }
    await this.page.getByTestId('phase-full-confirm').click();
    await expect(this.page.getByTestId('phase-full-confirm')).toHaveCount(0);
  }

  /** Takes the newest change back by the button beside its message. */
  async undo(): Promise<void> {
    await this.page.getByTestId('toast').getByTestId('undo').click();
  }
}
