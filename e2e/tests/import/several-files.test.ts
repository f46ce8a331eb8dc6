import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

const sheet = (...lines: string[]) => ['姓名,手机号', ...lines].join('\n');

test('several files go through one after another, and stop where a person has to decide', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const files = [
    await writeInto(folder, '1.csv', sheet('王一,13900139001', '王二,13900139002')),
    await writeInto(folder, '2.csv', sheet('王三,13900139003', '坏号,139')),
    await writeInto(folder, '3.xlsx', Buffer.from('PK\x03\x04 broken off')),
    await writeInto(folder, '4.csv', sheet('王四,13900139004', '改了名,13900139003')),
    await writeInto(folder, '5.csv', sheet('王五,13900139005')),
    await writeInto(folder, '6.csv', '姓名,电话,自己的列\n王六,13900139006,x'),
    await writeInto(folder, '海报.png', 'no sheet'),
  ];
  await screen.choose('members', files);
  await expect(screen.queued).toHaveCount(7);
  const state = (at: number) => screen.queued.nth(at).getAttribute('data-state');
  await expect(screen.queued.nth(6)).toHaveAttribute('data-state', 'skipped');
  await screen.compare('1.csv');
  await page.getByTestId('import-commit-rest').click();

  // The fourth has a name that contradicts the second: nobody but a person can tell.
  await screen.isPlanned('4.csv');
  await expect(page.getByTestId('import-queue-pause')).toBeVisible();
  expect(await Promise.all([0, 1, 2, 3, 4].map(state))).toEqual([
    ...['done', 'done', 'refused', 'open', 'waiting'],
  ]);
  await expect(screen.queued.nth(2)).toContainText('3.xlsx');
  expect(await running.countRows('members')).toBe(3);
  await screen.decideReason('other-name', 'same');
  await page.getByTestId('import-commit-rest').click();

  // The sixth has other columns: somebody has to look at them.
  await expect(page.getByTestId('import-next')).toBeVisible();
  expect(await state(4)).toBe('done');
  await screen.compare('6.csv');
  await screen.commit();
  await expect(page.getByTestId('import-queue')).toHaveAttribute('data-waiting', '0');
  await expect(page.getByTestId('import-queue-sum')).toContainText(/新成员 6.*更新 1/);
  expect(await running.countRows('members')).toBe(6);
  await expect(screen.batches).toHaveCount(5);

  await page.getByTestId('import-queue-undo').click();
  await expect(page.getByTestId('toast')).toContainText('已撤销');
  expect(await running.countRows('members')).toBe(0);
  await expect(page.locator('[data-testid=import-queue-file][data-state=undone]')).toHaveCount(5);
});

test('a file is taken off the list, another is opened from it', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const files = [
    await writeInto(folder, '1.csv', sheet('王一,13900139001')),
    await writeInto(folder, '2.csv', sheet('王二,13900139002')),
    await writeInto(folder, '3.csv', sheet('王三,13900139003')),
  ];
  await screen.choose('members', files);
  await screen.compare('1.csv');
  // Another one first; what was passed over waits again.
  await page.getByTestId('import-queue-next').click();
  await screen.compare('2.csv');
  await expect(screen.queued.nth(0)).toHaveAttribute('data-state', 'waiting');
  await screen.queued.nth(0).getByRole('button').first().click();
  await screen.compare('1.csv');
  await expect(screen.queued.nth(1)).toHaveAttribute('data-state', 'waiting');
  await screen.queued.nth(1).getByRole('button').last().click();
  await expect(screen.queued).toHaveCount(2);
  await screen.commit();
  await page.getByTestId('import-queue-next').click();
  await screen.compare('3.csv');
  await screen.commit();
  const names = (await running.rows('members')).map(({ name }) => name).sort();
  expect(names).toEqual(['王一', '王三'].sort());
  // One file alone needs no list.
  await screen.choose('members', files[1] ?? '');
  await expect(page.getByTestId('import-queue')).toHaveCount(0);
});

test('a folder is walked to its leaves, and what is no sheet is named', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const root = `${folder}/今晚`;
  await writeInto(root, '一团.csv', sheet('王一,13900139001'));
  await writeInto(root, '里面/二团.csv', sheet('王二,13900139002'));
  await writeInto(root, '里面/说明.docx', 'no sheet');
  await writeInto(root, '~$一团.xlsx', 'left behind');
  await page.getByTestId('import-folder-input').setInputFiles(root);
  await expect(screen.queued).toHaveCount(3);
  await expect(page.locator('[data-testid=import-queue-file][data-state=skipped]')).toContainText(
    '说明.docx',
  );
  await page.getByTestId('import-next').click();
  await screen.total.waitFor();
  await page.getByTestId('import-commit-rest').click();
  await expect(page.getByTestId('import-queue')).toHaveAttribute('data-waiting', '0');
  await expect(screen.done).toBeVisible();
  expect(await running.countRows('members')).toBe(2);
});

test('dropped files are taken as chosen ones are', async ({ startConsole }) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['姓名,手机号\n王一,13900139001'], '一.csv'));
    data.items.add(new File(['姓名,手机号\n王二,13900139002'], '二.csv'));
    return data;
  });
  await page.getByTestId('import-drop').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(screen.queued).toHaveCount(2);
  await page.getByTestId('import-next').click();
  await screen.total.waitFor();
  await page.getByTestId('import-commit-rest').click();
  await expect.poll(() => running.countRows('members')).toBe(2);
});
