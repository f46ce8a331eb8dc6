import type { Launch } from '@shared/contracts/ipc';
import type { BrowserWindow } from 'electron';
import type { CrashSink } from '../crash/process-errors';
import type { RawSettings } from '../files/settings-file';
import { createSettingsStore } from '../files/settings-store';
import type { DataFolder } from './data-folder';
import { describeLaunch } from './launch';
import { findProcessStartMs } from './process-start';
import { startServices } from './services';

export type BackstageParts = {
  folder: DataFolder;
  rawSettings: RawSettings;
  appVersion: string;
  creationTimeMs: number | null;
  sink: CrashSink;
};

export type Backstage = {
  /** What the page is told; asked again at every load. */
  describeNow: () => Launch;
  startServices: (window: BrowserWindow) => void;
};

/** All that is loaded only after the window has been made. */
export function openBackstage(parts: BackstageParts): Backstage {
  const settings = createSettingsStore(parts.folder.settingsFile, parts.rawSettings);
  let previousCrash: string | undefined;
  const describeNow = () =>
    describeLaunch({
      settings: settings.read(),
      environment: process.env,
      electronVersion: process.versions.electron,
      appVersion: parts.appVersion,
      dataFolder: parts.folder.root,
      previousCrash,
    });
  return {
    describeNow,
    startServices: (window) =>
      startServices(window, {
        folder: parts.folder,
        settings,
        sink: parts.sink,
        processStartMs: findProcessStartMs(Date.now(), parts.creationTimeMs),
        describeNow,
        rememberCrash: (kind) => {
          previousCrash = kind;
        },
      }),
  };
}
