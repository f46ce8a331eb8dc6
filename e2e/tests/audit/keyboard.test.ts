import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import type { RunningConsole } from '../../lib/running-console';
import { AuditScreen } from '../../pages/audit-screen';
import { PrivacyScreen } from '../../pages/privacy-screen';
import { SopScreen } from '../../pages/sop-screen';

const PEOPLE = Array.from({ length: 20 }, (_, i) => `店主${String(i + 1).padStart(2, '0')}号`);
const LINES = PEOPLE.map((name, i) => `${name} 1380000${String(1000 + i)} wx_shop_${i}`);

/** A picture in the system's clipboard, as a screenshot or a copied photo puts it there. */
const copyPicture = (running: RunningConsole) =>
  running.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(40, 40);
    canvas.getContext('2d')?.fillRect(4, 4, 20, 20);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });

async function startAudit(running: RunningConsole): Promise<AuditScreen> {
  const sop = new SopScreen(running.page);
  await sop.open();
  await sop.startRun();
  const audit = new AuditScreen(running.page);
  await audit.open();
  return audit;
}

/** The audit of the only run there is, after a new start. */
async function openAudit(running: RunningConsole): Promise<AuditScreen> {
  await new SopScreen(running.page).open();
  await running.page.getByTestId('sop-run-row').first().click();
  const audit = new AuditScreen(running.page);
  await audit.open();
  return audit;
}

const statuses = async (running: RunningConsole) => {
  const counts: Record<string, number> = {};
  for (const { status } of await running.rows('audits')) {
    counts[String(status)] = (counts[String(status)] ?? 0) + 1;
  }
  return counts;
};

test('twenty people are checked by keys alone, with a picture, and are there after a restart', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const audit = await startAudit(running);
  await audit.pasteList(LINES, /新成员 20 人/);
  await audit.isOn('店主01号');
  await audit.press('z');
  await expect(running.page.getByRole('dialog').getByTestId('audit-card')).toBeVisible();

  // The first: ids by number keys, a licence from the clipboard, identity by arrows.
  await audit.press('3');
  await audit.type('上海-店主01号');
  await audit.press('Enter', '4');
  await audit.type('U20001');
  await audit.press('Enter', '5', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await copyPicture(running);
  await audit.press('Control+v');
  await expect(audit.photo).toHaveAttribute('data-state', 'shown');
  await audit.press('a');
  await audit.isOn('店主02号');

  // The second is rejected by the second ready-made reason, the third asked for one thing.
  await audit.press('r', '2', 'Enter');
  await audit.isOn('店主03号');
  await audit.press('s', '1', 'Enter');
  await audit.isOn('店主04号');
  await expect
    .poll(() => running.app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('店主03号您好');

  // Looking on decides nothing; the newest decision is taken back and taken again.
  await audit.press('j');
  await audit.isOn('店主05号');
  await audit.press('k');
  await audit.isOn('店主04号');
  await audit.press('a');
  await audit.isOn('店主05号');
  await audit.press('u');
  await audit.isOn('店主04号');
  await expect.poll(() => statuses(running)).toMatchObject({ waiting: 17, approved: 1 });
  for (let n = 4; n <= 20; n += 1) {
    await audit.isOn(PEOPLE[n - 1] ?? '');
    await audit.press('a');
  }
  await expect(running.page.getByTestId('audit-done')).toBeVisible();
  const final = { approved: 18, rejected: 1, askAgain: 1 };
  await expect.poll(() => statuses(running)).toEqual(final);

  const check = async () => {
    expect(await statuses(running)).toEqual(final);
    const first = (await running.rows('members')).find(({ name }) => name === '店主01号');
    expect(first).toMatchObject({
      identity: 'store',
      phone: '+8613800001000',
      wechatId: 'wx_shop_0',
      groupNickname: '上海-店主01号',
      backOfficeId: 'U20001',
    });
    expect(await running.rows('auditPhotos')).toMatchObject([{ memberId: first?.id }]);
  };
  await check();
  await running.restart();
  await check();

  // The picture is encrypted, and opens again on the card of whoever is checked once more.
  const folder = join(running.dataFolder, 'pictures');
  const [name = ''] = (await readdir(folder)).filter((it) => it.endsWith('.qdpic'));
  const sealed = await readFile(join(folder, name));
  expect(sealed.subarray(0, 6).toString()).toBe('QDPIC1');
  expect(sealed.includes('WEBP')).toBe(false);
  const again = await openAudit(running);
  await running.page.getByTestId('audit-view').getByText('已审 19').click();
  await running.page.getByTestId('audit-find').fill('店主01号');
  const reaudit = running.page.getByRole('button', { name: '重新审核' });
  await expect(reaudit).toHaveCount(1);
  await reaudit.click();
  await again.isOn('店主01号');
  await expect(again.photo).toHaveAttribute('data-state', 'shown');
});

test('an id that is somebody else’s is told with their name, and passes only when pressed twice', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const audit = await startAudit(running);
  await audit.pasteList(['老李 13900000001 laoli_88', '小周'], /新成员 2 人/);
  await audit.isOn('老李');
  await audit.press('j');
  await audit.isOn('小周');
  await audit.press('2');
  await audit.type('LaoLi_88');
  await audit.press('Enter');
  await expect(running.page.getByTestId('audit-conflict')).toContainText('已经是「老李」的');
  await audit.press('a');
  await expect(running.page.getByTestId('audit-conflict-again')).toBeVisible();
  expect(await statuses(running)).toEqual({ waiting: 2 });
  await audit.press('a');
  await expect.poll(() => statuses(running)).toEqual({ waiting: 1, approved: 1 });
});

test('erasing somebody takes the picture of their papers off the disk', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const audit = await startAudit(running);
  await audit.pasteList(['小周 13900000001', '老李 13900000002'], /新成员 2 人/);
  await audit.isOn('小周');
  await copyPicture(running);
  await audit.press('Control+v');
  await expect(audit.photo).toHaveAttribute('data-state', 'shown');
  await audit.press('j');
  await audit.isOn('老李');
  await audit.press('Control+v');
  await expect(audit.photo).toHaveAttribute('data-state', 'shown');
  const [first, second] = await running.rows('auditPhotos');
  await new PrivacyScreen(running.page).erase(String(first?.memberId), '小周', '本人提出');
  await expect
    .poll(async () => (await readdir(join(running.dataFolder, 'pictures'))).sort())
    .toEqual([`${second?.id}.qdpic`, 'key.json']);
  expect(await running.rows('auditPhotos')).toMatchObject([{ id: second?.id }]);
});

test('a picture that was changed on the disk or is missing says so, and can be removed', async ({
  startConsole,
}) => {
  const running = await startConsole();
  const audit = await startAudit(running);
  await audit.pasteList(['小周 13900000001'], /新成员 1 人/);
  await audit.isOn('小周');
  await copyPicture(running);
  await audit.press('Control+v');
  await expect(audit.photo).toHaveAttribute('data-state', 'shown');
  const folder = join(running.dataFolder, 'pictures');
  const [name = ''] = (await readdir(folder)).filter((it) => it.endsWith('.qdpic'));
  const sealed = await readFile(join(folder, name));
  sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1;
  await writeFile(join(folder, name), sealed);
  await running.restart();
  const again = await openAudit(running);
  await expect(again.photo).toContainText('被改动过或不完整');
  await running.page.getByTestId('audit-photo-remove').click();
  await expect(again.photo).toHaveCount(0);
  expect(await running.rows('auditPhotos')).toEqual([]);
  expect((await readdir(folder)).filter((it) => it.endsWith('.qdpic'))).toEqual([]);
});
