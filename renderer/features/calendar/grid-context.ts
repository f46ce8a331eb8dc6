import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { createContext, type RefObject, useContext } from 'react';
import type { PlanView } from './views/plan-address';

/** How somebody clicked or moved: alone, adding one, or drawing a stretch. */
export type PickHow = 'alone' | 'toggle' | 'stretch';

/** What the cells and items of the grid can do and need to know. */
export type GridApi = {
  view: PlanView;
  gridRef: RefObject<HTMLDivElement | null>;
  /** The cell that Tab leads to; arrows carry it along. */
  activeKey: string;
  addingKey: string | null;
  renamingId: string | null;
  openId: string | null;
  selected: ReadonlySet<string>;
  /** Taken up by Ctrl+X, until they are put down. */
  cutIds: ReadonlySet<string>;
  crowdedKeys: ReadonlySet<string>;
  /** The next cell in the direction of an arrow key, in the view on screen. */
  step: (cell: Cell, key: string) => Cell | undefined;
  /** Focuses a cell, turning to its page when it lies on another. */
  focusCell: (cell: Cell) => void;
  /** Focus came into a cell by itself (a click, Tab). */
  markActive: (cell: Cell) => void;
  showDay: (day: string) => void;
  showWeek: (day: string) => void;
  startAdding: (cell: Cell) => void;
  stopAdding: (cell: Cell) => void;
  /** Resolves false when the title was refused and the input should stay. */
  add: (cell: Cell, title: string) => Promise<boolean>;
  startRenaming: (item: ContentItem) => void;
  stopRenaming: (item: ContentItem) => void;
  rename: (item: ContentItem, title: string) => Promise<boolean>;
  /** `isWriting` leads the focus into the title. */
  open: (item: ContentItem, isWriting?: boolean) => void;
  pick: (item: ContentItem, how: PickHow) => void;
  /** Draws the selection on to the item before (-1) or after (1). */
  stretch: (item: ContentItem, step: -1 | 1) => void;
  chooseAll: () => void;
  clear: () => void;
  /** These mean the whole selection where the item belongs to it. */
  remove: (item: ContentItem) => void;
  copy: (item: ContentItem) => void;
  cut: (item: ContentItem) => void;
  paste: (target: { date: string; slot?: Cell['slot'] }) => void;
};

export const GridContext = createContext<GridApi | null>(null);

export function useGrid(): GridApi {
  const grid = useContext(GridContext);
  if (!grid) throw new Error('a cell outside of its grid');
  return grid;
}

/** The handle under which checks and styles find a cell. */
export const cellTestId = (cell: Cell) => `cal-${cellKey(cell)}`;
