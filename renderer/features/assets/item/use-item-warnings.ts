import type { Asset } from '@shared/domain/assets/asset.schema';
import { type AssetWarning, assetWarnings } from '@shared/domain/assets/asset-use.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMemo } from 'react';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useMissing } from '../files/use-missing';
import { type AssetById, useAssetsById } from '../use-assets';

type ItemOfAssets = Pick<ContentItem, 'id' | 'date' | 'groupIds' | 'assetIds'>;

export type ItemAsset = AssetById & { warnings: AssetWarning[] };

const NONE: readonly Asset[] = [];

/**
 * The files of an item in their order, each with what speaks against sending it; `undefined` until
 * they are known.
 */
export function useItemAssets(item: ItemOfAssets): ItemAsset[] | undefined {
  const { assetIds = [] } = item;
  const found = useAssetsById(assetIds);
  const known = useMemo(
    () => found?.flatMap(({ asset }) => (asset ? [asset] : [])) ?? NONE,
    [found],
  );
  const missing = useMissing(known);
  const key = assetIds.join();
  const sends = useAnswer(key === '' ? undefined : key, () =>
    dataWorker().assets.sendsOf([...assetIds]),
  );
  return found?.map(({ id, asset }) => ({
    id,
    asset,
    warnings: asset ? assetWarnings(asset, item, sends ?? [], missing.has(id)) : [],
  }));
}
