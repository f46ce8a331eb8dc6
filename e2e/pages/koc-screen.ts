import { expect, type Locator, type Page } from '@playwright/test';

type View = 'pool' | 'candidates' | 'friends';

/** Core members: the pool, who could join it, and how members get acquainted. */
export class KocScreen {
  constructor(private readonly page: Page) {}

  async open(view: View = 'pool'): Promise<void> {
    await this.page.getByTestId('nav-groups').click();
    await this.page.getByTestId('groups-tab-kocs').click();
    await this.isReady();
    if (view !== 'pool') await this.turnTo(view);
  }

  async turnTo(view: View): Promise<void> {
    const place = ['pool', 'candidates', 'friends'].indexOf(view);
    await this.page.getByTestId('koc-views').locator('label').nth(place).click();
    await this.page.waitForURL(new RegExp(view === 'pool' ? 'kocs$' : `kocs/${view}$`));
    await this.isReady();
  }

  async isReady(): Promise<void> {
    await this.page.locator('[data-testid=page-groups-kocs][data-ready=true]').waitFor();
  }

  get candidates(): Locator {
    return this.page.getByTestId('koc-candidate');
  }

  candidate(name: string): Locator {
    return this.candidates.filter({ hasText: name });
  }

  get rows(): Locator {
    return this.page.getByTestId('koc-row');
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  async add(name: string): Promise<void> {
    await this.candidate(name).getByTestId('koc-add').click();
    await expect(this.candidate(name)).toHaveCount(0);
  }

  async openKoc(name: string): Promise<void> {
    await this.row(name).click();
    await expect(this.panel).toBeVisible();
  }

  get panel(): Locator {
    return this.page.getByTestId('koc-panel');
  }

  /** Points of a part as the open panel adds them up. */
  part(part: 'answers' | 'ugc' | 'orders' | 'followers'): Locator {
    return this.page.locator(`[data-testid=koc-parts] [data-part=${part}]`);
  }

  step(key: string): Locator {
    return this.page.locator(`[data-testid=koc-step][data-key=${key}]`);
  }

  async tick(key: string): Promise<void> {
    await this.step(key).getByRole('checkbox').click();
    await expect(this.step(key)).toHaveAttribute('data-done', 'true');
  }

  async promise(what: string, yuan: string): Promise<void> {
    await this.page.getByTestId('koc-incentive-what').fill(what);
    await this.page.getByTestId('koc-incentive-amount').fill(yuan);
    await this.page.getByTestId('koc-incentive-promise').click();
    await expect(this.incentive(what)).toBeVisible();
  }

  incentive(what: string): Locator {
    return this.page.getByTestId('koc-incentive').filter({ hasText: what });
  }

  get effect(): Locator {
    return this.page.locator('[data-testid=koc-effect][data-ready=true]');
  }

  get followers(): Locator {
    return this.page.getByTestId('koc-follower');
  }

  get actions(): Locator {
    return this.page.getByTestId('friend-action');
  }

  idea(kind: 'selfIntroduction' | 'publicPraise'): Locator {
    return this.page.locator(`[data-testid=friend-idea][data-kind=${kind}]`);
  }

  /** Takes the newest change back by the button beside its message. */
  async undo(): Promise<void> {
    await this.page.getByTestId('toast').getByTestId('undo').click();
  }
}
