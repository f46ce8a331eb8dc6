import { type Cell, cellKey } from '@shared/domain/calendar/cell.rules';
import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useEffect, useRef, useState } from 'react';
import { stepIn } from './drag/keyboard-steps';
import type { GridApi } from './grid-context';
import { useSelection } from './select/use-selection';
import { useItemClipboard } from './use-clipboard';
import type { ItemActions } from './use-item-actions';
import type { Plan } from './views/use-plan';

type GridInput = {
  plan: Plan;
  today: string;
  /** What is on screen, after the filters. */
  items: readonly ContentItem[];
  actions: ItemActions;
  crowdedKeys: ReadonlySet<string>;
};

/** Focus, the cell being written in, the selection and the open item of the grid on screen. */
export function useGridState(input: GridInput) {
  const { plan, today, items, actions } = input;
  const gridRef = useRef<HTMLDivElement>(null);
  const usualDay = firstDayOf(plan, today);
  const [active, setActive] = useState<Cell>({ date: usualDay, slot: 'morning' });
  const [addingKey, setAddingKey] = useState<string | null>(null);
  const [renamingId, setRenamingId] = useState<string | null>(null);
  const [open, setOpen] = useState<{ id: string; isWriting: boolean } | null>(null);
  const wanted = useRef<string | null>(null);
  const selection = useSelection(items);
  const clipboard = useItemClipboard(actions);

  // A cell of another page is on screen only after that page is drawn.
  useEffect(() => {
    if (wanted.current === null) return;
    const place = gridRef.current?.querySelector<HTMLElement>(wanted.current);
    if (!place) return;
    wanted.current = null;
    place.focus();
  });

  const placeOf = (cell: Cell) =>
    plan.view === 'month' ? `[data-cell="${cell.date}"]` : `[data-cell="${cellKey(cell)}"]`;
  const focusCell = ({ date, slot }: Cell) => {
    wanted.current = placeOf({ date, slot });
    setActive({ date, slot });
    if (!plan.days.includes(date)) plan.goTo(date);
  };
  const focusItem = (id: string) => {
    wanted.current = `[data-item-id="${id}"]`;
    setActive((old) => ({ ...old }));
  };
  const activeDay = plan.days.includes(active.date) ? active.date : usualDay;
  /** What an action on one item means: all that are chosen with it. */
  const meant = (item: ContentItem) =>
    selection.selected.has(item.id) ? selection.chosen : [item];

  const api: GridApi = {
    view: plan.view,
    gridRef,
    activeKey: plan.view === 'month' ? activeDay : cellKey({ date: activeDay, slot: active.slot }),
    addingKey,
    renamingId,
    openId: open?.id ?? null,
    selected: selection.selected,
    cutIds: clipboard.cutIds,
    crowdedKeys: input.crowdedKeys,
    step: stepIn(plan.view),
    focusCell,
    markActive: ({ date, slot }) => setActive({ date, slot }),
    showDay: (day) => plan.goTo(day, 'day'),
    showWeek: (day) => plan.goTo(day, 'week'),
    startAdding: (cell) => setAddingKey(cellKey(cell)),
    stopAdding: (cell) => {
      setAddingKey(null);
      focusCell(cell);
    },
    add: actions.add,
    startRenaming: (item) => setRenamingId(item.id),
    stopRenaming: (item) => {
      setRenamingId(null);
      focusItem(item.id);
    },
    rename: actions.rename,
    open: (item, isWriting = false) => {
      selection.begin(item.id);
      setOpen({ id: item.id, isWriting });
    },
    pick: (item, how) => {
      if (how === 'toggle') selection.toggle(item.id);
      else if (how === 'stretch') selection.stretchTo(item.id);
      else {
        selection.clear();
        selection.begin(item.id);
      }
    },
    stretch: (item, step) => {
      const at = selection.order.findIndex(({ id }) => id === item.id);
      const next = selection.order[at + step];
      if (!next) return;
      if (!selection.selected.has(item.id)) selection.begin(item.id);
      selection.stretchTo(next.id);
      focusItem(next.id);
    },
    chooseAll: selection.chooseAll,
    clear: () => {
      selection.clear();
      clipboard.letGo();
    },
    remove: (item) => {
      const gone = meant(item);
      if (gone.some(({ id }) => id === open?.id)) setOpen(null);
      focusCell(item);
      void actions.remove(gone);
    },
    copy: (item) => clipboard.copy(meant(item)),
    cut: (item) => clipboard.cut(meant(item)),
    paste: (target) => void clipboard.paste(target),
  };
  const close = () => {
    const item = gridRef.current?.querySelector<HTMLElement>(`[data-item-id="${open?.id}"]`);
    setOpen(null);
    item?.focus();
  };
  return { api, selection, open, close, activeDay };
}

/** The day that the focus falls on at first: the address's, or today where a page holds it. */
function firstDayOf({ view, day, days }: Plan, today: string): string {
  if (view === 'day') return day;
  if (view === 'week') return days.includes(today) ? today : (days[0] ?? day);
  return day;
}

/** The item that is open, as it is now; none once it was deleted. */
export function findItem(items: readonly ContentItem[], id: string | null) {
  return id === null ? undefined : items.find((item) => item.id === id);
}
