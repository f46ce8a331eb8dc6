import { promises as fs } from 'node:fs';
import { basename } from 'node:path';
import { shell } from 'electron';
import type { AssetBox } from '../assets/asset-box';
import { searchFolder } from '../assets/folder-search';
import type { PickedFiles } from '../files/picked-files';
import { askForFolder, askWhereToSave } from '../native/dialogs';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

type AssetsChannel =
  | 'keepPickedAsset'
  | 'beginAsset'
  | 'writeAsset'
  | 'finishAsset'
  | 'abortAsset'
  | 'findAssetsInFolder'
  | 'showAssetFolder'
  | 'findMissingAssets'
  | 'readAssetPicture'
  | 'readAssetThumbnail'
  | 'keepAssetThumbnail'
  | 'saveAssetAs'
  | 'showAssetInFolder'
  | 'removeOtherAssets';

export function createAssetsHandlers(
  context: ShellContext,
  box: AssetBox,
  boxFolder: string,
  picked: PickedFiles,
): Pick<Handlers, AssetsChannel> {
  /** Picked files that are being read now. */
  const reading = new Map<string, AbortController>();

  return {
    keepPickedAsset: async (token, expectedId) => {
      const path = picked.locate(token);
      const controller = new AbortController();
      reading.set(token, controller);
      return box
        .addFile(path, expectedId ?? undefined, controller.signal)
        .finally(() => reading.delete(token));
    },
    beginAsset: (name) => box.begin(name),
    writeAsset: (token, chunk) => box.write(token, chunk),
    finishAsset: (token, expectedId) => box.finish(token, expectedId ?? undefined),
    abortAsset: async (token) => {
      reading.get(token)?.abort();
      await box.abort(token);
    },
    findAssetsInFolder: async (wanted) => {
      const folder = await askForFolder(
        context.window,
        context.readLanguage(),
        'chooseOriginalsFolder',
      );
      if (folder === null) return null;
      const { found, looked } = await searchFolder(folder, wanted);
      for (const [id, path] of found) await box.addFile(path, id);
      return { found: [...found.keys()], looked };
    },
    showAssetFolder: async () => {
      await fs.mkdir(boxFolder, { recursive: true, mode: 0o700 });
      await shell.openPath(boxFolder);
    },
    findMissingAssets: (files) => box.findMissing(files),
    readAssetPicture: (id) => box.readPicture(id),
    readAssetThumbnail: (id) => box.readThumbnail(id),
    keepAssetThumbnail: (id, bytes) => box.keepThumbnail(id, bytes),
    saveAssetAs: async (id, name) => {
      const path = await askWhereToSave(context.window, context.readLanguage(), name);
      if (path === null) return { saved: false };
      await box.saveAs(id, path);
      return { saved: true, name: basename(path) };
    },
    showAssetInFolder: async (id, name) => {
      shell.showItemInFolder(await box.copyToShow(id, name));
    },
    removeOtherAssets: (ids) => box.removeAllBut(ids),
  };
}
