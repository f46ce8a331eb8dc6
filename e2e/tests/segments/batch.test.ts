import { expect, test } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';

test('whoever is ticked gets a note, becomes a snapshot, or one person; each is taken back', async ({
  startFilled,
}) => {
  const running = await startFilled();
  const { page } = running;
  const list = new MembersScreen(page);
  await list.open();
  const tick = (i: number) => list.rows.nth(i).getByRole('checkbox').click();
  const noted = async (text: string) =>
    (await running.rows('members')).filter((row) => String(row.note ?? '').includes(text)).length;
  const events = async () =>
    (await running.rows('interactions')).filter((row) => row.text === '电话回访').length;
  const before = await running.countRows('members');

  await tick(1);
  await tick(3);
  await tick(4);
  await page.getByTestId('batch-note').click();
  await page.getByTestId('batch-note-text').fill('中秋送礼');
  await page.getByTestId('batch-note-save').click();
  await expect.poll(() => noted('中秋送礼')).toBe(3);
  await page.getByTestId('undo').click();
  await expect.poll(() => noted('中秋送礼')).toBe(0);

  await page.getByTestId('batch-note').click();
  await page.getByTestId('batch-note-text').fill('电话回访');
  await page.getByTestId('batch-note-event').click();
  await page.getByTestId('batch-note-save').click();
  await expect.poll(events).toBe(3);
  await expect.poll(() => noted('电话回访')).toBe(0);

  await page.getByTestId('batch-snapshot').click();
  await page.getByTestId('snapshot-name').fill('三位');
  await page.getByTestId('snapshot-save').click();
  await expect
    .poll(async () => (await running.rows('segmentSnapshots'))[0])
    .toMatchObject({ name: '三位', count: 3 });

  await page.getByTestId('batch-merge').click();
  await page.getByTestId('duplicate-merge').click();
  await expect.poll(() => running.countRows('members')).toBe(before - 1);
  // The third record is compared with the one that stayed; told apart, both stay.
  await page.getByTestId('duplicate-apart').click();
  await expect(page.getByTestId('duplicate-pair')).toBeHidden();
  expect(await running.countRows('members')).toBe(before - 1);
});
