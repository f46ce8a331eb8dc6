import { expect, type Locator, type Page } from '@playwright/test';
import { GroupScreen } from './group-screen';

type State = 'planned' | 'invited' | 'moved' | 'declined' | 'refused';

/** The last pages of a group's life: transfer plan, checklist, the end and the way back. */
export class TransferScreen {
  constructor(private readonly page: Page) {}

  async open(groupName: string): Promise<void> {
    await new GroupScreen(this.page).open(groupName, 'transfer');
  }

  /** With whoever is inside by a pasted list of names that the roster knows. */
  async fillGroup(groupName: string, names: readonly string[]): Promise<void> {
    await new GroupScreen(this.page).open(groupName, 'lists');
    await this.page.getByTestId('list-paste').fill(names.join('\n'));
    await this.page.getByTestId('list-plan').click();
    await this.page.getByTestId('list-commit').click();
    await expect(this.page.getByTestId('list-row').first()).toBeVisible();
  }

  /** Everybody the rule finds, with the people named added by hand. */
  async plan(alsoIds: readonly string[] = []): Promise<void> {
    await this.page.getByTestId('transfer-make').click();
    await expect(this.page.getByTestId('transfer-draft')).toBeVisible();
    for (const id of alsoIds) {
      const row = this.page.locator(`[data-testid=transfer-draft-person][data-member-id="${id}"]`);
      if ((await row.getAttribute('data-chosen')) !== 'true') await row.click();
    }
  }

  async confirm(): Promise<void> {
    await this.page.getByTestId('transfer-confirm').click();
    await expect(this.progress).toBeVisible();
  }

  /** Of the first group, whatever it is: before there is a plan, or adding to it. */
  async showDraft(): Promise<void> {
    await new GroupScreen(this.page).openFirst('transfer');
    await this.page.getByTestId('transfer-make').or(this.page.getByTestId('transfer-add')).click();
    await expect(this.page.getByTestId('transfer-draft')).toBeVisible();
  }

  async showPlan(): Promise<void> {
    await new GroupScreen(this.page).openFirst('transfer');
    const make = this.page.getByTestId('transfer-make');
    if (await make.isVisible()) {
      await make.click();
      await this.confirm();
    }
    await expect(this.progress).toBeVisible();
    await expect(this.check('notInvited')).toBeVisible();
  }

  get progress(): Locator {
    return this.page.getByTestId('transfer-progress');
  }

  get people(): Locator {
    return this.page.getByTestId('transfer-person');
  }

  person(memberId: string): Locator {
    return this.page.locator(`[data-testid=transfer-person][data-member-id="${memberId}"]`);
  }

  async expectState(memberId: string, state: State): Promise<void> {
    await expect(this.person(memberId)).toHaveAttribute('data-state', state);
  }

  async act(memberId: string, what: 'invite' | 'moved' | 'declined'): Promise<void> {
    await this.person(memberId).getByTestId(`transfer-${what}`).click();
  }

  check(key: string): Locator {
    return this.page.locator(`[data-testid=dissolve-check][data-key=${key}]`);
  }

  /** Lets an open line of the checklist go, with why. */
  async pass(key: string, reason: string): Promise<void> {
    await this.check(key).getByTestId('dissolve-pass').click();
    await this.check(key).getByTestId('dissolve-reason').fill(reason);
    await this.check(key).getByTestId('dissolve-tick').click();
    await expect(this.check(key)).toHaveAttribute('data-state', 'ticked');
  }

  async dissolve(): Promise<void> {
    await this.page.getByTestId('dissolve-now').click();
    await this.page.getByTestId('dissolve-confirm').click();
    await expect(this.page.getByTestId('group-reopen')).toBeVisible();
  }

  /** Takes the newest change back by the button beside its message. */
  async undo(): Promise<void> {
    await this.page.getByTestId('toast').getByTestId('undo').click();
  }
}
