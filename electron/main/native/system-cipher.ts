import { safeStorage } from 'electron';
import type { SystemCipher } from '../files/secret-store';

/** A Linux without keychain "encrypts" with a key that everybody knows. */
function isOnlyHidden(): boolean {
  if (process.platform !== 'linux') return false;
  return safeStorage.getSelectedStorageBackend() === 'basic_text';
}

/** The keychain of macOS, DPAPI of Windows, the secret service of Linux. */
export const systemCipher: SystemCipher = {
  isAvailable: () => safeStorage.isEncryptionAvailable() && !isOnlyHidden(),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
};
