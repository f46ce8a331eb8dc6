import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IpcEvents, Launch, Settings } from '@shared/contracts/ipc';
import { IPC_EVENTS } from '@shared/contracts/ipc-door';
import { type BrowserWindow, nativeTheme, shell } from 'electron';
import { type AssetBox, createAssetBox } from '../assets/asset-box';
import { createBackupStore, removeUnfinished } from '../backup/backup-store';
import { createErasureList } from '../backup/erasure-list';
import type { CrashSink } from '../crash/process-errors';
import { watchChildProcesses, watchWindow } from '../crash/window-crash';
import { createPickedFiles } from '../files/picked-files';
import { createSecretStore } from '../files/secret-store';
import type { SettingsStore } from '../files/settings-store';
import type { HubService } from '../hub/hub-service';
import { createAssetsHandlers } from '../ipc/assets.ipc';
import { createBackupHandlers } from '../ipc/backup.ipc';
import { createErasureHandlers } from '../ipc/erasure.ipc';
import { createFilesHandlers } from '../ipc/files.ipc';
import { createHandOffHandlers } from '../ipc/hand-off.ipc';
import { createHubHandlers } from '../ipc/hub.ipc';
import { createJournalHandlers } from '../ipc/journal.ipc';
import { createPicturesHandlers } from '../ipc/pictures.ipc';
import { createPrintHandlers } from '../ipc/print.ipc';
import { registerIpc } from '../ipc/register';
import { createSecretsHandlers } from '../ipc/secrets.ipc';
import { createSettingsHandlers } from '../ipc/settings.ipc';
import { createShellHandlers } from '../ipc/shell.ipc';
import { isTrustedCaller } from '../ipc/trusted-caller';
import { createJournal } from '../journal/journal';
import { log, openLog } from '../log';
import { showAbout } from '../native/about';
import { offerContextMenu } from '../native/context-menu';
import { showMenu } from '../native/menu';
import type { Language } from '../native/native.messages';
import { systemCipher } from '../native/system-cipher';
import { createQuitFlow } from '../shell/quit';
import { pickBackground, readWindowState } from '../shell/window';
import { createPictureVault } from '../vault/picture-vault';
import type { DataFolder } from './data-folder';
import { pickLanguage } from './launch';

export type ServiceParts = {
  folder: DataFolder;
  settings: SettingsStore;
  sink: CrashSink;
  processStartMs: number;
  describeNow: () => Launch;
  rememberCrash: (kind: string) => void;
};

/** Everything behind the window. Started while the page is loading, so that no paint waits for it. */
export function startServices(window: BrowserWindow, parts: ServiceParts): void {
  const { folder, settings, sink } = parts;
  const readLanguage = (): Language => pickLanguage(settings.read(), process.env.QUNDUO_LANG);

  function send<E extends keyof IpcEvents>(event: E, ...args: Parameters<IpcEvents[E]>): void {
    if (!window.isDestroyed()) window.webContents.send(IPC_EVENTS, event, ...args);
  }

  const applyMenu = () =>
    showMenu({
      language: readLanguage(),
      send: (command) => send('onMenuCommand', command),
      showBackups: () => void shell.openPath(folder.backups),
      showAbout: () => void showAbout(window, readLanguage(), parts.describeNow()),
    });

  const applySettings = (changed: Settings) => {
    nativeTheme.themeSource = changed.theme ?? 'system';
    applyMenu();
  };

  // Also when the system goes dark in the evening.
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(pickBackground());
  });

  const journal = createJournal(folder.journal, { logRepair: log.warn });
  const store = createBackupStore(folder.backups);
  const picked = createPickedFiles();
  const assets = createAssetBox(folder.assets);
  const context = { window, readLanguage };
  /** Most consoles speak with no hub, and none does before its window is up. */
  let hub: Promise<HubService> | undefined;
  const openHub = () => {
    hub ??= import('../hub/hub-service').then(({ createHubService }) =>
      createHubService({
        root: folder.root,
        logs: folder.logs,
        distFolder: join(__dirname, '..'),
        cipher: systemCipher,
        send,
        logFailure: log.error,
      }),
    );
    return hub;
  };
  const openPackKey = memoized(async () => {
    const [{ createPackKey }, { createTokenKeeper }] = await Promise.all([
      import('../hand-off/pack-key'),
      import('../hub/token-keeper'),
    ]);
    return createPackKey(createTokenKeeper(join(folder.root, 'hand-off-key.json'), systemCipher));
  });
  const quitFlow = createQuitFlow(
    window,
    () => send('onBeforeQuit'),
    () =>
      Promise.all([
        settings.patchPrivate({ window: readWindowState(window) }),
        hub?.then(({ host }) => host.end()),
      ]),
  );
  const windowIds = new Set([window.webContents.id]);

  registerIpc({
    handlers: {
      ...createSettingsHandlers(settings, applySettings),
      ...createSecretsHandlers(createSecretStore(join(folder.root, 'secrets.json'), systemCipher)),
      ...createShellHandlers(quitFlow, sink, parts.processStartMs),
      ...createFilesHandlers(context, picked, folder.root),
      ...createJournalHandlers(journal),
      ...createBackupHandlers(context, {
        store,
        folder: folder.backups,
        picked,
        journal,
        logFailure: log.error,
      }),
      ...createHubHandlers(openHub),
      ...createHandOffHandlers(openPackKey),
      ...createErasureHandlers(createErasureList(folder.backups)),
      ...createPicturesHandlers(createPictureVault(folder.pictures, systemCipher)),
      ...createAssetsHandlers(context, assets, folder.assets, picked),
      ...createPrintHandlers(context),
    },
    isTrusted: (caller) => isTrustedCaller(caller, windowIds),
    logRefusal: (code, channel) => log.warn(code, { channel }),
    logFailure: (channel, error) => log.error('ipc-failed', error, { channel }),
  });
  // A page that died or was loaded anew finishes nothing of what the one before it began.
  const abandon = () =>
    void Promise.all([store.abandonAll(), assets.abandonAll()]).catch((error) =>
      log.error('abandon', error),
    );
  window.webContents.on('did-navigate', abandon);
  applyMenu();
  offerContextMenu(window, readLanguage);
  watchChildProcesses();
  watchWindow({
    window,
    sink,
    backupFolder: folder.backups,
    readLanguage,
    rememberCrash: parts.rememberCrash,
    onGone: abandon,
    closeNow: quitFlow.closeNow,
  });
  window.once('ready-to-show', () => {
    void startUnhurried(folder, assets);
    void resumeHost(folder, openHub).catch((error) => log.error('resume-host', error));
  });
}

/** Made with the first question for it, and then the same. */
function memoized<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What nobody waits for. */
async function startUnhurried(folder: DataFolder, assets: AssetBox): Promise<void> {
  await openLog(folder.logs);
  const unfinished = await removeUnfinished(folder.backups);
  const halfAssets = await assets.tidy();
  log.info('started', { unfinishedBackups: unfinished, unfinishedAssets: halfAssets });
}

/** A hub that was hosted here goes on; who never hosted one loads nothing of it. */
async function resumeHost(folder: DataFolder, openHub: () => Promise<HubService>): Promise<void> {
  if (!existsSync(join(folder.root, 'hosted-hub.json'))) return;
  await (await openHub()).host.resume();
}
