import { expect, type Locator, type Page } from '@playwright/test';

/** The traffic flow as a leader walks through it. */
export class SopScreen {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByTestId('nav-sop').click();
    await this.page.locator('[data-testid=page-sop][data-ready=true]').waitFor();
  }

  async startRun(): Promise<void> {
    await this.page.getByTestId('sop-new-run').click();
    await expect(this.step(1)).toHaveAttribute('data-state', 'doing');
  }

  /** Any other flow, by its name, from the dialog beside the one-click start. */
  async startFlow(name: RegExp, more: { owner?: string } = {}): Promise<void> {
    await this.page.getByTestId('sop-new-run-more').click();
    await this.page.getByTestId('sop-new-run-dialog').click();
    await this.page.getByRole('radio', { name }).click();
    if (more.owner) await this.page.getByLabel('负责人').fill(more.owner);
    await this.page.getByTestId('sop-start').click();
    await expect(this.step(1)).toHaveAttribute('data-state', 'doing');
  }

  async endEarly(reason: string): Promise<void> {
    await this.page.getByLabel('更多操作').click();
    await this.page.getByText('提前结束这一轮').click();
    await this.page.getByLabel('为什么提前结束').fill(reason);
    await this.page.getByRole('button', { name: '提前结束', exact: true }).click();
  }

  /** The runs of the seven steps; groups begin flows of their own, which lie among them. */
  get trafficRuns(): Locator {
    return this.page.locator('[data-testid=sop-run-row][data-template=traffic-7-steps]');
  }

  step(position: number): Locator {
    return this.page.getByTestId(`sop-step-${position}`);
  }

  get metric(): Locator {
    return this.page.getByTestId('sop-metric-input');
  }

  async type(count: number | string): Promise<void> {
    await this.metric.fill(String(count));
  }

  /** Types the number of the open step and completes it; the next one opens by itself. */
  async complete(count: number | string): Promise<void> {
    await this.type(count);
    await this.page.getByTestId('sop-complete-step').click();
  }

  async stateOf(position: number): Promise<string | null> {
    return this.step(position).getAttribute('data-state');
  }

  funnelStep(position: number): Locator {
    return this.page.getByTestId(`funnel-step-${position}`);
  }

  /** Count, rate and interval of a step as plain numbers; NaN where there is none. */
  async figuresOf(position: number) {
    const read = async (name: string) => {
      const text = await this.funnelStep(position).getAttribute(`data-${name}`);
      return text === null || text === '' ? Number.NaN : Number(text);
    };
    return {
      count: await read('count'),
      rate: await read('rate'),
      low: await read('ci-low'),
      high: await read('ci-high'),
    };
  }

  get bottleneck(): Locator {
    return this.page.getByTestId('funnel-bottleneck');
  }
}
