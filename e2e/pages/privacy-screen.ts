import { expect, type Page } from '@playwright/test';
import { MembersScreen } from './members-screen';

/** Erasing a member, and the records that it was done. */
export class PrivacyScreen {
  constructor(private readonly page: Page) {}

  /** Erases the member of this id for good; `name` is what has to be typed. */
  async erase(memberId: string, name: string, reason: string): Promise<void> {
    const members = new MembersScreen(this.page);
    await members.open();
    await members.search(name);
    await members.openMember(memberId);
    await members.panel.getByTestId('member-more').click();
    await this.page.getByTestId('member-erase').click();
    const confirm = this.page.getByTestId('erase-confirm');
    await expect(confirm).toBeDisabled();
    await this.page.getByTestId('erase-reason').fill(reason);
    await this.page.getByTestId('erase-typed').fill(name);
    await confirm.click();
    await expect(this.page.getByTestId('toast').last()).toContainText('已抹除一位成员的个人信息');
    await members.search('');
  }

  async openRecords(): Promise<void> {
    await this.page.getByTestId('nav-settings').click();
    await this.page.getByTestId('settings-privacy').click();
  }
}
