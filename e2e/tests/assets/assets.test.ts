import { createHash } from 'node:crypto';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import { pngBytes, writePng } from '../../lib/png-file';
import { AssetsScreen } from '../../pages/assets-screen';
import { CalendarScreen } from '../../pages/calendar-screen';
import { GroupScreen } from '../../pages/group-screen';

const RED = [196, 62, 50] as const;
const GREEN = [46, 139, 87] as const;
const idOf = (rgb: typeof RED | typeof GREEN) =>
  createHash('sha256').update(pngBytes(rgb)).digest('hex');
const pathIn = (dataFolder: string, id: string) => join(dataFolder, 'assets', id.slice(0, 2), id);

test('a file is kept once however it comes, shown small, renamed, put away and removed with undo', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const box = new AssetsScreen(running);
  const { page } = running;
  await box.open();
  const poster = await writePng(join(folder, '苹果海报.png'), RED);
  const twin = await writePng(join(folder, '另一个名字.png'), RED);
  const code = await writePng(join(folder, '群码.png'), GREEN);

  await box.add([poster, code], '添加了 2 个素材');
  await expect(box.cards).toHaveCount(2);
  await expect(box.card('苹果海报').locator('img')).toBeVisible();
  await box.add([twin], '1 个文件已在库里');
  await box.drop(twin);
  await expect(box.cards).toHaveCount(2);
  expect((await stat(pathIn(running.dataFolder, idOf(RED)))).size).toBe(pngBytes(RED).length);

  await page.getByTestId('assets-search').fill('pghb');
  await expect(box.cards).toHaveCount(1);
  await page.getByTestId('assets-search').fill('');
  await box.openCard('苹果海报');
  await expect(box.panel).toContainText('320 × 240');
  await expect(box.panel.locator('img')).toBeVisible();
  await page.getByTestId('asset-name').click();
  await page.getByTestId('asset-name-input').fill('到货海报');
  await page.getByTestId('asset-name-input').press('Enter');
  await expect(box.card('到货海报')).toBeVisible();

  const saved = join(folder, '存出.png');
  await running.answerSaveDialog(saved);
  await page.getByTestId('asset-save-as').click();
  await expect(page.getByTestId('toast').filter({ hasText: '存出.png' })).toBeVisible();
  expect((await readFile(saved)).equals(pngBytes(RED))).toBe(true);

  await page.getByTestId('asset-copy').click();
  await expect(page.getByTestId('toast').filter({ hasText: '图片已复制' })).toBeVisible();
  const copied = await running.app.evaluate(({ nativeImage, clipboard }) => {
    const { readImage } = clipboard as unknown as {
      readImage: () => ReturnType<typeof nativeImage.createEmpty>;
    };
    return readImage().getSize();
  });
  expect(copied).toEqual({ width: 320, height: 240 });

  await page.getByTestId('asset-more').click();
  await page.getByTestId('asset-remove').click();
  await expect(box.cards).toHaveCount(1);
  await page.getByTestId('undo').click();
  await expect(box.cards).toHaveCount(2);

  await running.restart();
  const again = new AssetsScreen(running);
  await again.open();
  await expect(again.card('到货海报').locator('img')).toBeVisible();
  expect(await running.rows('assets')).toContainEqual(
    expect.objectContaining({ id: idOf(RED), name: '到货海报', kind: 'image', width: 320 }),
  );
});

test('files of an item stand in their order and say what speaks against them', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  const poster = await writePng(join(folder, '苹果海报.png'), RED);
  const code = await writePng(join(folder, '群码.png'), GREEN);
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '到货提醒');
  await calendar.addByKeyboard(1, 'morning', '再提醒一次');
  await calendar.item('到货提醒').click();
  await running.answerOpenDialog([poster, code]);
  await page.getByTestId('item-assets-attach').click();
  await page.getByTestId('asset-picker-add').click();
  await expect(page.getByTestId('asset-picker-take')).toContainText('2');
  await page.getByTestId('asset-picker-take').click();
  await expect(page.getByTestId('item-asset')).toHaveCount(2);
  await page.getByTestId('item-asset').nth(1).getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '往前移' }).click();
  const ids = async () =>
    (await running.rows('contentItems')).find((row) => row.title === '到货提醒')?.assetIds;
  await expect.poll(ids).toEqual([idOf(GREEN), idOf(RED)]);
  await page.getByRole('combobox', { name: '状态' }).click();
  await page.getByRole('option', { name: '已发' }).click();
  await page.getByRole('button', { name: '标为已发' }).click();
  await expect
    .poll(async () => (await running.rows('contentItems')).map((row) => row.status))
    .toContain('sent');
  await page.keyboard.press('Escape');

  await calendar.item('再提醒一次').click();
  await page.getByTestId('item-assets-attach').click();
  await page.getByTestId('asset-choice').filter({ hasText: '苹果海报' }).click();
  await page.getByTestId('asset-picker-take').click();
  await expect(page.getByTestId('item-asset-warning')).toContainText('已发过所有群');
  await page.keyboard.press('Escape');

  const box = new AssetsScreen(running);
  await box.open();
  await box.openCard('苹果海报');
  await expect(page.getByTestId('asset-places')).toContainText('到货提醒');
  const until = page.getByTestId('asset-until');
  await until.fill('2020-03-01');
  await until.press('Enter');
  await expect(page.getByTestId('asset-licence')).toContainText('2020年3月1日');
  await until.click();
  await until.press('Escape');
  await expect(box.panel).toBeVisible();
  await page.getByTestId('asset-more').click();
  await page.getByTestId('asset-remove').click();
  await expect(page.getByRole('dialog').filter({ hasText: '还在用' })).toContainText('再提醒一次');
  await page.getByTestId('asset-remove-anyway').click();
  await expect.poll(ids).toEqual([idOf(GREEN)]);
  await page.getByTestId('undo').click();
  await expect.poll(ids).toEqual([idOf(GREEN), idOf(RED)]);

  await running.restart();
  const shown = running.page;
  const again = new CalendarScreen(shown);
  await again.open();
  await again.item('再提醒一次').click();
  await expect(shown.getByTestId('item-asset-warning').first()).toContainText('2020年3月1日');
});

test('a file deleted on the disk is named, and found again only by the same bytes', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const box = new AssetsScreen(running);
  const { page } = running;
  await box.open();
  const poster = await writePng(join(folder, '苹果海报.png'), RED);
  const other = await writePng(join(folder, '别的.png'), GREEN);
  await box.add([poster], '添加了 1 个素材');
  await rm(pathIn(running.dataFolder, idOf(RED)));
  await box.lookAgain();
  await expect(box.card('苹果海报')).toHaveAttribute('data-missing', 'true');
  await box.openCard('苹果海报');
  await expect(page.getByTestId('asset-missing')).toBeVisible();
  await expect(page.getByTestId('asset-save-as')).toBeDisabled();

  await running.answerOpenDialog([other]);
  await page.getByTestId('asset-find-again').click();
  await expect(page.getByTestId('toast').filter({ hasText: '内容不一样' })).toBeVisible();
  await running.answerOpenDialog([poster]);
  await page.getByTestId('asset-find-again').click();
  await expect(page.getByTestId('asset-missing')).toHaveCount(0);
  await expect(box.card('苹果海报')).toHaveAttribute('data-missing', 'false');
  expect((await readFile(pathIn(running.dataFolder, idOf(RED)))).equals(pngBytes(RED))).toBe(true);

  // Several at once: from a folder, whatever the files are called there.
  await page.keyboard.press('Escape');
  await box.add([other], '添加了 1 个素材');
  for (const rgb of [RED, GREEN]) await rm(pathIn(running.dataFolder, idOf(rgb)));
  await box.lookAgain();
  await expect(page.getByTestId('assets-missing')).toContainText('2 个');
  await rename(poster, join(folder, 'IMG_0001.png'));
  await running.answerOpenDialog([folder]);
  await page.getByTestId('assets-find-in-folder').click();
  await expect(page.getByTestId('toast').filter({ hasText: '找回 2 / 2 个' })).toBeVisible();
  await expect(page.getByTestId('assets-missing')).toHaveCount(0);
});

test('a group says when its QR code is over, and a good text is taken from the library', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page } = running;
  await page.getByTestId('nav-groups').click();
  await running.isReady('groups');
  await page.getByRole('button', { name: /新建/ }).first().click();
  await page.getByLabel('群名').fill('城东 1 群');
  await page.getByRole('button', { name: '保存' }).click();
  await new GroupScreen(page).open('城东 1 群', 'people');
  await running.answerOpenDialog([await writePng(join(folder, '群码.png'), GREEN)]);
  await page.getByTestId('group-qr-choose').click();
  await page.getByTestId('asset-picker-add').click();
  await expect(page.getByTestId('group-qr')).toHaveAttribute('data-state', 'valid');
  const until = page.getByTestId('group-qr-until');
  await until.fill('2020-03-01');
  await until.press('Enter');
  await expect(page.getByTestId('group-qr')).toHaveAttribute('data-state', 'over');
  await expect(page.getByTestId('group-qr')).toContainText('2020年3月1日 已过期');

  const box = new AssetsScreen(running);
  await box.open();
  await page.getByText('文案', { exact: true }).click();
  await page.getByTestId('library-add').first().click();
  await page.getByRole('textbox', { name: '内容' }).fill('今晚八点，苹果五斤装');
  await page.getByTestId('library-save').click();
  await expect(page.getByTestId('library-entry')).toHaveCount(1);

  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addByKeyboard(0, 'morning', '到货提醒');
  await calendar.item('到货提醒').click();
  await page.getByTestId('item-library-take').click();
  await page.getByTestId('library-pick').click();
  await expect(calendar.item('今晚八点，苹果五斤装')).toBeVisible();
  await page.keyboard.press('Escape');
  await box.open();
  await page.getByText('文案', { exact: true }).click();
  await expect(page.getByTestId('library-entry')).toContainText('1 条内容在用');
});
