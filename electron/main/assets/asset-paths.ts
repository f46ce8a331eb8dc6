import { join } from 'node:path';

export const ASSET_ID = /^[0-9a-f]{64}$/;

/** Ids come from the window: one that is no hash would lead out of the box. */
function checked(id: string): string {
  if (!ASSET_ID.test(id)) throw new Error('not the id of an asset');
  return id;
}

/** `<folder>/<first two digits>/<hash>`, so that no folder grows too long to list. */
export const pathOfAsset = (folder: string, id: string): string =>
  join(folder, checked(id).slice(0, 2), id);

export const pathOfThumbnail = (folder: string, id: string): string =>
  join(folder, 'thumbnails', checked(id).slice(0, 2), id);
