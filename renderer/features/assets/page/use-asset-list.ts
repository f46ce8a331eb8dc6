import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import type { AssetList } from '@/workers/assets/asset-types';
import type { AssetView } from './asset-view';

/** The files that fit, with where they are used, as the data worker tells it. */
export function useAssetList(view: AssetView): AssetList | undefined {
  const { text, kinds, tag, isArchived } = view;
  const question = { text, kinds, isArchived, ...(tag !== undefined && { tag }) };
  return useAnswer(JSON.stringify(question), () => dataWorker().assets.list(question));
}
