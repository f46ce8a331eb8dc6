import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import { catchProcessErrors, createCrashSink } from '../crash/process-errors';
import { readSettingsFile } from '../files/settings-file';
import { log } from '../log';
import { prepareAppProtocol } from '../protocol';
import { guardAllContents, guardSession } from '../security/guards';
import { focusWindow, openMainWindow } from '../shell/window';
import type { Backstage } from './backstage';
import type { DataFolder } from './data-folder';
import { describeRuntime } from './runtime';

const TITLE = '群舵 Qunduo';

/** No server is spoken to yet; a team's hub will be added here by its origin. */
const allowedOrigins = (): string[] => [];

/** The path to the first paint, and nothing that can wait: the rest is loaded behind the window. */
export function startConsole(folder: DataFolder): void {
  const { raw, quarantinedAs } = readSettingsFile(folder.settingsFile, Date.now());
  if (quarantinedAs !== null) log.warn('settings-quarantined');
  if (raw.theme === 'light' || raw.theme === 'dark') nativeTheme.themeSource = raw.theme;
  Menu.setApplicationMenu(null);
  guardAllContents();

  const sink = createCrashSink(folder.logs, {
    appVersion: app.getVersion(),
    runtime: describeRuntime(process.versions.electron).name,
    platform: `${process.platform} ${process.arch}`,
  });
  catchProcessErrors(sink, (report) => void showFatal(report, raw.language, folder.backups));

  /** Loaded while the page's own process starts: the shapes of the contract cost milliseconds. */
  let backstage: Promise<Backstage> | undefined;
  const goBackstage = () => {
    backstage ??= import('./backstage').then(({ openBackstage }) =>
      openBackstage({
        folder,
        rawSettings: raw,
        appVersion: app.getVersion(),
        creationTimeMs: process.getCreationTime(),
        sink,
      }),
    );
    return backstage;
  };
  const serveApp = prepareAppProtocol({
    rendererFolder: join(__dirname, '..', 'renderer'),
    readIndexValues: async () => ({
      launch: (await goBackstage()).describeNow(),
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  });

  let window: BrowserWindow | null = null;
  app.on('second-instance', () => focusWindow(window));
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(async () => {
      guardSession(session.defaultSession, allowedOrigins);
      serveApp();
      window = openMainWindow({
        title: TITLE,
        savedState: raw.window,
        area: app.commandLine.getSwitchValue('open'),
        preload: join(__dirname, '..', 'preload', 'preload.cjs'),
      });
      (await goBackstage()).startServices(window);
    })
    .catch((error: unknown) => {
      const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
      sink.record({ kind: 'start-failed', details });
      dialog.showErrorBox(TITLE, details);
      app.exit(1);
    });
}

/** Main itself is broken. Before `ready` only the system's plainest box can say so. */
async function showFatal(report: string, language: unknown, backupFolder: string): Promise<void> {
  if (!app.isReady()) {
    dialog.showErrorBox(TITLE, report);
    app.exit(1);
    return;
  }
  const { showCrashScreen } = await import('../crash/crash-screen');
  showCrashScreen({ language: language === 'en' ? 'en' : 'zh-CN', report, backupFolder });
}
