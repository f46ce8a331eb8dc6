import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils } from 'xlsx';
import { expect, test } from '../../fixtures';
import { countPictures } from '../../lib/pdf';
import { readPngSize } from '../../lib/png';
import { writePng } from '../../lib/png-file';
import { CalendarScreen } from '../../pages/calendar-screen';
import { GroupScreen } from '../../pages/group-screen';
import { PrintScreen } from '../../pages/print-screen';

const TITLES = Array.from({ length: 35 }, (_, n) => `${n + 1}号 产地直播：寿光大棚看番茄`);

test('the week goes to the phone as one long picture, and to the clipboard', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addAll(TITLES);
  const path = join(folder, 'week.png');
  await console.answerSaveDialog(path);
  await page.getByTestId('cal-export-png').click();
  await expect(page.getByTestId('toast').filter({ hasText: 'week.png' })).toBeVisible();
  const size = await readPngSize(path);
  expect(size.width).toBe(1080);
  // Longer than one slice of the drawing: joined, and as high as the page itself says.
  expect(size.height).toBeGreaterThan(4000);

  const print = new PrintScreen(page);
  await print.open();
  await print.choose('预览', '手机长图');
  const shown = await print.preview();
  expect(shown.pages).toBe(1);
  for (const title of TITLES)
    expect(shown.text).toContain(title.normalize('NFKC').replaceAll(/\s/g, ''));
  const drawn = await page
    .getByTestId('cal-print-preview')
    .evaluate((host) => host.shadowRoot?.querySelector<HTMLElement>('.poster')?.offsetHeight ?? 0);
  expect(drawn / size.height).toBeCloseTo(1, 2);

  await page.getByTestId('cal-print-copy').click();
  await expect(page.getByTestId('toast').filter({ hasText: '已复制长图' })).toBeVisible();
  const formats = await console.app.evaluate(async ({ clipboard }) =>
    'availableFormats' in clipboard
      ? (clipboard as unknown as { availableFormats: () => string[] }).availableFormats()
      : (await clipboard.read()).flatMap((item) => [...item.types]),
  );
  expect(formats).toContain('image/png');
});

test('the workbook has the title over all columns and each slot over its rows', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addAll(TITLES);
  const path = join(folder, 'week.xlsx');
  await console.answerSaveDialog(path);
  await page.getByTestId('cal-export-xlsx').click();
  await expect(page.getByTestId('toast').filter({ hasText: 'week.xlsx' })).toBeVisible();
  const book = read(await readFile(path));
  expect(book.SheetNames).toEqual(['周历', '明细']);
  const grid = book.Sheets.周历;
  const merges = (grid?.['!merges'] ?? []).map(utils.encode_range);
  expect(merges).toEqual(['A1:H1', 'A2:H2', 'A4:A5']);
  expect(grid?.A4?.v).toBe('早间\n06–08');
  expect(grid?.B4?.v).toContain(TITLES[0]);
  const list = utils.sheet_to_json<Record<string, string>>(book.Sheets.明细 ?? {});
  expect(list.map((row) => row.标题).sort()).toEqual([...TITLES].sort());
  expect(Object.keys(list[0] ?? {})).toEqual(
    expect.arrayContaining(['日期', '时段', '标题', '形式']),
  );
});

test('every group gets a picture of its own, beside what lies there already', async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  for (const name of ['城东 1 群', '滨江宝妈群']) {
    await page.getByTestId('nav-groups').click();
    await console.isReady('groups');
    await page.getByRole('button', { name: '新建社群', exact: true }).click();
    await page.getByLabel('群名').fill(name);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await console.rows('groups')).map((row) => row.name))
      .toContain(name);
  }
  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addAll(['早安']);
  const print = new PrintScreen(page);
  await print.open();
  await print.chooseGroups('每个群各一张');
  const out = join(folder, '海报');
  await mkdir(out);
  await console.answerOpenDialog([out]);
  for (const count of [2, 4]) {
    await page.getByTestId('cal-print-png').click();
    await expect(page.getByTestId('toast').filter({ hasText: '2 张长图' }).last()).toBeVisible();
    await expect.poll(async () => (await readdir(out)).length).toBe(count);
  }
  const names = await readdir(out);
  expect(names.filter((name) => name.startsWith('滨江宝妈群'))).toHaveLength(2);
  for (const name of names) expect((await readPngSize(join(out, name))).width).toBe(1080);
});

test("a group's sheet carries its QR code and the leader's sign, until the code is over", async ({
  startConsole,
  folder,
}) => {
  const console = await startConsole();
  const { page } = console;
  await page.getByTestId('nav-groups').click();
  await console.isReady('groups');
  await page.getByRole('button', { name: '新建社群', exact: true }).click();
  await page.getByLabel('群名').fill('城东 1 群');
  await page.getByRole('button', { name: '保存' }).click();
  const group = new GroupScreen(page);
  await group.open('城东 1 群', 'people');
  await console.answerOpenDialog([await writePng(join(folder, '群码.png'), [30, 160, 80])]);
  await page.getByTestId('group-qr-choose').click();
  await page.getByTestId('asset-picker-add').click();
  await expect(page.getByTestId('group-qr')).toHaveAttribute('data-state', 'valid');

  const calendar = new CalendarScreen(page);
  await calendar.open();
  await calendar.addAll(['早安']);
  const print = new PrintScreen(page);
  await print.open();
  await page
    .getByTestId('cal-print-dialog')
    .locator('input[type=file]')
    .setInputFiles(await writePng(join(folder, '标志.png'), [200, 60, 20]));
  const pictures = () =>
    page
      .getByTestId('cal-print-preview')
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('img') ?? [])].map((img) => img.className),
      );
  await expect.poll(pictures).toEqual(['logo', 'qr']);
  expect((await print.preview()).text).toContain('扫码进群,有效至');
  const path = join(folder, 'week.pdf');
  await console.answerSaveDialog(path);
  await print.save('pdf', 'week.pdf');
  expect(await countPictures(path)).toBe(2);
  await print.close();

  await group.open('城东 1 群', 'people');
  const until = page.getByTestId('group-qr-until');
  await until.fill('2020-03-01');
  await until.press('Enter');
  await expect(page.getByTestId('group-qr')).toHaveAttribute('data-state', 'over');
  await calendar.open();
  await print.open();
  await expect.poll(pictures).toEqual(['logo']);
  await expect(page.getByTestId('cal-print-dialog')).toContainText('已到期');
});
