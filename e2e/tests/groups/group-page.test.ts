import { expect, test } from '../../fixtures';
import { GroupScreen } from '../../pages/group-screen';
import { GroupsScreen } from '../../pages/groups-screen';

const NAME = '城东 1 群';
const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

test('a full group begins its early phase with its flows, and one undo takes all of it back', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const group = new GroupScreen(page);
  await group.open(NAME);
  await expect(group.phase).toHaveAttribute('data-phase', 'early');
  await expect(group.flows()).toHaveCount(0);
  await expect(page.locator('[data-testid=flow-start]')).toHaveCount(2);

  await group.markFull();
  await expect(group.flows()).toHaveCount(2);
  await expect(group.story).toHaveCount(1);
  await expect(group.phase).toContainText('第 1 天');
  await group.undo();
  await expect(group.flows()).toHaveCount(0);
  await expect(group.story).toHaveCount(0);

  await group.markFull(daysAgo(5));
  await expect(group.phase).toContainText('第 6 天');
  const ceremony = page.locator('[data-testid=group-flow][data-template=entry-ceremony]');
  await expect(ceremony).toContainText(`入群仪式 · ${NAME}`);
  await expect(ceremony).toContainText('完成 0 / 7 步');
  const runId = (await ceremony.getAttribute('data-run-id')) ?? '';
  await expect(group.due(runId)).toContainText('审核身份');
  await ceremony.click();
  await page.locator('[data-testid=page-sop][data-ready=true]').waitFor();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('入群仪式');

  await group.open(NAME);
  await group.due('knownReading').click();
  await expect(page.getByTestId('group-tab-trust')).toHaveAttribute('aria-current', 'page');
  await running.restart();
  const again = new GroupScreen(running.page);
  await again.open(NAME);
  await expect(again.flows()).toHaveCount(2);
  await expect(running.page.getByTestId('group-health')).toHaveAttribute('data-light', 'grey');
});

test('a phase is proposed on figures, put aside with a reason, and confirmed with its flows', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const group = new GroupScreen(page);
  await group.open(NAME);
  await group.markFull(daysAgo(40));
  await expect(group.proposal).toHaveAttribute('data-to', 'middle');
  await expect(group.proposal).toContainText('满员已 40 天，前期定为 30 天');

  await page.getByTestId('phase-decline').click();
  await page.getByTestId('phase-decline-reason').fill('国庆刚过，再看两周');
  await page.getByTestId('phase-decline-confirm').click();
  await expect(group.proposal).toHaveCount(0);
  await expect(page.getByTestId('phase-declined')).toBeVisible();
  await expect(group.story.first()).toContainText('国庆刚过，再看两周');
  await group.undo();
  await expect(group.proposal).toBeVisible();

  await page.getByTestId('phase-confirm').click();
  await expect(group.phase).toHaveAttribute('data-phase', 'middle');
  await expect(
    page.locator('[data-testid=group-flow][data-template=group-iteration]'),
  ).toHaveAttribute('data-status', 'running');
  await expect(group.story.first()).toContainText('从前期到中期');
  await expect(group.story.first()).toContainText('满员已 40 天');
  await group.undo();
  await expect(group.phase).toHaveAttribute('data-phase', 'early');
  await expect(page.locator('[data-testid=group-flow][data-template=group-iteration]')).toHaveCount(
    0,
  );
});

test('flows are only offered where the leader starts them, and notes stand in the story', async ({
  startConsole,
}) => {
  const running = await startConsole();
  await running.isReady('today');
  const { page } = running;
  await new GroupsScreen(page).addAll([NAME]);
  const group = new GroupScreen(page);
  await group.open(NAME);
  await page.getByTestId('group-flows-settings').click();
  await page.getByTestId('phase-flows-start').getByText('先列出，由我开始').click();
  await page.getByTestId('phase-flows-save').click();
  await expect(page.getByTestId('phase-flows-save')).toHaveCount(0);
  await group.markFull();
  await expect(group.story).toHaveCount(1);
  await expect(group.flows()).toHaveCount(0);
  await page.locator('[data-testid=flow-start][data-template=newcomers-7-days]').click();
  await expect(group.flows()).toHaveCount(1);

  await page.getByTestId('group-more').click();
  await page.getByTestId('group-note').click();
  await page.getByTestId('story-note-text').fill('换了群主，老陈每周来讲一次定价');
  await page.getByTestId('story-note-save').click();
  await expect(group.story.first()).toHaveAttribute('data-kind', 'note');
  await expect(group.story.first()).toContainText('老陈每周来讲一次定价');

  await page.getByTestId('phase-change').click();
  await page.getByTestId('phase-to').getByText('后期').click();
  await page.getByTestId('phase-set').click();
  await expect(group.phase).toHaveAttribute('data-phase', 'late');
  await expect(group.story.first()).toContainText('从前期到后期');
});
