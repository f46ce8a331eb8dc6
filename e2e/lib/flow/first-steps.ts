import { expect } from '@playwright/test';
import { SopScreen } from '../../pages/sop-screen';
import { StepToolsScreen } from '../../pages/step-tools-screen';
import type { RunningConsole } from '../running-console';
import { ANSWERED, JUMPED, SEEN, VISITS } from './flow-counts';
import type { FlowPeople } from './flow-people';

const clipboardOf = (running: RunningConsole) =>
  running.app.evaluate(({ clipboard }) => clipboard.readText());

/** Steps 1 to 5, each by its own tool; what is filled in by itself is not typed again. */
export async function walkFirstFive(
  running: RunningConsole,
  people: FlowPeople,
  segment: string,
): Promise<void> {
  const { page } = running;
  const sop = new SopScreen(page);
  const tools = new StepToolsScreen(page);
  const finish = async (position: number, count: number) => {
    await expect(sop.metric).toHaveValue(String(count));
    await page.getByTestId('sop-complete-step').click();
    await expect(sop.step(position)).toHaveAttribute('data-state', 'done');
  };
  await tools.chooseSegment(segment);
  await expect(tools.targetCount).toHaveAttribute('data-count', String(people.ordering.length));
  await tools.take.click();
  await expect(tools.chosen).toHaveAttribute('data-count', String(people.ordering.length));
  await finish(1, people.ordering.length);

  await tools.countAt('home-popup', '80');
  await tools.countAt('paid-card', '40');
  await expect(tools.sum).toHaveAttribute('data-total', String(SEEN));
  await finish(2, SEEN);

  await tools.judge(/^第一屏写明/, { passes: true });
  await tools.judge(/^有证据/, { passes: false, note: '还没有真实评价' });
  await tools.judge(/^整页只有一个动作/, { passes: true });
  await tools.countVisits(VISITS);
  await finish(3, VISITS);

  await tools.countWay('way-button', 50, 46);
  await tools.countWay('way-qr', 50, 34);
  await expect(page.getByTestId('jump-comparison')).toHaveAttribute('data-best', 'way-button');
  await tools.countLoss('loss-expired', 12);
  await sop.complete(JUMPED);
  await expect(sop.step(4)).toHaveAttribute('data-state', 'done');

  await expect(page.getByTestId('tool-auto-reply')).toBeVisible();
  await page.getByTestId('limit-friendRequests').getByTestId('limit-add-10').click();
  await page.keyboard.press('1');
  await expect(page.getByTestId('script-uses').first()).toHaveAttribute('data-count', '1');
  expect(await clipboardOf(running)).not.toBe('');
  await sop.complete(ANSWERED);
  await expect(sop.step(5)).toHaveAttribute('data-state', 'done');
  expect(await running.rows('limitUses')).toMatchObject([{ limit: 'friendRequests', count: 10 }]);
}
