import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { ExpectedError } from '@shared/lib/errors';
import type { TokenKeeper } from '../hub/token-keeper';

/** PKCS 8 of an ed25519 key (RFC 8410), up to its 32 bytes. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

export type PackKey = {
  /** `file`: this computer has no keychain, so the key lies in a file that only this user can read. */
  read: () => Promise<{ publicKey: string; protection: 'keychain' | 'file' }>;
  sign: (digest: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * The key with which this laptop signs its hand-off packs; it never comes into the window. One that
 * cannot be read any more (another account, an altered file) gives way to a new one, and whoever
 * takes the next pack is told of it.
 */
export function createPackKey(keeper: TokenKeeper): PackKey {
  let known: Promise<{ key: KeyObject; protection: 'keychain' | 'file' }> | undefined;

  async function load() {
    const kept = await keeper.recall().catch((error: unknown) => {
      if (error instanceof ExpectedError) return null;
      throw error;
    });
    const seed = kept ? Buffer.from(kept.token, 'base64') : randomBytes(SEED_BYTES);
    const der = Buffer.concat([PKCS8_HEAD, seed]);
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const protection = kept ? kept.form : await keeper.keep(seed.toString('base64'));
    return { key, protection };
  }

  function loaded() {
    known ??= load().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  }

  return {
    read: async () => {
      const { key, protection } = await loaded();
      const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
      return { publicKey: Buffer.from(x, 'base64url').toString('hex'), protection };
    },
    sign: async (digest) => new Uint8Array(sign(null, digest, (await loaded()).key)),
  };
}
