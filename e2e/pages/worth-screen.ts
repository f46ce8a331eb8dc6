import { expect, type Locator, type Page } from '@playwright/test';
import { GroupScreen } from './group-screen';

/** How lively one group is, and whether it is worth what is put into it. */
export class WorthScreen {
  readonly group: GroupScreen;

  constructor(private readonly page: Page) {
    this.group = new GroupScreen(page);
  }

  openActivity(name: string): Promise<void> {
    return this.group.open(name, 'activity');
  }

  openWorth(name: string): Promise<void> {
    return this.group.open(name, 'worth');
  }

  /** Pastes a table of days and waits for what it comes to. */
  async pasteDays(lines: readonly string[]): Promise<Locator> {
    await this.page.getByTestId('days-paste').click();
    await this.page.getByTestId('days-paste-text').fill(lines.join('\n'));
    const plan = this.page.getByTestId('days-plan');
    await expect(plan).toBeVisible();
    return plan;
  }

  async savePaste(): Promise<void> {
    await this.page.getByTestId('days-paste-save').click();
    await expect(this.page.getByTestId('days-paste-dialog')).toHaveCount(0);
  }

  cell(day: string, figure: string): Locator {
    return this.page.locator(`[data-testid=day-cell][data-day="${day}"][data-figure="${figure}"]`);
  }

  /** The first group with two months of statistics, the last week of them silent; in any language. */
  async showActivity(): Promise<void> {
    await this.group.openFirst('activity');
    if ((await this.score.getAttribute('data-score')) !== '') return;
    const lines = Array.from({ length: 60 }, (_, at) => {
      const day = new Date(Date.now() - (at + 1) * 86_400_000).toISOString().slice(0, 10);
      return `${day}\t${at < 7 ? 2 : 60 + (at % 9)}\t${at < 7 ? 1 : 12}\t120`;
    });
    await this.pasteDays(['date\tmessages\tspeakers\tmembers', ...lines]);
    await this.savePaste();
    await expect(this.score).not.toHaveAttribute('data-score', '');
  }

  /** The first group with a gift of today noted, and hours without a rate. */
  async showWorth(): Promise<void> {
    await this.group.openFirst('worth');
    if ((await this.page.getByTestId('input-row').count()) > 0) return;
    const today = new Date().toISOString().slice(0, 10);
    await this.addWeeklyHours(today, '6');
    await expect(this.page.getByTestId('input-row').first()).toBeVisible();
  }

  get wake(): Locator {
    return this.page.getByTestId('wake-state');
  }

  get score(): Locator {
    return this.page.getByTestId('activity-score');
  }

  /** The score reckoned anew from what the lines of the table say: value ÷ anchor by weight. */
  async scoreByHand(): Promise<number> {
    const parts = await this.page
      .getByTestId('activity-part')
      .evaluateAll((all) => all.map((it) => ({ ...(it as HTMLElement).dataset })));
    let [sum, weights] = [0, 0];
    for (const { value = '', anchor = '', weight = '' } of parts) {
      if (value === '') continue;
      sum += Number(weight) * Math.min(1, Number(value) / Number(anchor));
      weights += Number(weight);
    }
    return (100 * sum) / weights;
  }

  async startRevival(): Promise<void> {
    await this.page.getByTestId('revive-start').click();
    await this.page.getByTestId('revive-confirm').click();
    await expect(this.page.getByTestId('revive-confirm')).toHaveCount(0);
  }

  get revivals(): Locator {
    return this.page.getByTestId('revive-run');
  }

  /** Hours of every week from a day on. */
  async addWeeklyHours(day: string, hours: string): Promise<void> {
    await this.page.getByTestId('input-add').click();
    const field = this.page.getByTestId('input-day');
    await field.fill(day);
    await field.press('Enter');
    await expect(field).toHaveValue(day);
    await this.page.getByTestId('input-hours').fill(hours);
    await this.page.getByTestId('input-weekly').check();
    await this.page.getByTestId('input-save').click();
    await expect(this.page.getByTestId('input-form')).toHaveCount(0);
  }

  /** Types what an hour costs and what is left of sales; saving is another step. */
  async typeRates(hour: string, margin: string): Promise<Locator> {
    await this.page.getByTestId('rate-hour').fill(hour);
    await this.page.getByTestId('rate-margin').fill(margin);
    return this.page.getByTestId('rates-save');
  }

  get roi(): Locator {
    return this.page.getByTestId('economy-roi');
  }

  gap(gap: string): Locator {
    return this.page.locator(`[data-testid=economy-gap][data-gap="${gap}"]`);
  }

  get fate(): Locator {
    return this.page.getByTestId('fate');
  }

  reason(why: string): Locator {
    return this.page.locator(`[data-testid=fate-reason][data-why="${why}"]`);
  }

  change(by: string): Locator {
    return this.page.locator(`[data-testid=fate-change][data-by="${by}"]`);
  }

  async decide(decision: 'keep' | 'revive' | 'transfer' | 'dissolve', note = ''): Promise<void> {
    await this.page.getByTestId('decide').click();
    await this.page.getByTestId(`decide-${decision}`).check();
    if (note !== '') await this.page.getByTestId('decide-note').fill(note);
    await this.page.getByTestId('decide-confirm').click();
    await expect(this.page.getByTestId('decide-dialog')).toHaveCount(0);
  }

  get decisions(): Locator {
    return this.page.getByTestId('decision');
  }

  async undo(): Promise<void> {
    await this.page.getByTestId('toast').getByTestId('undo').click();
  }
}
