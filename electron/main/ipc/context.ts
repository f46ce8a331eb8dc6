import type { BrowserWindow } from 'electron';
import type { Language } from '../native/native.messages';

/** What handlers need of the running program. */
export type ShellContext = {
  window: BrowserWindow;
  readLanguage: () => Language;
};
