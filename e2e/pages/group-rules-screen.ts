import { expect, type Locator, type Page } from '@playwright/test';

type Entry = { who: string; rule?: string; what?: string; isPromised?: boolean };

/** The rules of groups and the ledger of what they brought. */
export class GroupRulesScreen {
  constructor(private readonly page: Page) {}

  /** The rules and the ledger of all groups. */
  async openAll(): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-rules').click();
    await this.page.locator('[data-testid=page-groups-rules][data-ready=true]').waitFor();
  }

  get rules(): Locator {
    return this.page.getByTestId('rule-row');
  }

  entries(kind?: 'reward' | 'warning' | 'removal'): Locator {
    const entry = this.page.getByTestId('ledger-entry');
    return kind === undefined ? entry : entry.and(this.page.locator(`[data-kind=${kind}]`));
  }

  get proposals(): Locator {
    return this.page.getByTestId('removal-proposal');
  }

  /** One entry for somebody inside the open group, by a rule or in own words. */
  async enter({ who, rule, what, isPromised = false }: Entry): Promise<void> {
    const before = await this.entries().count();
    await this.page.getByTestId('ledger-add').click();
    const form = this.page.getByRole('dialog');
    await form.getByTestId('ledger-people').fill(who);
    await this.page.getByRole('option', { name: who }).first().click();
    // The list of names lies over the fields below it until one goes on.
    await form.getByTestId('ledger-people').press('Tab');
    if (rule !== undefined) {
      await form.getByTestId('ledger-rule').click();
      await this.page.getByRole('option', { name: rule }).click();
    }
    if (what !== undefined) await form.getByTestId('ledger-what').fill(what);
    if (isPromised) await form.getByTestId('ledger-given').uncheck();
    await form.getByTestId('ledger-save').click();
    await expect(form).toHaveCount(0);
    await expect(this.entries()).toHaveCount(before + 1);
  }

  /** For the walk over all screens, in any language: a warning in the open group, and what is said against it. */
  async showAppeal(): Promise<void> {
    const before = await this.entries('warning').count();
    await this.page.getByTestId('ledger-add').click();
    const form = this.page.getByRole('dialog');
    await form.getByTestId('ledger-people').press('ArrowDown');
    await this.page.getByRole('option').first().click();
    await form.getByTestId('ledger-people').press('Tab');
    await form.getByTestId('ledger-kind').click();
    await this.page.getByRole('option').nth(1).click();
    await form.getByTestId('ledger-what').fill('第 7 条拼团链接');
    await form.getByTestId('ledger-save').click();
    await expect(this.entries('warning')).toHaveCount(before + 1);
    await this.entries('warning').first().getByTestId('appeal-open').click();
    await expect(this.page.getByTestId('appeal-text')).toBeVisible();
  }

  async appeal(entry: Locator, text: string): Promise<void> {
    await entry.getByTestId('appeal-open').click();
    await this.page.getByTestId('appeal-text').fill(text);
    await this.page.getByTestId('appeal-save').click();
    await expect(this.page.getByTestId('appeal-text')).toHaveCount(0);
  }

  async decide(entry: Locator, outcome: 'stands' | 'withdrawn', why: string): Promise<void> {
    await entry.getByTestId('appeal-decide').click();
    await this.page.getByTestId('decide-why').fill(why);
    await this.page.getByTestId(`decide-${outcome}`).click();
    await expect(this.page.getByTestId('decide-why')).toHaveCount(0);
  }
}
