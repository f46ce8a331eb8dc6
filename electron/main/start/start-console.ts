import { join } from 'node:path';
import { app, dialog, Menu, nativeTheme, session } from 'electron';
import { catchProcessErrors, createCrashSink } from '../crash/process-errors';
import { readSettingsFile } from '../files/settings-file';
import { describeError, log } from '../log';
import { say } from '../native/native.messages';
import { prepareAppProtocol } from '../protocol';
import { guardAllContents, guardSession } from '../security/guards';
import { focusConsole, openMainWindow } from '../shell/window';
import type { Backstage } from './backstage';
import type { DataFolder } from './data-folder';
import { describeRuntime } from './runtime';

const TITLE = `${say('zh-CN', 'appName')} ${say('en', 'appName')}`;
/** Chromium's code for a load that another one, or a guard, has stopped. */
const ABORTED = -3;

/** As in electron-builder.yml; Windows files notifications and the task bar under it. */
const APP_ID = 'io.qunduo.console';

/** No server is spoken to yet; a team's hub will be added here by its origin. */
const allowedOrigins = (): string[] => [];

/** The path to the first paint, and nothing that can wait: the rest is loaded behind the window. */
export function startConsole(folder: DataFolder): void {
  const { raw, quarantinedAs } = readSettingsFile(folder.settingsFile, Date.now());
  if (quarantinedAs !== null) log.warn('settings-quarantined');
  if (raw.theme === 'light' || raw.theme === 'dark') nativeTheme.themeSource = raw.theme;
  Menu.setApplicationMenu(null);
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
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

  app.on('second-instance', focusConsole);
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(async () => {
      guardSession(session.defaultSession, allowedOrigins);
      serveApp();
      const window = openMainWindow({
        title: TITLE,
        savedState: raw.window,
        area: app.commandLine.getSwitchValue('open'),
        preload: join(__dirname, '..', 'preload', 'preload.cjs'),
      });
      window.webContents.on('did-fail-load', (_event, code, why, _url, isMainFrame) => {
        if (!isMainFrame || code === ABORTED) return;
        const details = `${code} ${why}`;
        const report = sink.record({ kind: 'page-missing', details });
        void showFatal(report, raw.language, folder.backups).finally(() => window.destroy());
      });
      (await goBackstage()).startServices(window);
    })
    .catch((error: unknown) => {
      const details = describeError(error);
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
