import type { AssetPlaces } from '@/workers/assets/asset-types';

/** Places that a file can be taken out of; what an experiment compared stays as it was. */
export const placeCount = ({ items, groups, characters, entryCount }: AssetPlaces): number =>
  items.length + groups.length + characters.length + entryCount;
