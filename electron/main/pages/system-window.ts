import { BrowserWindow } from 'electron';
import { guardWindowOptions } from '../security/web-preferences';
import { pickBackground } from '../shell/window';
import { addMemoryPage, removeMemoryPage } from './memory-pages';
import { readAction } from './system-page';

export type SystemWindowParts = {
  title: string;
  html: string;
  /** By the name of the button; the page stays open unless the action closes it. */
  actions: Record<string, () => void>;
};

/** A small window of its own for what must be said when the console itself cannot say it. */
export function openSystemWindow({ title, html, actions }: SystemWindowParts): BrowserWindow {
  const window = new BrowserWindow(
    guardWindowOptions({
      width: 720,
      height: 660,
      show: false,
      title,
      backgroundColor: pickBackground(),
      autoHideMenuBar: true,
      webPreferences: { devTools: false },
    }),
  );
  showSystemPage(window, html);
  window.webContents.on('did-navigate-in-page', (_event, url) => {
    const action = readAction(url);
    if (action !== null) actions[action]?.();
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

export function showSystemPage(window: BrowserWindow, html: string): void {
  const url = addMemoryPage('system', html);
  window.webContents.once('did-finish-load', () => removeMemoryPage(url));
  window.loadURL(url).catch(() => undefined);
}
