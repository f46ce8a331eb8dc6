import { app, type BrowserWindow, clipboard, shell } from 'electron';
import { type Language, say } from '../native/native.messages';
import { renderSystemPage } from '../pages/system-page';
import { openSystemWindow } from '../pages/system-window';

export type CrashScreenParts = { language: Language; report: string; backupFolder: string };

/** Shown when reloading did not help: the way to the backups, a restart, details without names. */
export function showCrashScreen({
  language,
  report,
  backupFolder,
}: CrashScreenParts): BrowserWindow {
  const html = renderSystemPage(say(language, 'crashTitle'), [
    {
      lang: language,
      heading: say(language, 'crashTitle'),
      blocks: [
        { kind: 'text', text: say(language, 'crashWhy') },
        { kind: 'text', text: say(language, 'crashDo') },
        { kind: 'path', text: backupFolder },
        { kind: 'details', text: report },
      ],
      buttons: [
        { action: 'restart', label: say(language, 'buttonRestart'), isPrimary: true },
        { action: 'backups', label: say(language, 'buttonBackupFolder') },
        { action: 'copy', label: say(language, 'buttonCopyDetails') },
        { action: 'quit', label: say(language, 'buttonQuit') },
      ],
    },
  ]);
  return openSystemWindow({
    title: say(language, 'appName'),
    html,
    actions: {
      restart: () => {
        app.relaunch();
        app.quit();
      },
      backups: () => void shell.openPath(backupFolder),
      copy: () => clipboard.writeText(report),
      quit: () => app.quit(),
    },
  });
}
