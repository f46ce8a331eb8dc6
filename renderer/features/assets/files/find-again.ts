import type { Asset } from '@shared/domain/assets/asset.schema';
import { showDone, showProblem } from '@/app/feedback';
import { translator } from '@/app/i18n/messages';
import { bridge } from '@/platform/bridge';
import { assetsMessages } from '../assets.messages';
import { forgetPictures } from '../thumb/thumbnails';
import { tellFilesChanged } from './file-news';
import { pickSources, type Source } from './keep-file';

const WHOLE = { onBytes: () => undefined, isGivenUp: () => false };

/** Puts a lost file back from where the user still has it; any other file is refused with words. */
export async function findAgain(asset: Pick<Asset, 'id'>, source?: Source): Promise<boolean> {
  try {
    const [file] = source ? [source] : await pickSources(false);
    if (!file) return false;
    await file.keep(WHOLE, asset.id);
    forgetPictures(asset.id);
    tellFilesChanged();
    showDone(translator(assetsMessages)('foundAgain'));
    return true;
  } catch (error) {
    showProblem(error);
    return false;
  }
}

/**
 * Looks through a folder that the user chooses for everything that is missing here: the originals,
 * or the box of another computer.
 */
export async function findAllAgain(missing: readonly Pick<Asset, 'id' | 'bytes'>[]): Promise<void> {
  const t = translator(assetsMessages);
  try {
    const wanted = missing.map(({ id, bytes }) => ({ id, bytes }));
    const answer = await bridge.findAssetsInFolder(wanted);
    if (!answer) return;
    const { found, looked } = answer;
    for (const id of found) forgetPictures(id);
    tellFilesChanged();
    showDone(t('foundInFolder', { n: found.length, total: wanted.length, looked }));
  } catch (error) {
    showProblem(error);
  }
}
