import { extname } from 'node:path';
import { PACK_EXTENSION } from '@shared/sync/pack/pack-extension';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { toPlainFileName } from '../files/path-guard';
import { type Language, type NativeMessage, say } from './native.messages';

export type PickKind = 'sheet' | 'backup' | 'asset' | 'pack';

const SHEET_EXTENSIONS = ['xlsx', 'xls', 'xlsb', 'xlsm', 'ods', 'csv', 'tsv', 'txt'];

/** The dialogs are called on `dialog` at the time of use, so that a test can replace them. */
export async function askForFiles(
  window: BrowserWindow,
  language: Language,
  kind: PickKind,
  isMultiple: boolean,
): Promise<string[]> {
  const all = { name: say(language, 'filterAll'), extensions: ['*'] };
  const known: Record<PickKind, FileFilter[]> = {
    sheet: [{ name: say(language, 'filterSheet'), extensions: SHEET_EXTENSIONS }],
    backup: [{ name: say(language, 'filterBackup'), extensions: ['qdb'] }],
    pack: [{ name: say(language, 'filterPack'), extensions: [PACK_EXTENSION] }],
    // Anything may be of use; what it is, its bytes say.
    asset: [],
  };
  const answer = await dialog.showOpenDialog(window, {
    properties: isMultiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [...known[kind], all],
  });
  return answer.canceled ? [] : answer.filePaths;
}

/** Null when the user changed their mind. */
export async function askWhereToSave(
  window: BrowserWindow,
  language: Language,
  suggestedName: string,
): Promise<string | null> {
  const defaultPath = toPlainFileName(suggestedName, say(language, 'appName'));
  const extension = extname(defaultPath).slice(1);
  const all = { name: say(language, 'filterAll'), extensions: ['*'] };
  const answer = await dialog.showSaveDialog(window, {
    defaultPath,
    filters:
      extension === '' ? [all] : [{ name: extension.toUpperCase(), extensions: [extension] }, all],
  });
  return answer.canceled || !answer.filePath ? null : answer.filePath;
}

/** Null when the user changed their mind. */
export async function askForFolder(
  window: BrowserWindow,
  language: Language,
  title: NativeMessage = 'choosePictureFolder',
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title: say(language, title),
    properties: ['openDirectory', 'createDirectory'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
