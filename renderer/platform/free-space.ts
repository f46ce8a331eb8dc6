import { useEffect, useState } from 'react';
import { bridge } from './bridge';
import { reportError } from './log';

/** Room on the disk of the data folder, asked once; `undefined` until it is known. */
export function useFreeBytes(): number | undefined {
  const [freeBytes, setFreeBytes] = useState<number>();
  useEffect(() => {
    bridge
      .freeSpace()
      .then((space) => setFreeBytes(space.freeBytes))
      .catch((error: unknown) => reportError('rejection', error));
  }, []);
  return freeBytes;
}
