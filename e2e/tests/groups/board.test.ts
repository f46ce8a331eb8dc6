import { expect, test } from '../../fixtures';
import { BoardScreen } from '../../pages/board-screen';
import { GroupScreen } from '../../pages/group-screen';
import { GroupsScreen } from '../../pages/groups-screen';

const [EAST, WEST, NEW] = ['城东 1 群', '城西 1 群', '新开 1 群'] as const;
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test('the board says phase, clock and what waits for a decision; Today leads to it, filtered', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([EAST, WEST, NEW]);
  const group = new GroupScreen(page);
  await group.open(EAST);
  await group.markFull(daysAgo(40));
  await group.open(WEST);
  await group.markFull(daysAgo(11));

  const board = new BoardScreen(page);
  await board.open();
  await expect(board.rows).toHaveCount(3);
  // Nothing is on record of any of them: grey, and never a score of zero.
  for (const name of [EAST, WEST, NEW]) {
    await expect(board.row(name)).toHaveAttribute('data-light', 'grey');
    await expect(board.row(name)).toHaveAttribute('data-state', 'noData');
    await expect(board.row(name)).toHaveAttribute('data-activity', '');
  }
  await expect(board.row(WEST)).toContainText('第 12/30 天');
  await expect(board.row(NEW)).toContainText('还没满员');
  const proposal = board.row(EAST).getByTestId('life-proposal');
  await expect(proposal).toHaveAttribute('data-to', 'middle');
  await expect(board.row(WEST).getByTestId('life-proposal')).toHaveCount(0);
  await expect(board.row(EAST).getByTestId('life-due')).toHaveAttribute('data-pressing', 'true');
  await expect(board.row(NEW).getByTestId('life-due')).toHaveAttribute('data-pressing', 'false');

  await page.getByTestId('nav-today').click();
  const today = page.getByTestId('today-groups');
  await expect(today).toHaveAttribute('data-count', '1');
  await today.locator('[data-need=phase]').click();
  await board.isReady();
  await expect(board.rows).toHaveCount(1);
  await board.row(EAST).getByTestId('life-proposal').click();
  await expect(group.proposal).toHaveAttribute('data-to', 'middle');

  // Back on the board the filter is as it was, until all is shown again.
  await board.open();
  await expect(board.rows).toHaveCount(1);
  await page.getByTestId('board-all').click();
  await expect(board.rows).toHaveCount(3);
});

test('the standards say what a change does before it is saved, and undo takes it back', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([EAST, WEST]);
  await new GroupScreen(page).open(EAST);
  await new GroupScreen(page).markFull(daysAgo(11));
  const board = new BoardScreen(page);
  await board.open();
  const proposal = board.row(EAST).getByTestId('life-proposal');
  await expect(proposal).toHaveCount(0);

  await board.openStandards();
  const effect = page.getByTestId('judging-effect');
  await expect(effect).toHaveAttribute('data-changes', '0');
  const early = page.getByTestId('judging-earlyDays');
  await early.fill('7');
  await expect(effect).toContainText('阶段建议 0 → 1');
  await page.getByTestId('judging-red').fill('90');
  await expect(page.getByTestId('judging-save')).toBeDisabled();
  await expect(page.getByRole('alert')).toContainText('红线不能高于绿线');
  await page.getByTestId('judging-red').fill('35');
  await board.saveStandards();
  await expect(proposal).toHaveAttribute('data-to', 'middle');

  await page.getByTestId('toast').getByTestId('undo').click();
  await expect(proposal).toHaveCount(0);
  await board.openStandards();
  await expect(early).toHaveValue('30');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('board-standards')).toBeFocused();
});

test('arrows walk the board and Enter opens a group; lanes show the same groups by phase', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([EAST, WEST, NEW]);
  const board = new BoardScreen(page);
  await board.open();
  await page.getByTestId('board-search').fill('1 群');
  await expect(board.rows).toHaveCount(3);
  await page.getByTestId('board-search').fill('城');
  await expect(board.rows).toHaveCount(2);
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=page-group][data-ready=true]').waitFor();
  const opened = await page.getByRole('heading', { level: 1 }).innerText();

  await board.open();
  await expect(page.getByTestId('board-search')).toHaveValue('城');
  expect(opened).toContain((await board.rows.nth(1).innerText()).split(' ')[0] ?? '-');
  await board.rows.nth(0).getByTestId('life-explain').click();
  await expect(page.getByTestId('standing-panel')).toContainText('近 7 天没有任何记录');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('standing-panel')).toHaveCount(0);

  await page.getByTestId('board-all').click();
  await board.arrange('lanes');
  await expect(board.lane('early')).toHaveAttribute('data-count', '3');
  await expect(board.lane('middle')).toHaveAttribute('data-count', '0');
  await board.lane('early').getByTestId('life-card').first().click();
  await page.locator('[data-testid=page-group][data-ready=true]').waitFor();
});
