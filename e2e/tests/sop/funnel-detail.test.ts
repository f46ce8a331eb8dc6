import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { FunnelScreen } from '../../pages/funnel-screen';
import { ImportScreen } from '../../pages/import-screen';
import { SopScreen } from '../../pages/sop-screen';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How many of the people reach each of the first five steps. */
const REACHED = [240, 200, 120, 60, 30];
const PLACEMENTS = ['home-popup', 'paid-card'];

/** `YYYY-MM-DD HH:mm` in China. */
const clock = (ms: number) =>
  new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ');

/** People by phone walk down the steps, two hours from one to the next. */
function eventsOf(phones: readonly string[]): string {
  const start = Date.now() - 2 * DAY_MS;
  const rows = REACHED.flatMap((reached, index) =>
    phones
      .slice(0, reached)
      .map((phone, at) =>
        [phone, index + 1, clock(start + index * 2 * HOUR_MS), PLACEMENTS[at % 2]].join(','),
      ),
  );
  return ['用户,步骤,时间,广告位', ...rows].join('\n');
}

test('a funnel of single people: sources, comparison, what if, breakdown, and a rescue task worked off', async ({
  startFilled,
  folder,
}) => {
  test.setTimeout(90_000);
  const running = await startFilled();
  const { page } = running;
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  for (const count of [2400, 2000, 1200, 900, 300, 290, 280]) await sop.complete(count);
  await sop.open();
  await sop.startRun();

  const members = await running.rows('members');
  const phones = members.flatMap(({ phone }) => (typeof phone === 'string' ? [phone] : []));
  const importing = new ImportScreen(page);
  await importing.open();
  const file = await writeInto(folder, '漏斗明细.csv', eventsOf(phones.slice(0, 240)));
  await importing.importFile('funnel', file);

  await sop.open();
  await page.getByTestId('sop-run-row').first().click();
  const funnel = new FunnelScreen(page);
  await funnel.open();
  for (const [index, count] of REACHED.entries()) {
    await expect(funnel.step(index + 1)).toHaveAttribute('data-count', String(count));
    await expect(funnel.step(index + 1)).toHaveAttribute('data-source', 'events');
  }
  // 60 of 120 jump; raised by half, half as many more come out at the end.
  await funnel.whatIf(4, '+1');
  await expect(page.getByTestId('funnel-ghost-5')).toBeVisible();
  await expect(page.getByTestId('funnel-what-if-answer')).toContainText('估算');

  await funnel.view('compare');
  // Earlier 75 % of 1200, now 50 % of 120.
  await expect(funnel.compared(4)).toHaveAttribute('data-verdict', 'likelyReal');
  await expect(funnel.compared(2)).toHaveAttribute('data-verdict', 'maybeNoise');

  await funnel.view('breakdown');
  const rows = page.getByTestId('funnel-breakdown').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toHaveAttribute('data-n', '120');
  await expect(rows.first()).toContainText('首页弹窗');

  await funnel.view('people');
  await funnel.chooseStep(3);
  await expect(page.getByTestId('funnel-people-total')).toHaveAttribute('data-total', '60');
  await page.getByTestId('funnel-rescue').click();
  await expect(page.getByTestId('rescue-dialog')).toBeVisible();
  await page.getByTestId('rescue-create').click();
  const task = page.getByTestId('rescue-tasks').getByRole('listitem');
  await expect(task).toHaveCount(1);
  await task.getByRole('link').click();

  const people = page.getByTestId('rescue-person');
  await expect(page.getByTestId('rescue-card')).toBeVisible();
  const first = await page.getByTestId('rescue-card').getByRole('heading').textContent();
  await expect(page.getByTestId('rescue-text')).not.toBeEmpty();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('rescue-card').getByRole('heading')).not.toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('rescue-outcome-seen')).toHaveAttribute('data-n', '2');
  await expect(people.first()).toBeVisible();

  // One of those written to jumps after all.
  const [stored] = await running.rows('rescueTasks');
  expect(stored).toMatchObject({ position: 4, memberCount: 60, state: 'open' });
  const done = String(stored?.doneMembers).slice(0, 32);
  const come = members.find(({ id }) => String(id).replaceAll('-', '') === done);
  await importing.open();
  const late = `用户,步骤,时间\n${come?.phone},4,${clock(Date.now())}`;
  await importing.importFile('funnel', await writeInto(folder, '后来.csv', late));

  await running.restart();
  await running.page.getByTestId('nav-today').click();
  const due = running.page.getByTestId('today-rescues').getByRole('listitem');
  await expect(due).toContainText('2/60 人');
  await due.getByRole('link').click();
  await expect(running.page.getByTestId('rescue-outcome-seen')).toHaveAttribute('data-count', '1');
});
