import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import type { KeptPicture, PictureMimeType } from '@shared/contracts/ipc';
import { ExpectedError } from '@shared/lib/errors';
import { syncFolder, writeFileAtomic } from '../files/atomic-write';
import type { SystemCipher } from '../files/secret-store';
import { removeOrphans } from './orphan-pictures';
import { pictureKind } from './picture-kind';
import { openPicture, sealPicture } from './sealed-picture';
import { createVaultKey, type KeyForm } from './vault-key';

export type PictureVault = {
  keep: (id: string, bytes: Uint8Array, mimeType: PictureMimeType) => Promise<void>;
  read: (id: string) => Promise<KeptPicture | null>;
  remove: (id: string) => Promise<void>;
  /** Removes what none of these ids names, as far as it is older than a day; how many. */
  removeAllBut: (ids: readonly string[]) => Promise<number>;
  /** How a key would be kept on this computer now. */
  protection: () => KeyForm;
};

const ONLY_THIS_USER = 0o600;

/**
 * Pictures of licences and shop fronts, each sealed in a file of its own in this laptop's folder.
 * They are in no backup, no journal, no export and no exchange with other laptops.
 */
export function createPictureVault(folder: string, cipher: SystemCipher): PictureVault {
  const key = createVaultKey(join(folder, 'key.json'), cipher);
  const pathOf = (id: string) => join(folder, `${id}.qdpic`);

  return {
    keep: async (id, bytes, mimeType) => {
      if (pictureKind(bytes) !== mimeType) throw new ExpectedError('picture-not-a-picture');
      await fs.mkdir(folder, { recursive: true, mode: 0o700 });
      const sealed = sealPicture(await key.forWriting(), id, bytes);
      await writeFileAtomic(pathOf(id), sealed, ONLY_THIS_USER);
    },
    read: async (id) => {
      const file = await fs.readFile(pathOf(id)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (!file) return null;
      const opener = await key.forReading();
      if (!opener) throw new ExpectedError('picture-other-key');
      const bytes = openPicture(opener, id, file);
      const mimeType = pictureKind(bytes);
      if (!mimeType) throw new ExpectedError('picture-damaged');
      return { bytes: new Uint8Array(bytes), mimeType };
    },
    remove: async (id) => {
      await fs.rm(pathOf(id), { force: true });
      await syncFolder(folder).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
    },
    removeAllBut: (ids) => removeOrphans(folder, new Set(ids), Date.now()),
    protection: () => (cipher.isAvailable() ? 'keychain' : 'file'),
  };
}
