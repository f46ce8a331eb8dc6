import { type KeptAsset, MAX_ASSET_BYTES } from '@shared/contracts/asset-file';
import { ExpectedError } from '@shared/lib/errors';
import { bridge } from '@/platform/bridge';

/** A file that wants in: one picked in the dialog of main, or one that the window holds itself. */
export type Source = {
  name: string;
  size: number;
  /** `expectedId`: only the file with this hash is taken. Null when it was given up. */
  keep: (step: Step, expectedId: string | null) => Promise<KeptAsset | null>;
};

export type Step = { onBytes: (done: number) => void; isGivenUp: () => boolean };

const BLOCK_BYTES = 4 * 1024 * 1024;
const LONGEST_NAME = 200;

/** The name as it is kept: at most 200 characters, with its extension. */
export function fittingName(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const extension = /\.[^.]{1,12}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, LONGEST_NAME - extension.length)}${extension}`;
}

const LOOK_MS = 200;

/** Main reads the file by itself; it is told when the user gives it up. */
async function keepPicked(
  token: string,
  { isGivenUp }: Step,
  expectedId: string | null,
): Promise<KeptAsset | null> {
  const watch = setInterval(() => {
    if (isGivenUp()) void bridge.abortAsset(token);
  }, LOOK_MS);
  try {
    return await bridge.keepPickedAsset(token, expectedId);
  } finally {
    clearInterval(watch);
  }
}

/** Opens the system's dialog; what was chosen is read by main. */
export async function pickSources(isMultiple: boolean): Promise<Source[]> {
  const picked = await bridge.pickFiles('asset', isMultiple);
  return picked.map(({ token, name, size }) => ({
    name,
    size,
    keep: (step, expectedId) => keepPicked(token, step, expectedId),
  }));
}

async function keepBlob(
  blob: Blob,
  name: string,
  { onBytes, isGivenUp }: Step,
  expectedId: string | null,
): Promise<KeptAsset | null> {
  if (blob.size > MAX_ASSET_BYTES) throw new ExpectedError('asset-too-large', { name });
  const token = await bridge.beginAsset(fittingName(name));
  try {
    for (let at = 0; at < blob.size; at += BLOCK_BYTES) {
      if (isGivenUp()) {
        await bridge.abortAsset(token);
        return null;
      }
      const block = await blob
        .slice(at, at + BLOCK_BYTES)
        .arrayBuffer()
        .catch(() => {
          // A folder, or a file that went away after it was dropped.
          throw new ExpectedError('file-not-readable', { name });
        });
      await bridge.writeAsset(token, new Uint8Array(block));
      onBytes(Math.min(blob.size, at + BLOCK_BYTES));
    }
    return await bridge.finishAsset(token, expectedId);
  } catch (error) {
    await bridge.abortAsset(token);
    throw error;
  }
}

/** A dropped or pasted file goes over piece by piece: the window never holds it whole. */
export const sourceOf = (file: File, name = file.name): Source => ({
  name,
  size: file.size,
  keep: (step, expectedId) => keepBlob(file, name, step, expectedId),
});
