import { expect, test } from '../../fixtures';
import { protectedWorkbook } from '../../lib/protected-workbook';
import { writeInto } from '../../lib/write-file';
import { ImportScreen } from '../../pages/import-screen';

test('a protected workbook asks for its password, again after a wrong one', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const screen = new ImportScreen(page);
  await screen.open();
  const rows = [
    ['姓名', '手机号'],
    ['王芳', '13800138000'],
  ];
  const file = await writeInto(folder, '名单.xlsx', protectedWorkbook(rows, '春田2026'));
  await screen.choose('members', file);
  await expect(screen.error).toHaveAttribute('data-file', '名单.xlsx');
  await expect(screen.error).toContainText('密码');
  const password = page.getByTestId('import-password');
  await password.fill('猜的');
  await page.keyboard.press('Enter');
  await expect(screen.error).toContainText('打不开');
  await expect(password).toHaveValue('');
  await password.fill('春田2026');
  await page.getByTestId('import-unlock').click();
  await screen.compare('名单.xlsx');
  await screen.commit();
  expect(await running.rows('members')).toMatchObject([{ name: '王芳' }]);
});
