import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { inProject } from '../../../scripts/lib/project.mjs';
import { expect, test } from '../../fixtures';
import { writeSampleFiles } from '../../lib/sample-files';
import { countsOf, readStoredState } from '../../lib/stored-state';
import { ImportScreen } from '../../pages/import-screen';

type Kind = 'members' | 'orders';
type BadFile = { path: string; kind: Kind; reason: Record<'zh-CN' | 'en', RegExp> };

const notASheet = { 'zh-CN': /不是表格文件/, en: /is not a spreadsheet/ };
const empty = { 'zh-CN': /没有任何内容/, en: /holds nothing/ };
const noHeader = { 'zh-CN': /没找到表头/, en: /no row that names its columns/ };
const damaged = { 'zh-CN': /不完整或已损坏/, en: /incomplete or damaged/ };
const noOrderNumber = { 'zh-CN': /没有订单号/, en: /no column with order numbers/ };

const NUMBERS = '17,4,2031\n18,9,77\n3,3,91\n';

async function writeBadFiles(folder: string, goodRoster: string): Promise<BadFile[]> {
  await mkdir(folder, { recursive: true });
  const files: BadFile[] = [];
  const add = async (
    name: string,
    bytes: Uint8Array | string,
    reason: BadFile['reason'],
    kind: Kind = 'members',
  ) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    files.push({ path, kind, reason });
  };
  const picture = await readFile(inProject('resources', 'icons', 'linux', '32x32.png'));
  const roster = await readFile(goodRoster);
  const letter = zipSync({ 'word/document.xml': new TextEncoder().encode('<w:document/>') });
  const photos = zipSync({ 'photos/1.jpg': picture });
  await add('群二维码.xlsx', picture, notASheet);
  await add('picture.csv', picture, notASheet);
  await add('letter.xlsx', letter, notASheet);
  await add('photos.xlsx', photos, notASheet);
  await add('空文件.csv', '', empty);
  await add('empty.xlsx', '', empty);
  await add('只有空行.csv', '\uFEFF\n,,,\n\n', empty);
  await add('没有表头.csv', NUMBERS, noHeader);
  await add('broken-off.xlsx', roster.subarray(0, roster.length / 2), damaged);
  await add('只有名字.csv', '姓名,手机号\n顾晓岚,13800138011\n', noOrderNumber, 'orders');
  return files;
}

for (const language of ['zh-CN', 'en'] as const) {
  test(`a file that cannot be imported is named with its reason, and nothing is stored (${language})`, async ({
    startConsole,
    folder,
  }) => {
    const good = writeSampleFiles(join(folder, 'files'), { members: 30, orders: 60 });
    const running = await startConsole({ language });
    const screen = new ImportScreen(running.page);
    await screen.open();
    await screen.importFile('members', good.roster);
    const before = await readStoredState(running);

    for (const { path, kind, reason } of await writeBadFiles(join(folder, 'bad'), good.roster)) {
      const name = basename(path);
      await screen.choose(kind, path);
      await expect(screen.error, name).toHaveAttribute('data-file', name);
      await expect(screen.error).toContainText(name);
      await expect(screen.error).toHaveText(reason[language]);
      await expect(running.page.getByTestId('import-commit')).toHaveCount(0);
      await expect(screen.total).toHaveCount(0);
    }
    const after = await readStoredState(running);
    expect(countsOf(after)).toEqual(countsOf(before));
    expect(after).toEqual(before);

    await screen.importFile('orders', good.orders);
    expect(await running.countRows('orders')).toBe(60);
  });
}

test('choosing another file takes the plan of the one before away at once', async ({
  startConsole,
  folder,
}) => {
  const good = writeSampleFiles(join(folder, 'files'), { members: 30, orders: 60 });
  const bad = join(folder, 'numbers.csv');
  await writeFile(bad, NUMBERS);
  const running = await startConsole();
  const screen = new ImportScreen(running.page);
  await screen.open();
  await screen.plan('members', good.roster);
  expect(await screen.number('create')).toBe(30);
  await screen.choose('members', bad);
  await expect(screen.error).toHaveAttribute('data-file', 'numbers.csv');
  await expect(screen.total).toHaveCount(0);
  await screen.plan('orders', good.orders);
  expect(await screen.counts()).toMatchObject({ create: 60, total: 60 });
  await expect(screen.error).toHaveCount(0);
  expect(await running.countRows('members')).toBe(0);
});
