import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../../fixtures';
import {
  backupsOf,
  damageFrame,
  deleteDatabase,
  flipMiddle,
  journalledSeqs,
  journalOf,
  listBackupFiles,
  splitJournal,
} from '../../lib/damage';
import { importSample, workByHand } from '../../lib/fill-console';
import type { RunningConsole } from '../../lib/running-console';
import { countsOf, readStoredState, type StoredState } from '../../lib/stored-state';
import { SettingsScreen } from '../../pages/settings-screen';
import { StartupScreen } from '../../pages/startup-screen';

const SIZES = { members: 200, orders: 800 };

async function backUp(running: RunningConsole): Promise<void> {
  await new SettingsScreen(running.page).openBackups();
  const rows = running.page.getByTestId('backup-row');
  const before = (await listBackupFiles(running.dataFolder)).length;
  await running.page.getByTestId('backup-now').click();
  await expect(rows).toHaveCount(before + 1);
}

async function rename(running: RunningConsole, name: string): Promise<void> {
  const settings = new SettingsScreen(running.page);
  await settings.open();
  await settings.renameWorkspace(name);
}

async function expectState(running: RunningConsole, expected: StoredState): Promise<void> {
  const state = await readStoredState(running);
  expect(countsOf(state)).toEqual(countsOf(expected));
  expect(state).toEqual(expected);
}

const toast = (running: RunningConsole) => running.page.getByTestId('toast');

test('recovery goes back past a damaged copy to the one before it', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { dataFolder } = running;
  await importSample(running, join(folder, 'files'), SIZES);
  await backUp(running);
  const coveredSeq = (await journalledSeqs(dataFolder)).length;
  await workByHand(running);
  await backUp(running);
  const before = await readStoredState(running);
  await running.quit();
  const lastSeq = (await journalledSeqs(dataFolder)).length;
  const copies = await listBackupFiles(dataFolder);
  const newest = copies.pop();
  await flipMiddle(newest ?? '');
  await deleteDatabase(dataFolder);

  await running.start();
  const screen = new StartupScreen(running.page);
  await screen.recover();
  // Only what came after the older copy was replayed: it is what was gone back to.
  await expect(toast(running)).toContainText(`从日志补上了 ${lastSeq - coveredSeq} 步改动`);
  await expect(toast(running)).not.toContainText('找不到');
  await expectState(running, before);

  // A copy that cannot be read is no protection, and is not shown as one.
  await new SettingsScreen(running.page).openBackups();
  await expect(running.page.getByTestId('backup-row')).toHaveCount(copies.length);
  expect(await listBackupFiles(dataFolder)).toEqual(copies);
});

test('with every copy damaged, the journal alone brings everything back', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  await importSample(running, join(folder, 'files'), SIZES);
  await backUp(running);
  await workByHand(running);
  const before = await readStoredState(running);
  await running.quit();
  const lastSeq = (await journalledSeqs(running.dataFolder)).length;
  for (const copy of await listBackupFiles(running.dataFolder)) await flipMiddle(copy);
  await deleteDatabase(running.dataFolder);

  await running.start();
  await new StartupScreen(running.page).recover();
  await expect(toast(running)).toContainText(`从日志补上了 ${lastSeq} 步改动`);
  await expect(toast(running)).not.toContainText('找不到');
  await expectState(running, before);
});

/** Ways in which a journal loses its operations from a number on. */
const DAMAGES = [
  {
    what: 'one operation in the middle of its only segment',
    damage: damageFrame,
    // The start reads the last segment only; what older ones lack shows when they are needed.
    isSeenAtStart: true,
  },
  {
    what: 'the middle one of three segments',
    damage: async (dataFolder: string, from: number, last: number) => {
      await splitJournal(dataFolder, [1, from, last]);
      await damageFrame(dataFolder, from);
    },
    isSeenAtStart: false,
  },
];

for (const { what, damage, isSeenAtStart } of DAMAGES) {
  test(`a journal with damage in ${what} gives what lies before it, and tells the loss`, async ({
    startConsole,
    folder,
  }) => {
    const running = await startConsole();
    const { dataFolder } = running;
    await importSample(running, join(folder, 'files'), SIZES);
    const before = await readStoredState(running);
    const goodSeq = (await journalledSeqs(dataFolder)).length;
    await workByHand(running);
    await running.quit();
    const lastSeq = (await journalledSeqs(dataFolder)).length;
    const lost = lastSeq - goodSeq;
    expect(lost).toBeGreaterThan(3);
    await damage(dataFolder, goodSeq + 1, lastSeq);
    await rm(backupsOf(dataFolder), { recursive: true });
    await deleteDatabase(dataFolder);

    await running.start();
    const screen = new StartupScreen(running.page);
    if (isSeenAtStart) await expect(screen.recovery).toContainText(`最后 ${lost} 步改动读不出来`);
    await screen.recover();
    await expect(toast(running)).toContainText(`从日志补上了 ${goodSeq} 步改动`);
    await expect(toast(running)).toContainText(`有 ${lost} 步在备份和日志里都找不到`);
    await expectState(running, before);

    await backUp(running);
    await rename(running, '损坏之后');
    await running.restart();
    await running.isReady('today');
    await expect(new StartupScreen(running.page).recovery).toHaveCount(0);
    const after = await readStoredState(running);
    expect(after.workspace).toMatchObject([{ name: '损坏之后' }]);

    await running.quit();
    expect((await journalledSeqs(dataFolder)).at(-1)).toBe(goodSeq + 1);
    await deleteDatabase(dataFolder);
    await running.start();
    await new StartupScreen(running.page).recover();
    await expect(toast(running)).toContainText('从日志补上了 1 步改动');
    await expect(toast(running)).not.toContainText('找不到');
    await expectState(running, after);
  });
}

test('without its journal a whole database goes on, and copy and new journal bring it back', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { dataFolder } = running;
  await importSample(running, join(folder, 'files'), SIZES);
  const before = await readStoredState(running);
  await running.quit();
  const lostSeq = (await journalledSeqs(dataFolder)).length;
  await rm(journalOf(dataFolder), { recursive: true });

  await running.start();
  await running.isReady('today');
  await expectState(running, before);
  await rename(running, '日志丢了以后');
  await backUp(running);
  await workByHand(running);
  const after = await readStoredState(running);
  await running.quit();
  const seqs = await journalledSeqs(dataFolder);
  expect(seqs[0]).toBe(lostSeq + 1);
  await deleteDatabase(dataFolder);

  await running.start();
  await new StartupScreen(running.page).recover();
  await expect(toast(running)).toContainText(`从日志补上了 ${seqs.length - 1} 步改动`);
  await expect(toast(running)).not.toContainText('找不到');
  await expectState(running, after);
});

test('a damaged file is refused as a backup in words, and nothing changes', async ({
  startConsole,
  folder,
}) => {
  const running = await startConsole();
  const { page, dataFolder } = running;
  await importSample(running, join(folder, 'files'), SIZES);
  await backUp(running);
  await workByHand(running);
  const before = await readStoredState(running);
  const kept = await listBackupFiles(dataFolder);
  const damaged = join(folder, '坏掉的备份.qdb');
  await copyFile(kept[0] ?? '', damaged);
  await flipMiddle(damaged);

  await running.answerOpenDialog([damaged]);
  await new SettingsScreen(page).openBackups();
  await page.getByRole('button', { name: '从文件恢复' }).click();
  await page.getByTestId('backup-restore-confirm').click();
  await expect(toast(running).last()).toContainText('备份「坏掉的备份.qdb」不完整或已损坏');
  await expect(page.getByTestId('backup-restore-confirm')).toHaveCount(0);
  await expectState(running, before);
  expect(await listBackupFiles(dataFolder)).toEqual(kept);

  await running.restart();
  await running.isReady('today');
  await expectState(running, before);
});
