import { basename } from 'node:path';
import { shell } from 'electron';
import type { AssetBox } from '../assets/asset-box';
import type { PickedFiles } from '../files/picked-files';
import { askWhereToSave } from '../native/dialogs';
import type { ShellContext } from './context';
import type { Handlers } from './dispatch';

type AssetsChannel =
  | 'keepPickedAsset'
  | 'beginAsset'
  | 'writeAsset'
  | 'finishAsset'
  | 'abortAsset'
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
  picked: PickedFiles,
): Pick<Handlers, AssetsChannel> {
  return {
    keepPickedAsset: (token, expectedId) =>
      box.addFile(picked.locate(token), expectedId ?? undefined),
    beginAsset: (name) => box.begin(name),
    writeAsset: (token, chunk) => box.write(token, chunk),
    finishAsset: (token, expectedId) => box.finish(token, expectedId ?? undefined),
    abortAsset: (token) => box.abort(token),
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
