import { useCallback, useMemo, useRef, useState } from 'react';
import type { TableSelection } from './table-types';

type SelectionOptions = {
  total: number;
  /** Id of the row at an index, if it is known. */
  idAt: (index: number) => string | undefined;
  /** Ids of all rows of the list, also those that were never in view. */
  allIds: () => Promise<string[]>;
  labels: TableSelection['labels'];
  onError: (error: unknown) => void;
};

/** Which rows are ticked, by id; it survives sorting, scrolling and filtering. */
export function useSelection(options: SelectionOptions) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<number | undefined>(undefined);
  const latest = useRef(options);
  latest.current = options;
  const { total, labels } = options;

  const toggle = useCallback((id: string, index: number, isRange: boolean) => {
    const from = isRange ? anchor.current : undefined;
    anchor.current = index;
    setIds((before) => {
      const next = new Set(before);
      const isOn = !before.has(id);
      const start = Math.min(index, from ?? index);
      for (let i = start; i <= Math.max(index, from ?? index); i += 1) {
        const each = i === index ? id : latest.current.idAt(i);
        if (each === undefined) continue;
        if (isOn) next.add(each);
        else next.delete(each);
      }
      return next;
    });
  }, []);
  const clear = useCallback(() => setIds(new Set()), []);
  const toggleAll = useCallback(() => {
    if (ids.size > 0) {
      clear();
      return;
    }
    const { allIds, onError } = latest.current;
    allIds().then((all) => setIds(new Set(all)), onError);
  }, [ids, clear]);

  const selection = useMemo<TableSelection>(
    () => ({
      has: (id) => ids.has(id),
      toggle,
      toggleAll,
      state: ids.size === 0 ? 'none' : ids.size >= total ? 'all' : 'some',
      labels,
    }),
    [ids, total, toggle, toggleAll, labels],
  );
  return { selection, ids, clear };
}
