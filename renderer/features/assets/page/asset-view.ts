import type { AssetKind } from '@shared/domain/assets/asset.schema';

export type AssetView = {
  text: string;
  kinds: readonly AssetKind[];
  tag: string | undefined;
  isArchived: boolean;
  isOnlyMissing: boolean;
};

export const WHOLE_VIEW: AssetView = {
  text: '',
  kinds: [],
  tag: undefined,
  isArchived: false,
  isOnlyMissing: false,
};

export const isFiltered = ({ text, kinds, tag, isArchived, isOnlyMissing }: AssetView): boolean =>
  text.trim() !== '' || kinds.length > 0 || tag !== undefined || isArchived || isOnlyMissing;
