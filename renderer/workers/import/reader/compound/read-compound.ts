import { ExpectedError } from '@shared/lib/errors';
import { UnlockFailure } from '../protected/unlock-failure';
import { type CompoundFile, DamagedCompoundFile, openCompoundFile } from './compound-file';
import { findFilePass } from './records';

/** What lies in a compound file: a workbook's records, or the package that was protected. */
export type CompoundContent =
  | { kind: 'records'; stream: Uint8Array }
  | { kind: 'package'; bytes: Uint8Array };

/** What Excel tries by itself: files that are only guarded against changes open without asking. */
const SILENT_PASSWORD = 'VelvetSweatshop';
const UNLOCK_CODES = {
  'wrong-password': 'import-wrong-password',
  damaged: 'import-damaged',
  unknown: 'import-locked-otherwise',
} as const satisfies Record<UnlockFailure['reason'], string>;

type Unlock = (password: string) => Uint8Array;

/** Without a password the silent one is tried, and its failure means that one is needed. */
function withPassword(unlock: Unlock, password: string | undefined, file: string): Uint8Array {
  try {
    return unlock(password ?? SILENT_PASSWORD);
  } catch (error) {
    if (!(error instanceof UnlockFailure)) throw error;
    const isAsked = password === undefined && error.reason !== 'unknown';
    throw new ExpectedError(isAsked ? 'import-encrypted' : UNLOCK_CODES[error.reason], { file });
  }
}

async function openContent(
  compound: CompoundFile,
  file: string,
  password: string | undefined,
): Promise<CompoundContent> {
  const info = compound.stream('EncryptionInfo');
  // Its content says its own size, which is what counts.
  const stored = compound.streamAsFar('EncryptedPackage');
  if (info && stored) {
    const { unlockPackage } = await import('../protected/unlock-package');
    const unlock: Unlock = (word) => unlockPackage(info, stored, word);
    return { kind: 'package', bytes: withPassword(unlock, password, file) };
  }
  const stream = compound.stream('Workbook') ?? compound.stream('Book');
  // A text document, a presentation, a mail: compound files as well.
  if (!stream) throw new ExpectedError('import-not-a-sheet', { file });
  const filePass = findFilePass(stream);
  if (!filePass || filePass.isObfuscated) return { kind: 'records', stream };
  const { unlockRecords } = await import('../protected/unlock-records');
  const unlock: Unlock = (word) => unlockRecords(stream, filePass, word);
  return { kind: 'records', stream: withPassword(unlock, password, file) };
}

/** The workbook in a compound file, opened if it is protected. */
export async function openCompound(
  bytes: Uint8Array,
  file: string,
  password: string | undefined,
): Promise<CompoundContent> {
  try {
    return await openContent(openCompoundFile(bytes), file, password);
  } catch (error) {
    if (error instanceof DamagedCompoundFile) throw new ExpectedError('import-damaged', { file });
    throw error;
  }
}
