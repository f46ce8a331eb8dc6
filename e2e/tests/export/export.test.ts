import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { read, utils, type WorkSheet } from 'xlsx';
import { expect, test } from '../../fixtures';
import { ExportScreen } from '../../pages/export-screen';
import { ImportScreen } from '../../pages/import-screen';
import { MembersScreen } from '../../pages/members-screen';

const FULL_MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;

async function sheetOf(path: string): Promise<WorkSheet> {
  const book = read(await readFile(path), { cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
}

const rowsOf = (sheet: WorkSheet) => utils.sheet_to_json<Record<string, unknown>>(sheet);

test('members leave as they are filtered, phones as text, dates as dates', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  const members = new MembersScreen(running.page);
  await members.open();
  const [first] = await running.rows('members');
  const name = String(first?.name);
  await members.search(name);
  await expect(members.rows.first()).toContainText(name);
  const found = Number(await members.total.textContent());
  expect(found).toBeLessThan(300);

  const screen = new ExportScreen(running);
  await screen.open('members');
  await expect(screen.count).toHaveAttribute('data-count', String(found));
  const path = join(folder, '成员.xlsx');
  const proposed = await screen.save(path);
  expect(proposed).toMatch(/^群舵 成员 \d{4}-\d\d-\d\d\.xlsx$/);

  const sheet = await sheetOf(path);
  const rows = rowsOf(sheet);
  expect(rows).toHaveLength(found);
  expect(rows.map((row) => row.姓名)).toContain(name);
  const titles = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  const cell = (title: string) => sheet[utils.encode_cell({ r: 1, c: titles.indexOf(title) })];
  expect(cell('手机号')).toMatchObject({ t: 's', z: '@' });
  expect(cell('手机号')?.v).toMatch(/^1\d{10}$/);
  expect(cell('加入时间')).toMatchObject({ t: 'n', z: expect.stringMatching(/^yyyy/) });
  expect(cell('累计消费') ?? { t: 'n' }).toMatchObject({ t: 'n' });
});

test('what was exported changes nothing when it is imported again', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  const { page } = running;
  const screen = new ExportScreen(running);
  const importing = new ImportScreen(page);
  const before = await Promise.all([running.rows('members'), running.rows('orders')]);
  for (const kind of ['members', 'orders'] as const) {
    for (const format of ['xlsx', 'csv'] as const) {
      await page.getByTestId(`nav-${kind}`).click();
      await screen.open(kind);
      await screen.choose({ format });
      await screen.chooseEveryColumn();
      const path = join(folder, `${kind}.${format}`);
      await screen.save(path);
      await importing.open();
      await importing.plan(kind, path);
      const counts = await importing.counts();
      expect(counts).toMatchObject({ create: 0, update: 0, confirm: 0, rejected: 0 });
      expect(counts.unchanged).toBe(before[kind === 'members' ? 0 : 1].length);
    }
  }
  expect(await Promise.all([running.rows('members'), running.rows('orders')])).toEqual(before);
});

test('a masked export holds no whole phone and says so in its name', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  await running.page.getByTestId('nav-orders').click();
  const screen = new ExportScreen(running);
  for (const list of ['orders', 'orderTotals']) {
    await screen.open('orders');
    await screen.choose({ list, format: 'csv', isMasked: true });
    await screen.chooseEveryColumn();
    const path = join(folder, `${list}.csv`);
    expect(await screen.save(path)).toContain('手机号打码');
    const text = await readFile(path, 'utf8');
    expect(text).toMatch(/1\d\d\*{4}\d{4}/);
    expect(text).not.toMatch(FULL_MOBILE);
  }
});

test('the privacy mask masks the export at first; columns are saved under a name', async ({
  startFilled,
  folder,
}) => {
  const running = await startFilled();
  const { page } = running;
  await page.getByTestId('privacy-mask').click();
  await page.getByTestId('nav-members').click();
  const screen = new ExportScreen(running);
  await screen.open('members');
  await expect(page.getByTestId('export-mask')).toBeChecked();
  for (const key of ['wechatId', 'note', 'memberId', 'address', 'tags']) {
    await page.getByTestId(`export-column-${key}`).uncheck();
  }
  await page.getByTestId('export-column-phone').press('Alt+ArrowUp');
  await page.getByTestId('export-set-new').click();
  await page.getByTestId('export-set-name').fill('给志愿者');
  await page.getByTestId('export-set-sharing').check();
  await page.getByTestId('export-set-save').click();
  await expect(page.getByTestId('export-set')).toHaveValue('给志愿者');
  const path = join(folder, '志愿者.xlsx');
  await screen.save(path);
  const sheet = await sheetOf(path);
  const titles = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
  expect(titles.slice(0, 2)).toEqual(['手机号（打码）', '姓名']);
  expect(titles).not.toContain('微信号');
  expect(JSON.stringify(rowsOf(sheet))).not.toMatch(FULL_MOBILE);
  expect(await running.rows('columnSets')).toMatchObject([
    { name: '给志愿者', isForSharing: true },
  ]);
});

test('a dialog that is answered with cancel saves nothing and stays open', async ({
  startFilled,
}) => {
  const running = await startFilled();
  await running.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  const { page } = running;
  await page.getByTestId('nav-members').click();
  const screen = new ExportScreen(running);
  await screen.open('members');
  await page.getByTestId('export-run').click();
  await expect(page.getByTestId('export-run')).toBeEnabled();
  await expect(screen.count).toHaveAttribute('data-count', '300');
  await expect(screen.done).toBeHidden();
});
