import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { FeelingsScreen } from '../../pages/feelings-screen';
import { MembersScreen } from '../../pages/members-screen';

const CHAT = `王琳 10:23
今天的车厘子很新鲜，孩子很喜欢
下次还买
李想 10:25
苹果坏了好几个，要求退款
赵敏: 明天几点到货
吃完拉肚子，我要打12315
李想撤回了一条消息`;

test('pasted chat is read, put right by key, opens its people, undone, and there after a restart', async ({
  startConsole,
}) => {
  let console = await startConsole();
  const members = new MembersScreen(console.page);
  await members.open();
  await members.add('李想', '13900001111');
  await expect.poll(() => console.countRows('members')).toBe(1);

  let feelings = new FeelingsScreen(console.page);
  await feelings.open();
  await feelings.paste(CHAT);
  await expect(feelings.lines).toHaveCount(3);
  await expect(feelings.lines.nth(0)).toHaveAttribute('data-feeling', 'good');
  await expect(feelings.lines.nth(1)).toHaveAttribute('data-feeling', 'bad');
  await expect(feelings.lines.nth(1)).toHaveAttribute('data-intensity', '2');
  await expect(feelings.lines.nth(1)).not.toHaveAttribute('data-member-id', '');
  await expect(feelings.lines.nth(0)).toHaveAttribute('data-member-id', '');
  // Going on without a name belongs to the message before.
  await expect(feelings.lines.nth(2)).toContainText('12315');
  await expect(feelings.lines.nth(2)).toHaveAttribute('data-intensity', '3');
  await feelings.commit();
  await expect(feelings.rows).toHaveCount(3);
  await expect(feelings.figure('good')).toHaveAttribute('data-count', '1');
  await expect(feelings.figure('severe')).toHaveAttribute('data-count', '1');
  // Three comments are no basis for a percentage.
  await expect(feelings.figure('good')).not.toContainText('%');

  await feelings.paste(CHAT);
  await expect(feelings.lines.nth(1)).toHaveAttribute('data-known', 'true');
  await console.page.keyboard.press('Escape');

  await feelings.openComment('苹果坏了');
  await console.page.keyboard.press('u');
  await expect(feelings.row('苹果坏了')).toHaveAttribute('data-feeling', 'unsure');
  await expect(feelings.row('苹果坏了')).toHaveAttribute('data-corrected', 'true');
  await console.page.keyboard.press('b');
  await console.page.keyboard.press('3');
  await expect(feelings.row('苹果坏了')).toHaveAttribute('data-intensity', '3');
  await expect(feelings.figure('corrections')).toHaveAttribute('data-count', '1');
  await expect(feelings.figure('severe')).toHaveAttribute('data-count', '2');
  await console.page.keyboard.press('Escape');

  await feelings.figure('severe').click();
  await expect(console.page.locator('[data-testid=page-members]')).toBeVisible();
  await expect(members.rows).toHaveCount(1);
  await expect(members.rows).toContainText('李想');

  // The strength that was set last goes back, the rest of the correction stays.
  await feelings.open();
  await console.page.keyboard.press('Control+z');
  await expect(feelings.row('苹果坏了')).toHaveAttribute('data-intensity', '2');

  await console.quit();
  console = await startConsole();
  feelings = new FeelingsScreen(console.page);
  await feelings.open();
  await expect(feelings.rows).toHaveCount(3);
  await expect(feelings.row('苹果坏了')).toHaveAttribute('data-corrected', 'true');
  await expect(feelings.figure('corrections')).toHaveAttribute('data-count', '1');
});

test('a table of comments is read by its columns and taken back in one step', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const path = join(folder, '评价.csv');
  const lines = ['昵称,评价内容,评价时间', '小美,"送得快，包装完好",2026-11-01 10:00'];
  for (let i = 1; i <= 40; i += 1)
    lines.push(`顾客${i},第${i}次买了，味道很好,2026-11-02 09:${10 + i}`);
  lines.push('阿强,,2026-11-03 10:00');
  await writeFile(path, lines.join('\n'));
  const feelings = new FeelingsScreen(console.page);
  await feelings.open();
  await feelings.chooseFile(path);
  await expect(console.page.getByTestId('feelings-counts')).toHaveAttribute('data-lines', '41');
  await feelings.commit();
  await expect(feelings.figure('good')).toHaveAttribute('data-n', '41');
  await expect(feelings.figure('good')).toContainText('%');
  await console.page.getByTestId('undo').first().click();
  await expect(feelings.rows).toHaveCount(0);
});
