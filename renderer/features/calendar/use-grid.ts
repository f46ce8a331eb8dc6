import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { type Week, weekOf } from '@shared/domain/calendar/week.rules';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { GridApi } from './grid-context';
import type { ItemActions } from './use-item-actions';

type GridInput = {
  week: Week;
  today: string;
  goTo: (day: string) => void;
  actions: ItemActions;
  columnNames: ReadonlyMap<string, string>;
  crowdedKeys: ReadonlySet<string>;
};

/** Focus, the cell being written in, and the open item of the grid on screen. */
export function useGridState(input: GridInput): {
  api: GridApi;
  gridRef: RefObject<HTMLDivElement | null>;
  openId: string | null;
  close: () => void;
} {
  const { week, today, goTo, actions, columnNames, crowdedKeys } = input;
  const gridRef = useRef<HTMLDivElement>(null);
  const firstDay = week.days.includes(today) ? today : week.monday;
  const [active, setActive] = useState<Cell>({ date: firstDay, slot: 'morning' });
  const [addingKey, setAddingKey] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);

  // A cell of another week is on screen only after that week is drawn.
  useEffect(() => {
    if (wanted.current === null) return;
    const cell = gridRef.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus();
  });

  const focusCell = (cell: Cell) => {
    wanted.current = cellKey(cell);
    setActive({ date: cell.date, slot: cell.slot });
    if (weekOf(cell.date).monday !== week.monday) goTo(cell.date);
  };
  const activeDay = week.days.includes(active.date) ? active.date : firstDay;

  const api: GridApi = {
    activeKey: cellKey({ date: activeDay, slot: active.slot }),
    addingKey,
    openId,
    columnNames,
    crowdedKeys,
    focusCell,
    markActive: ({ date, slot }) => setActive({ date, slot }),
    startAdding: (cell) => setAddingKey(cellKey(cell)),
    stopAdding: (cell) => {
      setAddingKey(null);
      focusCell(cell);
    },
    add: actions.add,
    open: (item) => setOpenId(item.id),
    remove: (item) => {
      if (openId === item.id) setOpenId(null);
      focusCell(item);
      void actions.remove(item);
    },
    copy: actions.copy,
    paste: (cell) => void actions.paste(cell),
  };
  const close = () => {
    const item = gridRef.current?.querySelector<HTMLElement>(`[data-item-id="${openId}"]`);
    setOpenId(null);
    item?.focus();
  };
  return { api, gridRef, openId, close };
}

/** The names under which items show their columns. */
export function useColumnNames(
  columns: readonly { id: string; name: string }[],
): ReadonlyMap<string, string> {
  return useMemo(() => new Map(columns.map(({ id, name }) => [id, name])), [columns]);
}

/** The item that is open, as it is now; none once it was deleted. */
export function findItem(items: readonly ContentItem[], id: string | null) {
  return id === null ? undefined : items.find((item) => item.id === id);
}
