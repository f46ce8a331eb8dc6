import { useEffect, useState } from 'react';
import { problemText } from '@/app/feedback';
import { bridge } from '@/platform/bridge';
import { onFilesChanged } from '../files/file-news';
import { canBeShown, type Pictured } from './thumbnails';

export type FullPicture =
  | { kind: 'none' | 'loading' | 'missing' }
  | { kind: 'shown'; url: string }
  | { kind: 'refused'; why: string };

/** The whole picture, for as long as it is on screen. */
export function useFullPicture(asset: Pictured): FullPicture {
  const [state, setState] = useState<FullPicture>({ kind: 'loading' });
  const { id } = asset;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file's bytes never change under its id
  useEffect(() => {
    if (!canBeShown(asset)) {
      setState({ kind: 'none' });
      return undefined;
    }
    let url: string | undefined;
    let isCurrent = true;
    const look = () => {
      bridge.readAssetPicture(id).then(
        (picture) => {
          if (!isCurrent || url !== undefined) return;
          if (!picture) {
            setState({ kind: 'missing' });
            return;
          }
          url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mimeType }));
          setState({ kind: 'shown', url });
        },
        (error: unknown) => isCurrent && setState({ kind: 'refused', why: problemText(error) }),
      );
    };
    look();
    const stop = onFilesChanged(look);
    return () => {
      isCurrent = false;
      stop();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [id]);
  return state;
}
