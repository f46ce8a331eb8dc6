import { useEffect, useState } from 'react';
import { problemText } from '@/app/feedback';
import { bridge } from '@/platform/bridge';

export type PictureState =
  | { kind: 'loading' }
  | { kind: 'shown'; url: string }
  | { kind: 'elsewhere' }
  | { kind: 'refused'; why: string };

/** The picture as an address for an image, for as long as it is on screen. */
export function usePicture(id: string): PictureState {
  const [state, setState] = useState<PictureState>({ kind: 'loading' });
  useEffect(() => {
    let url: string | undefined;
    let isCurrent = true;
    bridge.readPicture(id).then(
      (picture) => {
        if (!isCurrent) return;
        if (!picture) return setState({ kind: 'elsewhere' });
        url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mimeType }));
        setState({ kind: 'shown', url });
      },
      (error: unknown) => isCurrent && setState({ kind: 'refused', why: problemText(error) }),
    );
    return () => {
      isCurrent = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [id]);
  return state;
}

let protection: Promise<'keychain' | 'file'> | undefined;

/** Whether this computer has a keychain; asked once. */
export function useHasKeychain(): boolean | undefined {
  const [has, setHas] = useState<boolean>();
  useEffect(() => {
    protection ??= bridge.readPictureProtection();
    protection.then(
      (how) => setHas(how === 'keychain'),
      () => undefined,
    );
  }, []);
  return has;
}
