import { app, type BrowserWindow, dialog } from 'electron';
import { log } from '../log';
import { type Language, say } from '../native/native.messages';
import { APP_URL } from '../security/origin';
import { showCrashScreen } from './crash-screen';
import type { CrashSink } from './process-errors';
import { mayReload } from './reload.rules';

export type WindowCrashParts = {
  window: BrowserWindow;
  sink: CrashSink;
  backupFolder: string;
  readLanguage: () => Language;
  /** The next load of the page is told why the last one ended. */
  rememberCrash: (kind: string) => void;
  onGone: () => void;
  closeNow: () => void;
};

/** A window that died is loaded again once; if that does not hold, the crash screen takes over. */
export function watchWindow(parts: WindowCrashParts): void {
  const { window, sink } = parts;
  let previousMs: number | null = null;

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    const report = sink.record({ kind: `window-${reason}`, details: `exit code ${exitCode}` });
    parts.onGone();
    const nowMs = Date.now();
    const isReloading = mayReload(nowMs, previousMs);
    previousMs = nowMs;
    parts.rememberCrash(reason);
    // Out of the event first: the contents are still being torn down.
    setImmediate(() => {
      if (window.isDestroyed()) return;
      if (isReloading) {
        window.loadURL(APP_URL).catch(() => undefined);
        return;
      }
      showCrashScreen({
        language: parts.readLanguage(),
        report,
        backupFolder: parts.backupFolder,
      });
      parts.closeNow();
    });
  });

  let isAsking = false;
  window.on('unresponsive', () => {
    if (isAsking) return;
    isAsking = true;
    sink.record({ kind: 'window-unresponsive', details: '' });
    askWhatToDo()
      .catch(() => undefined)
      .finally(() => {
        isAsking = false;
      });
  });

  async function askWhatToDo(): Promise<void> {
    const language = parts.readLanguage();
    const gone = new AbortController();
    window.once('responsive', () => gone.abort());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: say(language, 'appName'),
      message: say(language, 'unresponsiveTitle'),
      detail: say(language, 'unresponsiveDo'),
      buttons: [say(language, 'buttonWait'), say(language, 'buttonReload')],
      defaultId: 0,
      cancelId: 0,
      signal: gone.signal,
    });
    if (response === 1 && !gone.signal.aborted) window.webContents.forcefullyCrashRenderer();
  }
}

/** Other processes of the program (graphics, network) restart by themselves; they are only noted. */
export function watchChildProcesses(): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.warn('process-gone', { type, reason, exitCode });
  });
}
