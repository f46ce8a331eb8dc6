import type { ContentItem } from '@shared/domain/calendar/content.schema';
import { useMemo, useRef, useState } from 'react';
import { idsBetween, inReadingOrder } from './selection.rules';

/** Which of the items on screen are chosen together. */
export function useSelection(items: readonly ContentItem[]) {
  const order = useMemo(() => inReadingOrder(items), [items]);
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  /** Where a stretch of items begins. */
  const anchor = useRef<string | undefined>(undefined);
  const chosen = useMemo(() => order.filter(({ id }) => ids.has(id)), [order, ids]);
  const selected = useMemo(() => new Set(chosen.map(({ id }) => id)), [chosen]);
  return {
    order,
    /** In reading order; what is no longer on screen is not among them. */
    chosen,
    selected: selected as ReadonlySet<string>,
    toggle: (id: string) => {
      anchor.current = id;
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    /** Everything from where the stretch begins to this item. */
    stretchTo: (id: string) => {
      anchor.current ??= id;
      setIds(new Set(idsBetween(order, anchor.current, id)));
    },
    /** A stretch will begin here. */
    begin: (id: string) => {
      anchor.current = id;
    },
    choose: (wanted: readonly string[]) => setIds(new Set(wanted)),
    chooseAll: () => setIds(new Set(order.map(({ id }) => id))),
    clear: () => {
      anchor.current = undefined;
      if (ids.size > 0) setIds(new Set());
    },
  };
}
