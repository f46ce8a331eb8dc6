import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { createContext, useContext } from 'react';

/** What the cells and items of the grid can do and need to know. */
export type GridApi = {
  /** The cell that Tab leads to; arrows carry it along. */
  activeKey: string;
  addingKey: string | null;
  openId: string | null;
  columnNames: ReadonlyMap<string, string>;
  crowdedKeys: ReadonlySet<string>;
  /** Focuses a cell, turning to its week when it lies in another. */
  focusCell: (cell: Cell) => void;
  /** Focus came into a cell by itself (a click, Tab). */
  markActive: (cell: Cell) => void;
  startAdding: (cell: Cell) => void;
  stopAdding: (cell: Cell) => void;
  /** Resolves false when the title was refused and the input should stay. */
  add: (cell: Cell, title: string) => Promise<boolean>;
  open: (item: ContentItem) => void;
  remove: (item: ContentItem) => void;
  copy: (item: ContentItem) => void;
  paste: (cell: Cell) => void;
};

export const GridContext = createContext<GridApi | null>(null);

export function useGrid(): GridApi {
  const grid = useContext(GridContext);
  if (!grid) throw new Error('a cell outside of its grid');
  return grid;
}

/** The handle under which checks and styles find a cell. */
export const cellTestId = (cell: Cell) => `cal-${cellKey(cell)}`;
