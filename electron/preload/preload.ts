import type { IpcEvents, RawBridge } from '@shared/contracts/ipc';
import { IPC_DOOR, IPC_EVENTS } from '@shared/contracts/ipc-door';
import { contextBridge, ipcRenderer } from 'electron';

/** Answers arrive as envelopes; `renderer/platform` opens them. */
const call =
  (name: string) =>
  (...args: unknown[]) =>
    ipcRenderer.invoke(IPC_DOOR, name, args);

/** Never hands the event object on: it carries the sender. */
const subscribe = (name: keyof IpcEvents) => (listener: (...args: never[]) => void) => {
  const forward = (_event: unknown, eventName: unknown, ...args: unknown[]) => {
    if (eventName === name) listener(...(args as never[]));
  };
  ipcRenderer.on(IPC_EVENTS, forward);
  return () => {
    ipcRenderer.removeListener(IPC_EVENTS, forward);
  };
};

const bridge: RawBridge = {
  writeSettings: call('writeSettings'),
  rememberSecret: call('rememberSecret'),
  recallSecret: call('recallSecret'),
  forgetSecret: call('forgetSecret'),
  reportPhase: call('reportPhase'),
  reportProblem: call('reportProblem'),
  pickFiles: call('pickFiles'),
  readPickedFile: call('readPickedFile'),
  saveFile: call('saveFile'),
  readPackKey: call('readPackKey'),
  signPack: call('signPack'),
  readJournalState: call('readJournalState'),
  appendJournal: call('appendJournal'),
  beginJournalFrame: call('beginJournalFrame'),
  writeJournalBlock: call('writeJournalBlock'),
  finishJournalFrame: call('finishJournalFrame'),
  abortJournalFrame: call('abortJournalFrame'),
  readJournal: call('readJournal'),
  retireJournal: call('retireJournal'),
  forgetJournal: call('forgetJournal'),
  readErasures: call('readErasures'),
  keepErasures: call('keepErasures'),
  listBackups: call('listBackups'),
  beginBackup: call('beginBackup'),
  writeBackup: call('writeBackup'),
  finishBackup: call('finishBackup'),
  abortBackup: call('abortBackup'),
  openBackup: call('openBackup'),
  readBackup: call('readBackup'),
  closeBackup: call('closeBackup'),
  exportBackup: call('exportBackup'),
  showBackupFolder: call('showBackupFolder'),
  preparePrint: call('preparePrint'),
  printToPdf: call('printToPdf'),
  printOnPaper: call('printOnPaper'),
  savePosters: call('savePosters'),
  drawPoster: call('drawPoster'),
  keepPicture: call('keepPicture'),
  readPicture: call('readPicture'),
  removePicture: call('removePicture'),
  removeOtherPictures: call('removeOtherPictures'),
  readPictureProtection: call('readPictureProtection'),
  keepPickedAsset: call('keepPickedAsset'),
  beginAsset: call('beginAsset'),
  writeAsset: call('writeAsset'),
  finishAsset: call('finishAsset'),
  abortAsset: call('abortAsset'),
  findAssetsInFolder: call('findAssetsInFolder'),
  showAssetFolder: call('showAssetFolder'),
  findMissingAssets: call('findMissingAssets'),
  readAssetPicture: call('readAssetPicture'),
  readAssetThumbnail: call('readAssetThumbnail'),
  keepAssetThumbnail: call('keepAssetThumbnail'),
  saveAssetAs: call('saveAssetAs'),
  showAssetInFolder: call('showAssetInFolder'),
  removeOtherAssets: call('removeOtherAssets'),
  readHubLink: call('readHubLink'),
  joinHub: call('joinHub'),
  askHub: call('askHub'),
  openHubBell: call('openHubBell'),
  forgetHub: call('forgetHub'),
  readHostedHub: call('readHostedHub'),
  hostHub: call('hostHub'),
  inviteHostOwner: call('inviteHostOwner'),
  stopHostedHub: call('stopHostedHub'),
  openExternal: call('openExternal'),
  freeSpace: call('freeSpace'),
  relaunch: call('relaunch'),
  confirmQuit: call('confirmQuit'),
  onMenuCommand: subscribe('onMenuCommand'),
  onBeforeQuit: subscribe('onBeforeQuit'),
  onHubBell: subscribe('onHubBell'),
  onHubLine: subscribe('onHubLine'),
  onHostedHub: subscribe('onHostedHub'),
};

contextBridge.exposeInMainWorld('qunduo', bridge);
