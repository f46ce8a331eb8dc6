import type { Locator, Page } from '@playwright/test';

type View = 'steps' | 'compare' | 'breakdown' | 'people';

const NAMES: Record<View, string> = {
  steps: '各步',
  compare: '对比',
  breakdown: '拆分',
  people: '时间和人',
};

/** The full page of a run's funnel. */
export class FunnelScreen {
  constructor(private readonly page: Page) {}

  /** From the open run. */
  async open(): Promise<void> {
    await this.page.getByTestId('funnel-open').click();
    await this.page.getByTestId('funnel-views').waitFor();
  }

  step(position: number): Locator {
    return this.page.getByTestId(`funnel-detail-step-${position}`);
  }

  compared(position: number): Locator {
    return this.page.getByTestId(`funnel-compare-${position}`);
  }

  async view(view: View): Promise<void> {
    await this.page.getByTestId('funnel-views').getByText(NAMES[view], { exact: true }).click();
  }

  /** Chooses the step and moves its rate by keyboard: `+1` one step up. */
  async whatIf(position: number, by: `+${number}`): Promise<void> {
    await this.page.getByRole('combobox', { name: '哪一步' }).first().click();
    await this.page.getByRole('option', { name: new RegExp(`^第 ${position} 步`) }).click();
    const thumb = this.page.getByTestId('funnel-what-if').getByRole('slider');
    await thumb.focus();
    for (let at = 0; at < Number(by); at += 1) await thumb.press('ArrowRight');
  }

  async chooseStep(position: number): Promise<void> {
    await this.page.getByRole('combobox', { name: '哪一步' }).first().click();
    await this.page.getByRole('option', { name: new RegExp(`^第 ${position} 步`) }).click();
  }
}
