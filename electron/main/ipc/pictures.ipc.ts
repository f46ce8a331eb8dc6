import type { PictureVault } from '../vault/picture-vault';
import type { Handlers } from './dispatch';

type PicturesChannel =
  | 'keepPicture'
  | 'readPicture'
  | 'removePicture'
  | 'removeOtherPictures'
  | 'readPictureProtection';

export function createPicturesHandlers(vault: PictureVault): Pick<Handlers, PicturesChannel> {
  return {
    keepPicture: (id, bytes, mimeType) => vault.keep(id, bytes, mimeType),
    readPicture: (id) => vault.read(id),
    removePicture: (id) => vault.remove(id),
    removeOtherPictures: (ids) => vault.removeAllBut(ids),
    readPictureProtection: () => vault.protection(),
  };
}
