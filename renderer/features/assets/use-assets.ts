import type { Asset } from '@shared/domain/assets/asset.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** A file of the box; `undefined` while it is looked up, null when the box knows none of this id. */
export function useAsset(id: string | undefined): Asset | null | undefined {
  return useLive(
    async () => (id === undefined ? null : ((await readDb.rows('assets').get(id)) ?? null)),
    [id],
  );
}

export type AssetById = { id: string; asset: Asset | undefined };

/** The same for several, in the order asked for. */
export function useAssetsById(ids: readonly string[]): AssetById[] | undefined {
  return useLive(
    () => Promise.all(ids.map(async (id) => ({ id, asset: await readDb.rows('assets').get(id) }))),
    [ids.join()],
  );
}

/** Names of groups by id. */
export function useGroupNames(): ReadonlyMap<string, string> | undefined {
  return useLive(async () => {
    const groups: Group[] = await readDb.rows('groups').all();
    return new Map(groups.map(({ id, name }) => [id, name]));
  }, []);
}
