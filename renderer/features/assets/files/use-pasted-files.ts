import { useEffect, useRef } from 'react';
import { type Source, sourceOf } from './keep-file';

/** Screenshots have no name of their own: browsers call every one of them so. */
const NAMELESS = /^image\.\w+$/;

/** Files in the clipboard, wherever the focus is; text that is pasted goes where it was meant to. */
export function usePastedFiles(
  isOn: boolean,
  nameOf: () => string,
  onFiles: (sources: Source[]) => void,
): void {
  const latest = useRef({ nameOf, onFiles });
  latest.current = { nameOf, onFiles };
  useEffect(() => {
    if (!isOn) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      const named = latest.current;
      named.onFiles(
        files.map((file) => sourceOf(file, NAMELESS.test(file.name) ? named.nameOf() : file.name)),
      );
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isOn]);
}
