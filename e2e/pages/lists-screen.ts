import { expect, type Locator, type Page } from '@playwright/test';
import { GroupScreen } from './group-screen';

type Count = 'joined' | 'left' | 'stayed' | 'unknown' | 'ambiguous' | 'violators';

/** The member lists of one group. */
export class ListsScreen {
  constructor(private readonly page: Page) {}

  async open(group: string): Promise<void> {
    await new GroupScreen(this.page).open(group, 'lists');
    await this.page.locator('[data-testid=nicknames][data-ready=true]').waitFor();
  }

  /** Pastes a list, of today without a day, and has it compared. */
  async plan(names: readonly string[], day?: string): Promise<void> {
    if (day !== undefined) await this.page.getByTestId('list-day').fill(day);
    await this.page.getByTestId('list-paste').fill(names.join('\n'));
    await this.page.getByTestId('list-plan').click();
    await expect(this.view).toHaveAttribute('aria-busy', 'false');
  }

  get view(): Locator {
    return this.page.getByTestId('list-plan-view');
  }

  async expectCounts(counts: Partial<Record<Count, number>>): Promise<void> {
    for (const [key, count] of Object.entries(counts)) {
      await expect(this.page.getByTestId(`list-count-${key}`)).toHaveText(String(count));
    }
  }

  async commit(): Promise<void> {
    await this.page.getByTestId('list-commit').click();
    await expect(this.view).toHaveCount(0);
  }

  sentence(code: string): Locator {
    return this.page.locator(`[data-testid=list-sentence][data-code="${code}"]`);
  }

  /** Says who a name of the plan or of a saved list is. */
  async settle(row: Locator, as: 'list-as-new' | 'list-as-unknown' | 'list-candidate') {
    await row.getByTestId('list-who').click();
    await this.page.getByTestId(as).first().click();
  }

  asked(name: string): Locator {
    return this.page.getByTestId('list-asked').filter({ hasText: name });
  }

  get rows(): Locator {
    return this.page.getByTestId('list-row');
  }

  get violators(): Locator {
    return this.page.getByTestId('nickname-violator');
  }

  /** The page of those who are in several groups. */
  async openOverlaps(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-overlaps').click();
    await this.page.locator('[data-testid=page-groups-overlaps][data-ready=true]').waitFor();
  }

  overlapOf(memberId: string): Locator {
    return this.page.locator(`[data-testid=overlap-row][data-member-id="${memberId}"]`);
  }

  /** For the walk over all screens, in any language: a compared list of the first group. */
  async showPlan(): Promise<void> {
    await new GroupScreen(this.page).openFirst('lists');
    await this.plan(['1. 城东-鲜果坊-王芳', '2. 李雷🌸', '3. 城西-店名-陈静']);
    await expect(this.page.getByTestId('list-strangers')).toBeVisible();
  }

  /** The newest list of the first group, saved when there is none. */
  async showList(): Promise<void> {
    await this.showPlan();
    const before = await this.rows.count();
    await this.commit();
    await expect(this.rows).toHaveCount(before + 1);
    await this.rows.first().click();
    await expect(this.page.getByTestId('list-panel')).toBeVisible();
  }

  async showTemplate(): Promise<void> {
    await new GroupScreen(this.page).openFirst('lists');
    await this.page.getByTestId('nickname-edit').click();
    await expect(this.page.getByTestId('nickname-dialog')).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('toast').getByTestId('undo').click();
  }
}
