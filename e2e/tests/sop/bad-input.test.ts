import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { FunnelScreen } from '../../pages/funnel-screen';
import { ImportScreen } from '../../pages/import-screen';
import { SopScreen } from '../../pages/sop-screen';
import { StepToolsScreen } from '../../pages/step-tools-screen';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `YYYY-MM-DD HH:mm` in China. */
const clock = (ms: number) =>
  new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');

test('records that do not add up are said in a sentence each, beside a funnel that stands', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  const known = (await running.rows('members')).filter(
    ({ phone, wechatId }) => typeof phone === 'string' && typeof wechatId === 'string',
  );
  const [twice, backwards, early] = known;
  const now = Date.now();
  const rows = [
    // Under two names: the phone here, the WeChat ID there.
    [twice?.phone, 1, clock(now - 5 * HOUR_MS)],
    [twice?.wechatId, 2, clock(now - 4 * HOUR_MS)],
    // The second step before the first.
    [backwards?.phone, 2, clock(now - 9 * HOUR_MS)],
    [backwards?.phone, 1, clock(now - 5 * HOUR_MS)],
    // Long before the run, and tomorrow.
    [early?.phone, 1, clock(now - 20 * DAY_MS)],
    [early?.phone, 2, clock(now + DAY_MS)],
  ].map((cells) => cells.join(','));
  const importing = new ImportScreen(page);
  await importing.open();
  const file = await writeInto(folder, '漏斗明细.csv', ['用户,步骤,时间', ...rows].join('\n'));
  await importing.importFile('funnel', file);

  await sop.open();
  await page.getByTestId('sop-run-row').first().click();
  // Step 3 is typed, and more than came before it.
  await sop.step(3).click();
  await sop.complete(90);
  await expect(sop.step(3)).toHaveAttribute('data-state', 'done');
  await new FunnelScreen(page).open();
  const says = (code: string) => page.locator(`[data-testid=funnel-remarks] [data-code=${code}]`);
  await expect(says('moreThanBefore')).toContainText('第 3 步有');
  await expect(says('beforeRun')).toContainText('早于这一轮开始');
  await expect(says('outOfOrder')).toContainText('后一步早于前一步');
  await expect(says('inFuture')).toContainText('时间在将来');
  // Whose first step stands under another id is named with the id that has no first step.
  await expect(says('splitMembers')).toContainText('被当成两个人算');
  await expect(says('stepMissing')).toContainText('没有算到后面');
  await expect(says('stepMissing')).toContainText(String(twice?.wechatId));
  await expect(page.getByTestId('funnel-detail-step-3')).toHaveAttribute('data-count', '90');
});

test('a clock that was set back is said on the run, and goes away when it is right again', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  const note = page.getByText('请核对电脑的日期和时间');
  await expect(note).toHaveCount(0);
  await page.clock.setFixedTime(Date.now() - 3 * DAY_MS);
  await sop.open();
  await page.getByTestId('sop-run-row').first().click();
  await expect(note).toBeVisible();
  await page.clock.setFixedTime(Date.now());
  await sop.open();
  await page.getByTestId('sop-run-row').first().click();
  await expect(sop.step(1)).toHaveAttribute('data-state', 'doing');
  await expect(note).toHaveCount(0);
});

test('a run without people to mean, negative numbers and parts of people are refused in words', async ({
  startConsole,
}) => {
  const { page } = await startConsole();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await expect(page.getByTestId('tool-segment')).toContainText('导入');
  await sop.complete('-5');
  await expect(page.getByRole('alert')).toContainText('不会是负的');
  await sop.complete('2.5');
  await expect(page.getByRole('alert')).toContainText('整数');
  await expect(sop.step(1)).toHaveAttribute('data-state', 'doing');
  await new StepToolsScreen(page).show(2, 'tool-placements');
  const tools = new StepToolsScreen(page);
  await tools.countAt('home-popup', '-1');
  await expect(tools.placement('home-popup')).toContainText('负');
  await expect(page.getByTestId('funnel-step-2')).toHaveAttribute('data-count', '');
});
