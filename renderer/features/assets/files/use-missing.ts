import type { Asset } from '@shared/domain/assets/asset.schema';
import { useEffect, useMemo, useState } from 'react';
import { bridge } from '@/platform/bridge';
import { reportError } from '@/platform/log';
import { onFilesChanged } from './file-news';

type File = Pick<Asset, 'id' | 'bytes'>;

const NONE: ReadonlySet<string> = new Set();
/** Ids from other programs may be no hashes; those have no file anywhere. */
const HASH = /^[0-9a-f]{64}$/;

async function ask(files: readonly File[]): Promise<Set<string>> {
  const askable = files.filter(({ id }) => HASH.test(id)).map(({ id, bytes }) => ({ id, bytes }));
  const missing = new Set(await bridge.findMissingAssets(askable));
  for (const { id } of files) if (!HASH.test(id)) missing.add(id);
  return missing;
}

/**
 * Which of these files are not on this laptop; asked again when files come in and when the window is
 * looked at anew, because they may be deleted from outside.
 */
export function useMissing(files: readonly File[]): ReadonlySet<string> {
  const [missing, setMissing] = useState(NONE);
  const key = useMemo(() => files.map(({ id }) => id).join(), [files]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the files
  useEffect(() => {
    if (files.length === 0) {
      setMissing(NONE);
      return undefined;
    }
    let isCurrent = true;
    const look = () => {
      ask(files).then(
        (found) => isCurrent && setMissing(found),
        (error: unknown) => reportError('rejection', error),
      );
    };
    look();
    const stop = onFilesChanged(look);
    window.addEventListener('focus', look);
    return () => {
      isCurrent = false;
      stop();
      window.removeEventListener('focus', look);
    };
  }, [key]);
  return missing;
}
