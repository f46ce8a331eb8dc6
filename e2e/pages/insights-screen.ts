import { expect, type Page } from '@playwright/test';

type Tab = 'persona' | 'quadrants' | 'rfm' | 'cohorts' | 'value' | 'plays';

/** The models over everybody, and the plays for those whom they name. */
export class InsightsScreen {
  constructor(private readonly page: Page) {}

  async open(tab: Tab): Promise<void> {
    await this.page.getByTestId('nav-members').click();
    await this.page.getByTestId('members-tab-insights').click();
    await this.page.getByTestId(`insights-tab-${tab}`).click();
    await expect(this.page.getByTestId(`insights-${tab}`)).toBeVisible();
    await this.page
      .locator('[data-testid=page-insights][data-ready=true]')
      .waitFor({ timeout: 30_000 });
  }

  /** The list of members holds exactly so many, under a bar that says whom. */
  async seesPeople(n: number): Promise<void> {
    await expect(this.page.getByTestId('people-choice')).toBeVisible();
    await expect(this.page.getByTestId('members-total')).toHaveText(String(n));
  }

  async startPlay(quadrant: string): Promise<{ people: number; heldOut: number }> {
    await this.page.getByTestId(`quadrant-play-${quadrant}`).click();
    const count = this.page.getByTestId('play-count');
    await expect(count).toBeVisible();
    const people = Number(await count.getAttribute('data-n'));
    const heldOut = Number(await count.getAttribute('data-held-out'));
    await this.page.getByTestId('play-start-go').click();
    await expect(this.page.getByTestId('play-panel')).toBeVisible();
    return { people, heldOut };
  }
}
