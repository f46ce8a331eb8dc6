import { expect, test } from '../../fixtures';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

test('what fell for one cause is taken with one click, and given back with another', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const roster = '姓名,手机号\n王芳,13800138000\n甲,1380013\n乙,138001\n丙,13800138000123';
  await screen.plan('members', await writeInto(folder, '名单.csv', roster));
  expect(await screen.counts()).toMatchObject({ create: 1, rejected: 3 });
  await page.locator('[data-testid=import-fix][data-fix=leave-phone-out]').first().click();
  await expect.poll(() => screen.number('create')).toBe(4);
  expect(await screen.counts()).toMatchObject({ rejected: 0, total: 4 });
  await page.getByTestId('import-fix-undo').click();
  await expect.poll(() => screen.number('rejected')).toBe(3);
  await page.locator('[data-testid=import-fix][data-fix=leave-phone-out]').first().click();
  await expect.poll(() => screen.number('create')).toBe(4);
  await screen.commit();
  const members = await running.rows('members');
  expect(members.filter(({ phone }) => phone === undefined)).toHaveLength(3);
});

test('doubtful records are decided by key, one after another, and the button counts along', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const phones = [0, 1, 2, 3, 4].map((at) => `1380013800${at}`);
  const roster = phones.map((phone, at) => `原名${at},${phone}`);
  await screen.importFile(
    'members',
    await writeInto(folder, '名单.csv', ['姓名,手机号', ...roster].join('\n')),
  );
  const renamed = phones.map((phone, at) => `新名${at},${phone}`);
  await screen.plan(
    'members',
    await writeInto(folder, '改名.csv', ['姓名,手机号', ...renamed].join('\n')),
  );
  expect(await screen.counts()).toMatchObject({ confirm: 5, total: 5 });
  await screen.expectWrites(0);
  await screen.reason('other-name').click();
  await screen.rows.first().click();
  const panel = page.getByTestId('import-row-panel');
  await expect(panel).toContainText('原名0');
  await page.keyboard.press('1');
  await expect(panel).toContainText('新名1');
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  await expect(screen.rows.nth(0)).toHaveAttribute('data-decision', 'same');
  await expect(screen.rows.nth(1)).toHaveAttribute('data-decision', 'new');
  await expect(screen.rows.nth(2)).toHaveAttribute('data-decision', 'skip');
  await screen.expectWrites(2);
  await page.keyboard.press('Escape');

  // All of the reason at once; then one of them otherwise; the others as the choice for all.
  await page.getByTestId('import-decide-reason-same').click();
  await screen.expectWrites(5);
  await screen.rows.nth(4).click();
  await page.getByTestId('import-decide-skip').click();
  await screen.expectWrites(4);
  await page.keyboard.press('Escape');
  await screen.commit();
  const names = (await running.rows('members')).map(({ name }) => name).sort();
  expect(names).toEqual(['原名4', '新名0', '新名1', '新名2', '新名3'].sort());
});

test('search finds a record of the plan', async ({ startConsole, folder }) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const roster = Array.from({ length: 40 }, (_, at) => `成员${at},138001380${at + 10}`);
  await screen.plan(
    'members',
    await writeInto(folder, '名单.csv', ['姓名,手机号', ...roster].join('\n')),
  );
  await page.getByTestId('import-plan-search').fill('成员33');
  await expect(screen.rows).toHaveCount(1);
  await expect(screen.rows).toContainText('成员33');
  await page.getByTestId('import-plan-search').fill('谁也不是');
  await expect(screen.rows).toHaveCount(0);
  expect(await screen.number('total')).toBe(40);
});
