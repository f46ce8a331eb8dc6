import { unlockAgile } from './agile';
import { unlockStandard } from './standard';
import { UnlockFailure } from './unlock-failure';

const SHORTEST_INFO = 8;
const SHORTEST_PACKAGE = 24;

/**
 * The workbook inside a protected .xlsx, .xlsm or .xlsb: `info` is its stream EncryptionInfo,
 * `stored` its stream EncryptedPackage. Throws UnlockFailure.
 */
export function unlockPackage(info: Uint8Array, stored: Uint8Array, password: string): Uint8Array {
  if (info.length < SHORTEST_INFO || stored.length < SHORTEST_PACKAGE) {
    throw new UnlockFailure('damaged');
  }
  const view = new DataView(info.buffer, info.byteOffset, info.byteLength);
  const major = view.getUint16(0, true);
  const minor = view.getUint16(2, true);
  if (major === 4 && minor === 4) {
    return unlockAgile(new TextDecoder().decode(info.subarray(8)), stored, password);
  }
  if (minor === 2 && major >= 2 && major <= 4) return unlockStandard(info, stored, password);
  throw new UnlockFailure('unknown');
}
