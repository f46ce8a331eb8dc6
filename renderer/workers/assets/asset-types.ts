import type { Asset, AssetKind } from '@shared/domain/assets/asset.schema';
import type { AssetUse } from '@shared/domain/assets/asset-use.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import type { LibraryEntry, LibraryKind } from '@shared/domain/library/library-entry.schema';

export type AssetQuestion = {
  /** Name or tag: as written, by pinyin or by initials. */
  text?: string;
  kinds?: readonly AssetKind[];
  tag?: string;
  isArchived: boolean;
};

export type AssetLine = Asset & { use: AssetUse };

export type AssetList = {
  /** Newest first. */
  lines: AssetLine[];
  /** Of all files, archived or not. */
  counts: { inUse: number; archived: number };
  /** Every tag, the most used first. */
  tags: { tag: string; count: number }[];
};

type PlaceItem = Pick<ContentItem, 'id' | 'title' | 'date' | 'slot' | 'status'>;

/** Where a file is used now. */
export type AssetPlaces = {
  /** Newest first. */
  items: PlaceItem[];
  groups: string[];
  characters: string[];
  experiments: string[];
  entryCount: number;
};

export type LibraryQuestion = {
  kinds?: readonly LibraryKind[];
  text?: string;
  isArchived: boolean;
};

export type LibraryLine = LibraryEntry & { useCount: number };

export type LibraryList = {
  /** Newest first. */
  lines: LibraryLine[];
  counts: Record<LibraryKind, number>;
  archived: number;
};
