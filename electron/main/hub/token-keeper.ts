import { promises as fs } from 'node:fs';
import { ExpectedError } from '@shared/lib/errors';
import { z } from 'zod';
import { writeFileAtomic } from '../files/atomic-write';
import type { SystemCipher } from '../files/secret-store';

const ONLY_THIS_USER = 0o600;

const storedSchema = z.object({
  version: z.literal(1),
  form: z.enum(['keychain', 'file']),
  token: z.string(),
});
type Stored = z.infer<typeof storedSchema>;

export type TokenKeeper = {
  /** How it is guarded: by the system's keychain, or by the rights of its file alone. */
  keep: (token: string) => Promise<Stored['form']>;
  /** Null when none is kept; `token-unreadable` when another user or computer kept it. */
  recall: () => Promise<{ token: string; form: Stored['form'] } | null>;
  forget: () => Promise<void>;
};

/** The pass of this laptop to its hub: in a file of its own, which no call of the window reads. */
export function createTokenKeeper(path: string, cipher: SystemCipher): TokenKeeper {
  async function keep(token: string): Promise<Stored['form']> {
    const form = cipher.isAvailable() ? 'keychain' : 'file';
    const kept = form === 'file' ? token : Buffer.from(cipher.encrypt(token)).toString('base64');
    const stored: Stored = { version: 1, form, token: kept };
    await writeFileAtomic(path, `${JSON.stringify(stored)}\n`, ONLY_THIS_USER);
    return form;
  }

  function open(text: string) {
    try {
      const { form, token } = storedSchema.parse(JSON.parse(text));
      const plain = form === 'file' ? token : cipher.decrypt(Buffer.from(token, 'base64'));
      return { form, token: plain };
    } catch {
      throw new ExpectedError('token-unreadable');
    }
  }

  return {
    keep,
    recall: async () => {
      const text = await fs.readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      if (text === null) return null;
      const kept = open(text);
      // A keychain that came later takes it over.
      if (kept.form === 'file' && cipher.isAvailable()) kept.form = await keep(kept.token);
      return kept;
    },
    forget: () => fs.rm(path, { force: true }),
  };
}
