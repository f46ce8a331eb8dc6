import { randomUUID } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupHeader, BackupInfo } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { isMissing } from '../files/fs-errors';
import { isPlainFileName } from '../files/path-guard';
import { type BackupReader, openBackupFile, readBackupInfo } from './backup-reader';
import { type BackupWriter, openBackupWriter } from './backup-writer';
import { countRecords, isNearEmpty, pickExpired } from './retention.rules';

export type BackupStore = {
  /** Newest first; unfinished and damaged files are left out. */
  list: () => Promise<BackupInfo[]>;
  begin: (header: BackupHeader) => Promise<string>;
  write: (token: string, chunk: Uint8Array) => Promise<void>;
  finish: (token: string) => Promise<BackupInfo>;
  abort: (token: string) => Promise<void>;
  /** The path of a kept backup; throws `backup-not-found`. */
  locate: (name: string) => Promise<string>;
  /** Checks every byte; a kept copy that turns out damaged is set aside, so that no list counts on it. */
  openAt: (path: string) => Promise<{ token: string; info: BackupInfo }>;
  read: (token: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  close: (token: string) => Promise<void>;
  /** The window died or was reloaded: nobody will finish what it began. */
  abandonAll: () => Promise<void>;
};

const EXTENSION = '.qdb';
/** Copies made by the clock; those before a step, or asked for, are taken whatever they hold. */
const MADE_BY_ITSELF: ReadonlySet<string> = new Set(['timer', 'change']);

/** `2026-11-22T09:48:00.000Z` → `20261122T094800Z`, which every file system takes. */
function stampUtc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

export function createBackupStore(folder: string, nowMs: () => number = Date.now): BackupStore {
  const writers = new Map<string, { writer: BackupWriter; path: string }>();
  const readers = new Map<string, BackupReader>();

  async function list(): Promise<BackupInfo[]> {
    const names = (await fs.readdir(folder)).filter((name) => name.endsWith(EXTENSION));
    const infos = await Promise.all(
      names.map((name) => readBackupInfo(join(folder, name)).catch(() => null)),
    );
    return infos
      .filter((info): info is BackupInfo => info !== null)
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  async function pickFreePath(createdAt: number, reason: string): Promise<string> {
    for (let n = 1; ; n += 1) {
      const suffix = n === 1 ? '' : `-${n}`;
      const path = join(folder, `qunduo-${stampUtc(createdAt)}-${reason}${suffix}${EXTENSION}`);
      const isBeingWritten = [...writers.values()].some((entry) => entry.path === path);
      const exists = await fs.access(path).then(
        () => true,
        () => false,
      );
      if (!exists && !isBeingWritten) return path;
    }
  }

  function takeWriter(token: string) {
    const entry = writers.get(token);
    if (entry === undefined) throw new ExpectedError('token-unknown');
    return entry;
  }

  async function applyRetention(): Promise<void> {
    for (const name of pickExpired(await list(), nowMs())) {
      await fs.rm(join(folder, name), { force: true });
    }
  }

  return {
    list,

    begin: async (header) => {
      const records = countRecords(header);
      if (MADE_BY_ITSELF.has(header.reason)) {
        const own = (await list()).filter(({ databaseId }) => databaseId === header.databaseId);
        if (isNearEmpty(records, own)) throw new ExpectedError('backup-near-empty', { records });
      }
      const createdAt = nowMs();
      const path = await pickFreePath(createdAt, header.reason);
      const token = randomUUID();
      const writer = await openBackupWriter(path, { ...header, createdAt });
      writers.set(token, { writer, path });
      return token;
    },

    write: async (token, chunk) => takeWriter(token).writer.write(chunk),

    finish: async (token) => {
      const { writer, path } = takeWriter(token);
      await writer.finish().finally(() => writers.delete(token));
      const info = await readBackupInfo(path);
      // An old copy that cannot be deleted now (somebody has it open) goes the next time.
      await applyRetention().catch(() => undefined);
      return info;
    },

    abort: async (token) => {
      const entry = writers.get(token);
      writers.delete(token);
      await entry?.writer.abort();
    },

    locate: async (name) => {
      if (!isPlainFileName(name) || !name.endsWith(EXTENSION)) {
        throw new ExpectedError('backup-not-found', { name: basename(name) });
      }
      const path = join(folder, name);
      await fs.access(path).catch((error) => {
        throw isMissing(error) ? new ExpectedError('backup-not-found', { name }) : error;
      });
      return path;
    },

    openAt: async (path) => {
      const reader = await openBackupFile(path).catch(async (error) => {
        const isDamaged = error instanceof ExpectedError && error.code === 'backup-damaged';
        if (isDamaged && dirname(path) === folder && path.endsWith(EXTENSION)) {
          await fs.rename(path, `${path}.damaged`).catch(() => undefined);
        }
        throw error;
      });
      const token = randomUUID();
      readers.set(token, reader);
      return { token, info: reader.info };
    },

    read: async (token) => {
      const reader = readers.get(token);
      if (reader === undefined) throw new ExpectedError('token-unknown');
      return reader.readNext();
    },

    close: async (token) => {
      const reader = readers.get(token);
      readers.delete(token);
      await reader?.close();
    },

    abandonAll: async () => {
      const abandoned = [...writers.values()];
      const open = [...readers.values()];
      writers.clear();
      readers.clear();
      await Promise.all([
        ...abandoned.map(({ writer }) => writer.abort()),
        ...open.map((reader) => reader.close()),
      ]);
    },
  };
}

/** Temporary files of a killed process; call before the first backup of a run. */
export async function removeUnfinished(folder: string): Promise<number> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(`${EXTENSION}.tmp`));
  for (const name of names) await fs.rm(join(folder, name), { force: true });
  return names.length;
}
