import { bridge } from '@/platform/bridge';
import { sourceKey } from './source-key';

const nameOf = (fileName: string) => `import:${sourceKey(fileName)}`;

/** The password kept for files of this source; `undefined` if there is none. */
export async function recallPassword(fileName: string): Promise<string | undefined> {
  return (await bridge.recallSecret(nameOf(fileName))) ?? undefined;
}

/**
 * Keeps the password for files of this source, encrypted by the system. Rejects with
 * `secrets-not-encrypted` where the system cannot, and then keeps nothing.
 */
export async function rememberPassword(fileName: string, password: string): Promise<void> {
  await bridge.rememberSecret(nameOf(fileName), password);
}

/** After a kept password turned out to be wrong. */
export async function forgetPassword(fileName: string): Promise<void> {
  await bridge.forgetSecret(nameOf(fileName));
}
