import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { writeFileAtomic } from '../files/atomic-write';
import type { SystemCipher } from '../files/secret-store';

const KEY_BYTES = 32;
const ONLY_THIS_USER = 0o600;

/** `keychain`: the key is wrapped by the system for this user; `file`: only the file's rights guard it. */
const storedKeySchema = z.object({
  version: z.literal(1),
  form: z.enum(['keychain', 'file']),
  key: z.string(),
});
type StoredKey = z.infer<typeof storedKeySchema>;
export type KeyForm = StoredKey['form'];

export type VaultKey = {
  /** The key, made with the first question that may make one. */
  forWriting: () => Promise<Buffer>;
  /** Null when there has never been one; an ExpectedError when it does not open here. */
  forReading: () => Promise<Buffer | null>;
};

/** The one random key that every picture is sealed with. */
export function createVaultKey(path: string, cipher: SystemCipher): VaultKey {
  let known: Promise<Buffer | null> | undefined;

  function wrap(key: Buffer): StoredKey {
    const text = key.toString('base64');
    if (!cipher.isAvailable()) return { version: 1, form: 'file', key: text };
    const wrapped = Buffer.from(cipher.encrypt(text)).toString('base64');
    return { version: 1, form: 'keychain', key: wrapped };
  }

  function unwrap({ form, key }: StoredKey): Buffer {
    const text = form === 'file' ? key : cipher.decrypt(Buffer.from(key, 'base64'));
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length !== KEY_BYTES) throw new Error('the picture key has the wrong length');
    return bytes;
  }

  async function write(key: Buffer): Promise<void> {
    await writeFileAtomic(path, `${JSON.stringify(wrap(key))}\n`, ONLY_THIS_USER);
  }

  async function load(): Promise<Buffer | null> {
    const text = await fs.readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const { stored, key } = open(text);
    // A keychain that came later takes the key over.
    if (stored.form === 'file' && cipher.isAvailable()) await write(key);
    return key;
  }

  function open(text: string): { stored: StoredKey; key: Buffer } {
    try {
      const stored = storedKeySchema.parse(JSON.parse(text));
      return { stored, key: unwrap(stored) };
    } catch {
      // Another user's or computer's keychain, or a file that was changed.
      throw new ExpectedError('picture-key-unreadable');
    }
  }

  function loaded(): Promise<Buffer | null> {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  async function makeOne(): Promise<Buffer> {
    const key = randomBytes(KEY_BYTES);
    await write(key);
    return key;
  }

  return {
    forReading: loaded,
    forWriting: async () => {
      known = loaded()
        .catch(async (error: unknown) => {
          if (!(error instanceof ExpectedError)) throw error;
          // Pictures of the old key stay as they are, in case it can be read again one day.
          await fs.rename(path, `${path}.unreadable-${Date.now()}`);
          return null;
        })
        .then((key) => key ?? makeOne());
      known.catch(() => {
        known = undefined;
      });
      const key = await known;
      if (!key) throw new Error('no picture key was made');
      return key;
    },
  };
}
