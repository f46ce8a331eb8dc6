import { expect, test } from '../../fixtures';
import { MembersScreen } from '../../pages/members-screen';
import { RiskScreen } from '../../pages/risk-screen';

test('people on the risk list are marked where they are opened, until they are taken off', async ({
  startConsole,
}) => {
  const console = await startConsole();
  const { page } = console;
  const members = new MembersScreen(page);
  await members.open();
  await members.add('钱多多', '13800138000');
  await expect(members.panel).toBeVisible();
  const risk = new RiskScreen(page);
  await expect(risk.marks).toHaveCount(0);
  await risk.listMember('三次收货后恶意退款');
  await expect(members.panel.getByTestId('risk-mark')).toHaveAttribute('data-level', 'medium');

  // Somebody else with nearly that number is hinted at, and never as gravely.
  await page.keyboard.press('Escape');
  await members.add('路人甲', '13800138001');
  await expect(members.panel).toContainText('路人甲');
  await expect(members.panel.getByTestId('risk-mark')).toHaveAttribute('data-level', 'medium');
  await page.keyboard.press('Escape');
  await members.add('王美丽', '13700002222');
  await expect(members.panel).toContainText('王美丽');
  await expect(risk.marks).toHaveCount(0);
  await page.keyboard.press('Escape');

  await risk.open();
  await expect(risk.rows).toHaveCount(1);
  await risk.add({ name: '周小小', address: '阳光花园12栋3单元502', reason: '骚扰群友' });
  await expect(risk.rows).toHaveCount(2);
  await risk.removeFirst();
  await expect(risk.rows).toHaveCount(1);
  await page.getByTestId('undo').last().click();
  await expect(risk.rows).toHaveCount(2);
  expect(await console.countRows('riskEntries')).toBe(2);
});
