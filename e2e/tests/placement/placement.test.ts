import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { PlacementScreen } from '../../pages/placement-screen';
import { SopScreen } from '../../pages/sop-screen';

type Person = { id: string; phone: string; name: string };

async function peopleOf(running: RunningConsole, identity: string): Promise<Person[]> {
  const members = await running.rows('members');
  return members
    .filter((row) => row.identity === identity && typeof row.phone === 'string')
    .map(({ id, phone, name }) => ({ id: String(id), phone: String(phone), name: String(name) }));
}

const insideNow = async (running: RunningConsole) =>
  (await running.rows('memberships'))
    .filter((row) => row.leftAt === undefined)
    .map((row) => String(row.memberId))
    .sort();

const ids = (people: readonly (Person | undefined)[]) => people.map((it) => it?.id ?? '').sort();

test('classes decide who goes where: a refusal by name, a full group, the next one, the waiting list, undo and a restart', async ({
  startFilled,
}) => {
  test.setTimeout(120_000);
  const running = await startFilled();
  const { page } = running;
  const screen = new PlacementScreen(page);
  await screen.openGroups('list');
  const [online] = await peopleOf(running, 'online');
  const [first, second, third] = await peopleOf(running, 'store');
  const [consumer] = await peopleOf(running, 'consumer');
  if (!online || !first || !second || !third || !consumer) throw new Error('nobody to place');

  // Shops and sellers in one class with two places a group: the form says what comes of it.
  await screen.openGroups('classes');
  await expect(screen.classRow('class-store')).toHaveAttribute('data-members', /[1-9]/);
  await screen.classRow('class-store').getByRole('button', { name: '修改' }).click();
  await page.getByTestId('class-identities').press('ArrowDown');
  await page.getByRole('option', { name: '微商/网商' }).click();
  await page.keyboard.press('Tab');
  await expect(page.getByText('不能同群：谁先进群')).toBeVisible();
  await page.getByTestId('class-capacity').fill('2');
  await page.getByTestId('class-save').click();
  await expect(screen.classRow('class-store')).toContainText('实体门店、微商/网商');

  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await screen.approve([online, first, second, third, consumer]);
  await screen.openStep();

  // No group yet: everybody waits, and the next group is one press away.
  await expect(page.getByTestId('placement-waiting').first()).toHaveAttribute('data-count', '4');
  await page.getByTestId('placement-open-next').first().click();
  await expect(screen.targets).toHaveAttribute('data-count', '1');

  // The seller came first, so the shops may not follow: refused with both identities and the group.
  await expect(screen.refusalOf(first.id)).toHaveAttribute('data-reason', 'identityConflict');
  await expect(screen.refusalOf(first.id)).toContainText(first.name);
  await expect(screen.refusalOf(first.id)).toContainText('实体门店1群');
  await expect(screen.refusalOf(first.id)).toContainText('微商/网商');

  // A second group takes two shops and is full: the third waits, and so does the consumer.
  await page.getByTestId('placement-open-next').first().click();
  await expect(screen.targets).toHaveCount(2);
  await expect(screen.targets.nth(1)).toHaveAttribute('data-count', '2');
  await screen.place.click();
  await expect.poll(() => insideNow(running)).toEqual(ids([online, first, second]));
  await expect(page.getByTestId('placement-state')).toContainText('2 人');

  // By hand the third shop is refused at the seller's group just the same.
  const waitingTick = page.locator(`[data-testid=placement-person][data-member-id="${third.id}"]`);
  await waitingTick.getByRole('checkbox').check();
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog');
  await dialog.getByTestId('placement-group').filter({ hasText: '实体门店1群' }).click();
  await expect(dialog.getByTestId('placement-refused')).toContainText(third.name);
  await expect(page.getByTestId('placement-hand-place')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Undo takes back the placement and the list; redo brings both again.
  await page.getByTestId('undo').last().click();
  await expect.poll(() => insideNow(running)).toEqual([]);
  await expect(screen.targets).toHaveCount(2);
  await page.getByTestId('redo').click();
  await expect.poll(() => insideNow(running)).toEqual(ids([online, first, second]));

  // Room is offered, never taken by itself.
  await screen.openGroups('waiting');
  await expect(screen.waitingOf('class-store')).toHaveAttribute('data-count', '1');
  await expect(screen.waitingOf('class-consumer')).toHaveAttribute('data-count', '1');
  await screen.waitingOf('class-store').getByTestId('waiting-open-next').click();
  await screen.waitingOf('class-store').getByTestId('waiting-place').click();
  await expect(screen.waitingOf('class-store')).toHaveCount(0);
  expect(await insideNow(running)).toEqual(ids([online, first, second, third]));

  await running.restart();
  expect(await insideNow(running)).toEqual(ids([online, first, second, third]));
  const again = new PlacementScreen(running.page);
  await again.openGroups('waiting');
  await expect(again.waitingOf('class-consumer')).toContainText(consumer.name);
  await again.openGroups('list');
  await expect(running.page.getByTestId('group-row')).toHaveCount(3);
});

test('people who sit in the wrong group are found and moved to the right one', async ({
  startFilled,
}) => {
  test.setTimeout(90_000);
  const running = await startFilled();
  const { page } = running;
  const screen = new PlacementScreen(page);
  await screen.openGroups('list');
  const [online] = await peopleOf(running, 'online');
  const [first] = await peopleOf(running, 'store');
  if (!online || !first) throw new Error('nobody to place');

  // While the leader lets them share a group nothing is wrong …
  await screen.openGroups('classes');
  await page.getByTestId('pair-online-store').click();
  const sop = new SopScreen(page);
  await sop.open();
  await sop.startRun();
  await screen.approve([first, online]);
  await screen.openStep();
  for (const opened of [1, 2]) {
    await page.getByTestId('placement-open-next').first().click();
    await expect(screen.targets).toHaveCount(opened);
  }
  await page.getByTestId('placement-class').first().getByRole('checkbox').first().check();
  await page.getByTestId('placement-by-hand').click();
  await expect(page.getByTestId('placement-hand-place')).toBeDisabled();
  await page.keyboard.press('Escape');
  await screen.place.click();
  await expect.poll(() => insideNow(running)).toEqual(ids([online, first]));
  await screen.openGroups('misplaced');
  await expect(page.getByTestId('misplaced-row')).toHaveCount(0);

  // … a shop that turns out to be a seller is found where it sits, and moved.
  await page.getByTestId('nav-members').click();
  await page.evaluate((id) => {
    window.location.hash = `#/members/${id}`;
  }, first.id);
  const panel = page.getByTestId('member-panel');
  await expect(panel).toBeVisible();
  await page.getByTestId('member-identity').click();
  await page.getByRole('option', { name: '微商/网商' }).click();
  await screen.openGroups('misplaced');
  const row = page.locator(`[data-testid=misplaced-row][data-member-id="${first.id}"]`);
  await expect(row).toHaveAttribute('data-reason', 'otherClass');
  await row.click();
  await page.getByTestId('move-to').click();
  await page.getByRole('option', { name: /微商\/网商1群/ }).click();
  await page.getByTestId('misplaced-move').click();
  await expect(row).toHaveCount(0);
  await page.getByTestId('undo').last().click();
  await expect(row).toHaveCount(1);
});
