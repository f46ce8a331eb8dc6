import type { ColumnChoice } from '@shared/domain/calendar/column.schema';
import type { ContentColumn, ContentItem } from '@shared/domain/calendar/content.schema';
import type { Character } from '@shared/domain/content-results/character.schema';
import type { Group } from '@shared/domain/groups/group.schema';
import { createContext, useContext } from 'react';
import type { ItemWriting } from './use-item-draft';

/** What the sections of the open item share. */
export type PanelApi = ItemWriting & {
  columns: readonly ColumnChoice[];
  /** The leader's own columns and editions, by id: their voice, form and speaker. */
  columnRows: ReadonlyMap<string, ContentColumn>;
  groups: readonly Group[];
  characters: readonly Character[];
  /** Who is written on items so far, to choose from. */
  owners: readonly string[];
  /** The title takes the focus when the panel opens. */
  isWriting: boolean;
  onDuplicate: (item: ContentItem) => void;
  onRemove: (item: ContentItem) => void;
};

export const PanelContext = createContext<PanelApi | null>(null);

export function usePanel(): PanelApi {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('a section outside of its panel');
  return panel;
}
