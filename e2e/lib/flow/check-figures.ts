import { expect, type Page } from '@playwright/test';
import { SopScreen } from '../../pages/sop-screen';
import { wilson } from '../wilson';
import { worstOf } from './flow-counts';

/** Every figure beside the open run, worked out once more from the counts alone. */
export async function checkFigures(page: Page, counts: readonly number[]): Promise<void> {
  const sop = new SopScreen(page);
  for (const [index, count] of counts.entries()) {
    await expect(sop.funnelStep(index + 1)).toHaveAttribute('data-count', String(count));
    if (index === 0) continue;
    const figures = await sop.figuresOf(index + 1);
    const base = counts[index - 1] ?? 0;
    expect(figures.rate).toBeCloseTo(count / base, 12);
    const { low, high } = wilson(count, base);
    expect(figures.low).toBeCloseTo(low, 9);
    expect(figures.high).toBeCloseTo(high, 9);
  }
  await expect(sop.bottleneck).toHaveAttribute('data-step', String(worstOf(counts)));
}
