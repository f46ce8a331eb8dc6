import { utils, write } from 'xlsx';
import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { GroupsScreen } from '../../pages/groups-screen';
import { ListsScreen } from '../../pages/lists-screen';
import { WorthScreen } from '../../pages/worth-screen';

const NAME = '老街坊 1 群';
const DAY_MS = 86_400_000;
/** Clocks of the workspace are eight hours ahead. */
const AHEAD_MS = 8 * 3_600_000;
const daysAgo = (days: number) =>
  new Date(Date.now() + AHEAD_MS - days * DAY_MS).toISOString().slice(0, 10);

test('a group that stops talking is seen within a week, its score is reckoned by hand, and a plan to wake it has an end', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const screen = new WorthScreen(page);
  await screen.openActivity(NAME);
  // Nothing is on record: no score of zero, and neither quiet nor awake.
  await expect(screen.score).toHaveAttribute('data-score', '');
  await expect(screen.wake).toHaveAttribute('data-state', 'noData');

  // Sixty days of statistics; for the last seven there is hardly a word. Two lines cannot be.
  const days = Array.from({ length: 60 }, (_, at) => at + 1);
  const lines = days.map((ago) =>
    ago <= 7 ? `${daysAgo(ago)}\t2\t1\t120` : `${daysAgo(ago)}\t60\t12\t120`,
  );
  const bad = [`${daysAgo(-1)}\t5\t2\t120`, `${daysAgo(70)}\t3\t9\t120`];
  const plan = await screen.pasteDays(['日期\t消息数\t发言人数\t群成员数', ...lines, ...bad]);
  await expect(plan).toHaveAttribute('data-adds', '60');
  await expect(plan).toHaveAttribute('data-errors', '2');
  await expect(page.getByTestId('days-paste-dialog')).toContainText(`${daysAgo(-1)} 还没到`);
  await screen.savePaste();
  await expect(screen.wake).toHaveAttribute('data-state', 'asleep');
  await expect(page.getByTestId('wake-since')).toBeVisible();
  await expect(page.locator('[data-testid=wake-sign][data-sign=messages]')).toHaveAttribute(
    'data-level',
    '0.03',
  );
  await expect(screen.score).not.toHaveAttribute('data-score', '');
  const shown = Number(await screen.score.getAttribute('data-score'));
  expect(shown).toBeCloseTo(await screen.scoreByHand(), 1);
  const points = await page
    .getByTestId('activity-part')
    .evaluateAll((all) => all.map((it) => Number((it as HTMLElement).dataset.points)));
  expect(points.reduce((sum, it) => sum + it, 0)).toBeCloseTo(shown, 6);

  // A day typed by hand: what cannot be is refused in place, what can is saved and undone.
  const cell = screen.cell(daysAgo(0), 'messages');
  await cell.fill('-4');
  await expect(page.getByTestId('days-save')).toBeDisabled();
  await cell.fill('33');
  await page.getByTestId('days-save').click();
  await expect.poll(() => running.countRows('groupDays')).toBe(61);
  await screen.undo();
  await expect.poll(() => running.countRows('groupDays')).toBe(60);
  await expect(cell).toHaveValue('');

  // From a spreadsheet, columns in another order: one day as it was, one changed, one new.
  const book = utils.book_new();
  const rows = [
    ['发言人数', '日期', '消息数'],
    [12, daysAgo(20), 60],
    [15, daysAgo(21), 75],
    [9, daysAgo(90), 30],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '群统计');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const file = await writeInto(folder, '群统计.xlsx', bytes);
  await page.getByTestId('days-paste').click();
  await page.getByTestId('days-paste-dialog').locator('input[type=file]').setInputFiles(file);
  await expect(page.getByTestId('days-plan')).toHaveAttribute('data-adds', '1');
  await expect(page.getByTestId('days-plan')).toHaveAttribute('data-changes', '1');
  await expect(page.getByTestId('days-plan')).toHaveAttribute('data-errors', '0');
  await screen.savePaste();
  await expect.poll(() => running.countRows('groupDays')).toBe(61);

  await screen.startRevival();
  await expect(screen.revivals).toHaveCount(1);
  await expect(screen.revivals).toHaveAttribute('data-status', 'running');
  await expect(screen.revivals).toHaveAttribute('data-end', daysAgo(-13));
  const [run] = await running.rows('sopRuns');
  const [group] = await running.rows('groups');
  expect(run).toMatchObject({ templateKey: 'revive-group', groupId: group?.id });
  await screen.revivals.getByRole('link').click();
  await page.locator('[data-testid=page-sop][data-ready=true]').waitFor();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`唤醒「${NAME}」`);
});

test('what a group costs is held against what it brings; the advice says what would change it, and the decision carries its reasons on', async ({
  startFilled,
}) => {
  test.setTimeout(150_000);
  const running = await startFilled();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const screen = new WorthScreen(page);
  const members = await running.rows('members');
  const names = members.map(({ name }) => String(name));
  const single = members.filter(
    ({ name }) => names.filter((it) => it.includes(String(name))).length === 1,
  );
  const inside = single.slice(0, 40);
  const lists = new ListsScreen(page);
  await lists.open(NAME);
  await lists.plan(
    inside.map(({ name }) => String(name)),
    daysAgo(120),
  );
  await lists.commit();

  // Not judged while it is young.
  await screen.openWorth(NAME);
  await expect(screen.reason('earlyPhase')).toBeVisible();
  await screen.group.openSection('overview');
  await screen.group.markFull(daysAgo(60));
  await page.getByTestId('phase-confirm').click();
  await expect(screen.group.phase).toHaveAttribute('data-phase', 'middle');

  // Hours without a rate are a gap, not free.
  await screen.group.openSection('worth');
  await screen.addWeeklyHours(daysAgo(28), '5');
  await expect(page.getByTestId('input-row')).toHaveCount(5);
  await expect(screen.gap('hoursWithoutRate')).toContainText('25 小时');
  await expect(screen.roi).toHaveAttribute('data-roi', '');
  await expect(await screen.typeRates('80', '130')).toBeDisabled();
  await (await screen.typeRates('80', '25')).click();
  await expect(screen.gap('hoursWithoutRate')).toHaveCount(0);
  await expect(page.getByTestId('economy-input')).toHaveAttribute('data-fen', '200000');

  // By hand: (sales × margin − put in) ÷ put in.
  await expect(screen.roi).not.toHaveAttribute('data-roi', '');
  const earned = Number(await page.getByTestId('economy-earned').getAttribute('data-fen'));
  const roi = Number(await screen.roi.getAttribute('data-roi'));
  expect(roi).toBeCloseTo((earned - 200_000) / 200_000, 3);
  const isEarning = roi >= 0;
  await expect(screen.fate).toHaveAttribute('data-fate', /keep|revive|transfer|dissolve/);
  await expect(screen.reason(isEarning ? 'earns' : 'loses')).toBeVisible();

  // Nobody says a word: half alive by its orders. Enough hours then make any group a loss, and so
  // many sales more would keep it.
  await screen.group.openSection('activity');
  const silence = Array.from({ length: 100 }, (_, at) => `${daysAgo(at)}\t0\t0`);
  await screen.pasteDays(['日期\t消息数\t发言人数', ...silence]);
  await screen.savePaste();
  await screen.group.openSection('worth');
  await page.getByTestId('what-if-hours').fill('100000');
  await expect(page.getByTestId('what-if')).not.toHaveAttribute('data-fate', 'keep');
  await page.getByTestId('input-add').click();
  await page.getByTestId('input-hours').fill('9000');
  await page.getByTestId('input-save').click();
  await expect(screen.reason('loses')).toBeVisible();
  await expect(screen.change('gmv')).toHaveAttribute('data-leads-to', 'keep');
  const fate = await screen.fate.getAttribute('data-fate');

  await screen.decide('transfer', '两位群主都要走了');
  await expect(screen.decisions).toHaveCount(1);
  await expect(screen.decisions).toContainText('两位群主都要走了');
  const [event] = (await running.rows('groupEvents')).filter(({ kind }) => kind === 'decision');
  expect(event?.evidence).toMatchObject({ decision: 'transfer', advised: fate, hourRateFen: 8000 });
  await page.getByTestId('decision-next').click();
  await page.locator('[data-testid=group-section-transfer][data-ready=true]').waitFor();
  await expect(page.getByTestId('group-section-transfer')).toContainText('投入产出比');
  await screen.group.openSection('worth');
  await screen.decide('revive');
  await expect.poll(async () => (await running.rows('sopRuns')).length).toBeGreaterThan(0);
  await expect(screen.decisions).toHaveCount(2);
  await screen.undo();
  await expect(screen.decisions).toHaveCount(1);
});
