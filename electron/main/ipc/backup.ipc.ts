import { basename } from 'node:path';
import { shell } from 'electron';
import type { BackupStore } from '../backup/backup-store';
import { packingInOrder } from '../backup/chunk-packer';
import { copyFileAtomic } from '../files/atomic-write';
import type { PickedFiles } from '../files/picked-files';
import type { Journal } from '../journal/journal';
import { askWhereToSave } from '../native/dialogs';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

type BackupChannel =
  | 'listBackups'
  | 'beginBackup'
  | 'writeBackup'
  | 'finishBackup'
  | 'abortBackup'
  | 'openBackup'
  | 'readBackup'
  | 'closeBackup'
  | 'exportBackup'
  | 'showBackupFolder';

export type BackupParts = {
  store: BackupStore;
  folder: string;
  picked: PickedFiles;
  journal: Journal;
  logFailure: (what: string, error: unknown) => void;
};

export function createBackupHandlers(
  context: ShellContext,
  { store, folder, picked, journal, logFailure }: BackupParts,
): Pick<Handlers, BackupChannel> {
  /** The journal may be shortened now; a failure there does not unmake the backup. */
  async function shortenJournal(): Promise<void> {
    try {
      await journal.prune(await store.list());
    } catch (error) {
      logFailure('journal-prune', error);
    }
  }

  return {
    listBackups: () => store.list(),
    beginBackup: (header) => store.begin(header),
    writeBackup: packingInOrder((token, chunk) => store.write(token, chunk)),
    finishBackup: async (token) => {
      const info = await store.finish(token);
      await shortenJournal();
      return info;
    },
    abortBackup: (token) => store.abort(token),
    openBackup: async (which) =>
      store.openAt('name' in which ? await store.locate(which.name) : picked.locate(which.token)),
    readBackup: (token) => store.read(token),
    closeBackup: (token) => store.close(token),
    exportBackup: async (name) => {
      const source = await store.locate(name);
      const path = await askWhereToSave(context.window, context.readLanguage(), name);
      if (path === null) return { saved: false };
      await copyFileAtomic(source, path);
      return { saved: true, name: basename(path) };
    },
    showBackupFolder: async () => {
      await shell.openPath(folder);
    },
  };
}
