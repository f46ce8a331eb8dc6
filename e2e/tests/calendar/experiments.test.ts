import type { Page } from '@playwright/test';
import { expect, test } from '../../fixtures';
import { ExperimentsScreen } from '../../pages/experiments-screen';
import { GroupsScreen } from '../../pages/groups-screen';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Noon in Shanghai of a day of next week. */
const NOON = Math.floor(Date.now() / DAY_MS) * DAY_MS + 7 * DAY_MS + 4 * HOUR_MS;
/** The evening slot begins at 17:00; 72 hours from there. */
const END = NOON + (5 + 72) * HOUR_MS;

const addGroups = (page: Page, n: number): Promise<void> =>
  new GroupsScreen(page).addAll(Array.from({ length: n }, (_, at) => `城东 ${at + 1} 群`));

test('an experiment from its plan to the library: lot, no early winner, verdict, restart', async ({
  startConsole,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  const { page } = running;
  await addGroups(page, 8);
  const screen = new ExperimentsScreen(page);
  await screen.open();
  await screen.travelTo(NOON);
  await screen.openNew();

  await page.getByTestId('experiment-name').fill('写产地还是写品名');
  await page.getByTestId('experiment-arm-A').fill('番茄到货');
  await page.getByTestId('experiment-arm-B').fill('寿光大棚今早摘的番茄到了');
  await screen.chooseAllGroups(300);
  const plan = page.getByTestId('experiment-plan');
  await expect(plan).toContainText('8 个群共 2,400 人');
  await expect(page.getByTestId('experiment-visible')).toContainText('个百分点以上的差别');
  await expect(page.getByTestId('experiment-remark-belowMinPeople')).toBeVisible();
  await page.getByTestId('experiment-lower-min').click();
  await expect(page.getByTestId('experiment-remark-belowMinPeople')).toHaveCount(0);
  await expect(page.getByTestId('experiment-cells')).toHaveAttribute('data-cells', '3780');
  await screen.sendToday(/傍晚/);
  await screen.start();

  await expect(screen.units).toHaveCount(8);
  const arms = await screen.units.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-arm')),
  );
  expect(arms.filter((arm) => arm === 'A')).toHaveLength(4);
  const items = await running.rows('contentItems');
  expect(items.map(({ title, slot, armKey }) => [title, slot, armKey])).toEqual([
    ['番茄到货', 'evening', 'A'],
    ['寿光大棚今早摘的番茄到了', 'evening', 'B'],
  ]);
  expect(items.flatMap(({ groupIds }) => groupIds as string[])).toHaveLength(8);

  await screen.typeDown('exposed', (_, at) => 180 + at);
  await screen.typeDown('converted', (arm, at) => (arm === 'A' ? 8 : 36) + (at % 3));
  await screen.typeDown('shared', (_, at) => 5 + (at % 2));
  await expect(screen.check('readings')).toHaveAttribute('data-state', 'good');
  await expect(screen.check('exposure')).toHaveAttribute('data-state', 'good');

  // Day after day, up to a minute before the end: counts, but no verdict.
  for (const at of [NOON + DAY_MS, NOON + 2 * DAY_MS, END - 60_000]) {
    await screen.travelTo(at);
    await screen.open();
    await page.getByRole('link', { name: '写产地还是写品名' }).click();
    await screen.waitUntilReady();
    await expect(screen.decide).toBeDisabled();
    await expect(screen.verdict).toHaveCount(0);
    await expect(page.getByTestId('experiment-figures')).toHaveCount(0);
  }

  await screen.travelTo(END);
  await screen.open();
  await page.getByRole('link', { name: '写产地还是写品名' }).click();
  await screen.decide.click();
  await expect(screen.verdict).toHaveAttribute('data-kind', 'winner');
  await expect(screen.verdict).toHaveAttribute('data-arm', 'B');
  await expect(screen.verdict).toContainText('个百分点');
  await expect(page.getByTestId('experiment-figures')).toBeVisible();
  await page.getByTestId('experiment-keep').click();
  await expect(page.getByTestId('experiment-keep')).toBeDisabled();

  await running.restart();
  const again = new ExperimentsScreen(running.page);
  await again.open();
  await running.page.getByRole('link', { name: '写产地还是写品名' }).click();
  await expect(again.verdict).toHaveAttribute('data-arm', 'B');
  const [entry] = await running.rows('libraryEntries');
  expect(entry).toMatchObject({ kind: 'title', text: '寿光大棚今早摘的番茄到了' });
  expect(String(entry?.evidence)).toContain('写产地还是写品名');
});

test('readings that cannot be make it invalid, with a way back; a stop needs its reason', async ({
  startConsole,
}) => {
  test.setTimeout(120_000);
  const { page } = await startConsole();
  await addGroups(page, 8);
  const screen = new ExperimentsScreen(page);
  await screen.open();
  await screen.travelTo(NOON);
  await screen.openNew();
  await page.getByTestId('experiment-name').fill('封面词');
  await page.getByTestId('experiment-arm-A').fill('今日特价');
  await page.getByTestId('experiment-arm-B').fill('邻居都在买');
  await screen.chooseAllGroups(300);
  await page.getByTestId('experiment-lower-min').click();
  await screen.sendToday(/傍晚/);
  await screen.start();
  await screen.typeDown('exposed', () => 150);
  await screen.typeDown('converted', (_, at) => (at === 0 ? 999 : 9 + (at % 3)));
  await expect(screen.check('impossible')).toHaveAttribute('data-state', 'bad');

  await screen.travelTo(END);
  await screen.open();
  await page.getByRole('link', { name: '封面词' }).click();
  await screen.decide.click();
  await expect(screen.verdict).toHaveAttribute('data-kind', 'invalid');
  await expect(page.getByTestId('experiment-figures')).toHaveCount(0);
  await page.getByTestId('experiment-reopen').click();
  await expect(screen.verdict).toHaveCount(0);
  await screen.units.first().locator('input[data-field=converted]').fill('11');
  await page.keyboard.press('Enter');
  await expect(screen.check('impossible')).toHaveCount(0);

  await page.getByTestId('experiment-stop').click();
  await expect(page.getByTestId('experiment-stop-go')).toBeDisabled();
  await page.getByTestId('experiment-stop-why').fill('断货，没法再比');
  await page.getByTestId('experiment-stop-go').click();
  await expect(screen.verdict).toHaveAttribute('data-kind', 'stoppedEarly');
  await expect(screen.verdict).toContainText('断货');
  await expect(page.getByTestId('experiment-keep')).toHaveCount(0);
});

test('many versions, pasted line by line, are halved round by round until two are judged', async ({
  startConsole,
}) => {
  test.setTimeout(120_000);
  const running = await startConsole();
  const { page } = running;
  await addGroups(page, 8);
  const screen = new ExperimentsScreen(page);
  await screen.open();
  await screen.travelTo(NOON);
  await screen.openNew();
  await page.getByTestId('experiment-name').fill('四个标题');
  const titles = ['到货了', '今早摘的', '邻居都在买', '只剩三十份'];
  await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), titles.join('\n'));
  await page.getByTestId('experiment-arm-A').focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByTestId('experiment-arm-D')).toHaveValue('只剩三十份');
  await page.getByText('逐轮减半', { exact: true }).first().click();
  await screen.chooseAllGroups(300);
  await page.getByTestId('experiment-lower-min').click();
  await screen.sendToday(/傍晚/);
  await screen.start();
  const strong: Record<string, number> = { A: 5, B: 30, C: 9, D: 27 };
  await screen.typeDown('exposed', () => 170);
  await screen.typeDown('converted', (arm, at) => (strong[arm] ?? 0) + (at % 2));
  await expect(page.getByTestId('experiment-round')).toHaveCount(0);

  await screen.travelTo(END);
  await screen.open();
  await page.getByRole('link', { name: '四个标题' }).click();
  const round = page.getByTestId('experiment-round');
  await expect(round.getByRole('row').nth(1)).toContainText('今早摘的');
  await expect(round.getByRole('row').nth(2)).toContainText('留下');
  await expect(round.getByRole('row').nth(3)).toContainText('退出');
  await screen.sendToday(/晚间/);
  await page.getByTestId('experiment-next-round').click();
  await expect(round).toHaveCount(0);
  const arms = await screen.units.evaluateAll((rows) =>
    rows.map((row) => row.getAttribute('data-arm')),
  );
  expect([...new Set(arms)].sort()).toEqual(['B', 'D']);
  expect(await running.rows('experimentUnits')).toHaveLength(16);

  await screen.typeDown('exposed', () => 170);
  await screen.typeDown('converted', (arm, at) => (arm === 'B' ? 12 : 11) + (at % 4) * 3);
  await screen.travelTo(END + 5 * DAY_MS);
  await screen.open();
  await page.getByRole('link', { name: '四个标题' }).click();
  await screen.decide.click();
  await expect(screen.verdict).toHaveAttribute('data-kind', 'noDifference');
  await expect(screen.verdict).toContainText('不等于两个一样');
});
