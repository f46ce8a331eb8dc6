import { app, type BrowserWindow } from 'electron';

/** So long the window may take to make its pending work durable. */
const FLUSH_LIMIT_MS = 5_000;

export type QuitFlow = {
  /** The window has flushed. */
  confirm: () => void;
  relaunch: () => void;
  /** The window is beyond asking: it crashed, or never came up. */
  closeNow: () => void;
};

/** Every way of closing asks the window first, once, and never waits for long. */
export function createQuitFlow(
  window: BrowserWindow,
  askToFlush: () => void,
  saveWindowState: () => Promise<unknown>,
): QuitFlow {
  let isAsked = false;
  let isLoaded = false;
  let timer: NodeJS.Timeout | undefined;

  function closeNow(): void {
    clearTimeout(timer);
    if (!window.isDestroyed()) window.destroy();
  }

  async function finish(): Promise<void> {
    await saveWindowState().catch(() => undefined);
    closeNow();
  }

  window.webContents.on('did-finish-load', () => {
    isLoaded = true;
  });
  window.webContents.on('render-process-gone', () => {
    isLoaded = false;
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (isAsked) return;
    isAsked = true;
    if (!isLoaded || window.webContents.isCrashed()) {
      void finish();
      return;
    }
    timer = setTimeout(() => void finish(), FLUSH_LIMIT_MS);
    askToFlush();
  });

  return {
    confirm: () => void finish(),
    relaunch: () => {
      app.relaunch();
      window.close();
    },
    closeNow,
  };
}
