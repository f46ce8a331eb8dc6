import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BackupHeader } from '@shared/contracts/ipc';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BackupStore, createBackupStore, removeUnfinished } from './backup-store';

let folder: string;
let nowMs: number;
let store: BackupStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  nowMs = Date.UTC(2026, 10, 22, 1, 48);
  store = createBackupStore(folder, () => nowMs);
});
afterEach(async () => {
  await store.abandonAll();
  rmSync(folder, { recursive: true, force: true });
});

const header = (rest: Partial<BackupHeader> = {}): BackupHeader => ({
  databaseId: 'database-one',
  lastSeq: 12,
  schemaVersion: 3,
  counts: { members: 2000, orders: 10_000 },
  reason: 'manual',
  ...rest,
});
const bytes = (...values: number[]) => Uint8Array.from(values);

async function writeBackup(chunks: Uint8Array[], rest: Partial<BackupHeader> = {}) {
  const token = await store.begin(header(rest));
  for (const chunk of chunks) await store.write(token, chunk);
  return store.finish(token);
}

async function readChunks(token: string): Promise<number[][]> {
  const chunks: number[][] = [];
  for (;;) {
    const chunk = await store.read(token);
    if (chunk === null) return chunks;
    chunks.push([...chunk]);
  }
}

const chunks = [bytes(1, 2, 3), bytes(4), new Uint8Array(70_000).fill(9)];

test('what was written comes back chunk by chunk', async () => {
  const info = await writeBackup(chunks);
  expect(info).toMatchObject({
    name: 'qunduo-20261122T014800Z-manual.qdb',
    createdAt: nowMs,
    databaseId: 'database-one',
    lastSeq: 12,
    schemaVersion: 3,
    counts: { members: 2000, orders: 10_000 },
  });
  const { token, info: opened } = await store.openAt(await store.locate(info.name));
  expect(opened).toEqual(info);
  expect(await readChunks(token)).toEqual(chunks.map((chunk) => [...chunk]));
  expect(await store.read(token)).toBeNull();
  await store.close(token);
  await expect(store.read(token)).rejects.toMatchObject({ code: 'token-unknown' });
});

test('a backup without chunks is whole', async () => {
  const { name } = await writeBackup([]);
  const { token } = await store.openAt(await store.locate(name));
  expect(await store.read(token)).toBeNull();
});

test('chunks that are sent without waiting keep their order', async () => {
  const token = await store.begin(header());
  await Promise.all([1, 2, 3, 4, 5].map((n) => store.write(token, bytes(n))));
  const { name } = await store.finish(token);
  const opened = await store.openAt(await store.locate(name));
  expect(await readChunks(opened.token)).toEqual([[1], [2], [3], [4], [5]]);
});

test('until it is finished it is no backup; the newest is listed first', async () => {
  const token = await store.begin(header());
  await store.write(token, bytes(1));
  expect(await store.list()).toEqual([]);
  expect(readdirSync(folder)).toEqual(['qunduo-20261122T014800Z-manual.qdb.tmp']);
  const first = await store.finish(token);
  nowMs += 1000;
  const second = await writeBackup([bytes(2)]);
  expect((await store.list()).map(({ name }) => name)).toEqual([second.name, first.name]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('two in the same second have two names', async () => {
  const one = await writeBackup([bytes(1)]);
  const two = await writeBackup([bytes(2)]);
  expect(two.name).not.toBe(one.name);
  expect(await store.list()).toHaveLength(2);
});

test('what is given up leaves nothing behind', async () => {
  const token = await store.begin(header());
  await store.write(token, bytes(1));
  await store.abort(token);
  await expect(store.write(token, bytes(1))).rejects.toMatchObject({ code: 'token-unknown' });
  await store.begin(header());
  await store.abandonAll();
  expect(readdirSync(folder)).toEqual([]);
});

test('what a killed process left is removed by the next', async () => {
  writeFileSync(join(folder, 'qunduo-20261122T014800Z-timer.qdb.tmp'), 'half');
  const { name } = await writeBackup([bytes(1)]);
  expect(await removeUnfinished(folder)).toBe(1);
  expect(readdirSync(folder)).toEqual([name]);
});

describe('a file that is not what was written', () => {
  test('cut at every byte, or with any one byte changed, it is damaged and not listed', async () => {
    const { name } = await writeBackup([bytes(1, 2, 3), bytes(4, 5)]);
    const data = readFileSync(join(folder, name));
    const path = join(folder, 'other.qdb');
    for (let cut = 0; cut < data.length; cut += 1) {
      writeFileSync(path, data.subarray(0, cut));
      await expect(store.openAt(path), `cut at ${cut}`).rejects.toMatchObject({
        code: 'backup-damaged',
      });
    }
    for (let at = 0; at < data.length; at += 1) {
      const changed = Buffer.from(data);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      writeFileSync(path, changed);
      await expect(store.openAt(path), `changed at ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(/^backup-(damaged|newer)$/),
      });
    }
    writeFileSync(path, 'no backup at all');
    expect((await store.list()).map((info) => info.name)).toEqual([name]);
  });

  test('a kept copy that turns out damaged is set aside, one from elsewhere is left alone', async () => {
    const good = await writeBackup([bytes(1)]);
    const { name } = await writeBackup([bytes(1, 2, 3), bytes(4, 5)]);
    const path = join(folder, name);
    const data = readFileSync(path);
    data[data.length - 30] = (data[data.length - 30] ?? 0) ^ 1;
    writeFileSync(path, data);
    const elsewhere = join(folder, 'elsewhere', 'carried.qdb');
    mkdirSync(join(folder, 'elsewhere'));
    copyFileSync(path, elsewhere);
    for (const one of [elsewhere, path]) {
      await expect(store.openAt(one)).rejects.toMatchObject({ code: 'backup-damaged' });
    }
    expect(readFileSync(elsewhere).equals(data)).toBe(true);
    expect(readFileSync(`${path}.damaged`).equals(data)).toBe(true);
    expect((await store.list()).map((info) => info.name)).toEqual([good.name]);
  });

  test('a chunk that was taken out is missed', async () => {
    const { name } = await writeBackup([bytes(1), bytes(2)]);
    const data = readFileSync(join(folder, name));
    const chunkBytes = 9;
    const trailerBytes = 28;
    const without = Buffer.concat([
      data.subarray(0, data.length - trailerBytes - chunkBytes),
      data.subarray(data.length - trailerBytes),
    ]);
    const path = join(folder, 'other.qdb');
    writeFileSync(path, without);
    await expect(store.openAt(path)).rejects.toMatchObject({ code: 'backup-damaged' });
  });

  test('a newer format is called by its name', async () => {
    const { name } = await writeBackup([bytes(1)]);
    const path = join(folder, 'newer.qdb');
    const data = readFileSync(join(folder, name));
    data.writeUInt32LE(2, 4);
    writeFileSync(path, data);
    await expect(store.openAt(path)).rejects.toMatchObject({
      code: 'backup-newer',
      data: { name: 'newer.qdb', version: 2 },
    });
  });

  test('a copy carried elsewhere is a backup as before', async () => {
    const { name } = await writeBackup([bytes(1)]);
    const path = join(folder, 'copy of it.dat');
    copyFileSync(join(folder, name), path);
    expect((await store.openAt(path)).info.name).toBe('copy of it.dat');
  });
});

describe('names from the window', () => {
  test.each(['../secret.qdb', '..', '/etc/passwd', 'a\\b.qdb', 'settings.json', 'missing.qdb', ''])(
    '%j leads nowhere',
    async (name) => {
      await expect(store.locate(name)).rejects.toMatchObject({ code: 'backup-not-found' });
    },
  );
});

describe('an almost empty store', () => {
  test('is not backed up by itself over full copies', async () => {
    await writeBackup(chunks);
    nowMs += 1000;
    for (const reason of ['timer', 'change'] as const) {
      await expect(store.begin(header({ reason, counts: { members: 3 } }))).rejects.toMatchObject({
        code: 'backup-near-empty',
        data: { records: 3 },
      });
    }
    expect(await store.list()).toHaveLength(1);
  });

  test('is before an import, and for a database that is only beginning', async () => {
    await writeBackup(chunks);
    const nothing = { counts: {} };
    await writeBackup([bytes(1)], { ...nothing, reason: 'import' });
    await writeBackup([bytes(1)], { ...nothing, reason: 'timer', databaseId: 'database-two' });
    expect(await store.list()).toHaveLength(3);
  });

  test('is when the user asks, and the full copy outlives it', async () => {
    const full = await writeBackup(chunks);
    for (let day = 0; day < 60; day += 1) {
      nowMs += 86_400_000;
      await writeBackup([bytes(1)], { counts: { members: 1 } });
    }
    const names = (await store.list()).map(({ name }) => name);
    expect(names).toContain(full.name);
    expect(names.length).toBeLessThanOrEqual(12);
  });
});

test('old copies go when a new one is finished', async () => {
  for (let n = 0; n < 5; n += 1) {
    nowMs += 60_000;
    await writeBackup([bytes(n)], { reason: 'timer' });
  }
  expect(await store.list()).toHaveLength(3);
});

test('a folder that is gone is said by name', async () => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, '');
  const broken = createBackupStore(folder, () => nowMs);
  await expect(broken.begin(header())).rejects.toMatchObject({ code: 'folder-not-writable' });
});
