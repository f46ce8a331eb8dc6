import { useEffect, useRef } from 'react';
import { useMessages } from '@/app/i18n/messages';
import { useFormat } from '@/app/use-format';
import { assetsMessages } from '../assets.messages';
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

/** What a pasted screenshot is called: by the moment, without the signs that file names may not hold. */
export function useNameOfPasted(): () => string {
  const t = useMessages(assetsMessages);
  const format = useFormat();
  return () => t('pastedName', { when: format.dateTime(Date.now()).replaceAll(':', '.') });
}
