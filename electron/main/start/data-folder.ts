import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything that is kept on this laptop; the IndexedDB of the window lies in `root` as well. */
export type DataFolder = {
  root: string;
  backups: string;
  journal: string;
  logs: string;
  /** Made with the first picture. */
  pictures: string;
  /** Made with the first file of the asset box. */
  assets: string;
  settingsFile: string;
};

export type DataFolderResult =
  | { ok: true; folder: DataFolder }
  | { ok: false; root: string; reason: string };

/** Creates what is missing and proves that the folder takes files, before Chromium needs it. */
export function prepareDataFolder(root: string): DataFolderResult {
  const folder: DataFolder = {
    root,
    backups: join(root, 'backups'),
    journal: join(root, 'journal'),
    logs: join(root, 'logs'),
    pictures: join(root, 'pictures'),
    assets: join(root, 'assets'),
    settingsFile: join(root, 'settings.json'),
  };
  try {
    for (const path of [folder.backups, folder.journal, folder.logs]) {
      mkdirSync(path, { recursive: true });
      const probe = join(path, `.probe-${process.pid}`);
      writeFileSync(probe, '');
      rmSync(probe);
    }
    const probe = join(root, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    return { ok: false, root, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' };
  }
  return { ok: true, folder };
}

/** Remembers another place for the data; it lies beside the default folder, which may be read-only. */
const LOCATION_FILE = 'qunduo-location.json';

export type RootChoice = { root: string; isExplicit: boolean };

/** `--user-data-dir` wins, then the folder chosen after a failed start, then the system's default. */
export function chooseRoot(switchValue: string, appDataFolder: string): RootChoice {
  if (switchValue !== '') return { root: resolve(switchValue), isExplicit: true };
  return {
    root: readChosenRoot(appDataFolder) ?? join(appDataFolder, 'Qunduo'),
    isExplicit: false,
  };
}

function readChosenRoot(appDataFolder: string): string | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(appDataFolder, LOCATION_FILE), 'utf8'));
    const folder = (parsed as { folder?: unknown } | null)?.folder;
    return typeof folder === 'string' && folder !== '' ? folder : null;
  } catch {
    return null;
  }
}

/** False when it could not be remembered: the choice then holds for this start only. */
export function rememberRoot(appDataFolder: string, folder: string): boolean {
  try {
    mkdirSync(appDataFolder, { recursive: true });
    writeFileSync(join(appDataFolder, LOCATION_FILE), JSON.stringify({ folder }));
    return true;
  } catch {
    return false;
  }
}

/** The same command line with another data folder, for the restart after choosing one. */
export function replaceRootArgument(argv: readonly string[], folder: string): string[] {
  const kept: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i] ?? '';
    if (argument === '--user-data-dir') i += 1;
    else if (!argument.startsWith('--user-data-dir=')) kept.push(argument);
  }
  return [...kept, `--user-data-dir=${folder}`];
}
