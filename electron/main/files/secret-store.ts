import { ExpectedError } from '@shared/lib/errors';
import { writeFileAtomic } from './atomic-write';
import { readSettingsFile } from './settings-file';

/** The system's own keychain, as far as this store needs it. */
export type SystemCipher = {
  /** False where the system would only hide, not encrypt. */
  isAvailable: () => boolean;
  encrypt: (text: string) => Uint8Array;
  decrypt: (bytes: Uint8Array) => string;
};

export type SecretStore = {
  remember: (name: string, text: string) => Promise<void>;
  recall: (name: string) => string | null;
  forget: (name: string) => Promise<void>;
};

/** Passwords of files, encrypted by the system for this user; never in plain text, never in backups. */
export function createSecretStore(path: string, cipher: SystemCipher): SecretStore {
  let secrets: Map<string, string> | undefined;
  let lastWrite: Promise<void> = Promise.resolve();

  /** Read with the first question: most people never keep one. */
  function loaded(): Map<string, string> {
    if (!secrets) {
      const { raw } = readSettingsFile(path, Date.now());
      const kept = Object.entries(raw).filter(([, value]) => typeof value === 'string');
      secrets = new Map(kept as [string, string][]);
    }
    return secrets;
  }

  function write(): Promise<void> {
    const content = `${JSON.stringify(Object.fromEntries(loaded()), null, 2)}\n`;
    const next = lastWrite.catch(() => undefined).then(() => writeFileAtomic(path, content));
    lastWrite = next;
    return next;
  }

  return {
    remember: async (name, text) => {
      if (!cipher.isAvailable()) throw new ExpectedError('secrets-not-encrypted');
      loaded().set(name, Buffer.from(cipher.encrypt(text)).toString('base64'));
      await write();
    },
    recall: (name) => {
      const kept = loaded().get(name);
      if (kept === undefined || !cipher.isAvailable()) return null;
      try {
        return cipher.decrypt(Buffer.from(kept, 'base64'));
      } catch {
        // Kept by another user or on another computer: as good as not kept.
        return null;
      }
    },
    forget: async (name) => {
      if (loaded().delete(name)) await write();
    },
  };
}
