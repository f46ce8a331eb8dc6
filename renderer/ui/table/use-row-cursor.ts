import { type KeyboardEvent, useState } from 'react';

type RowCursorOptions = {
  count: number;
  pageRows: number;
  scrollTo: (index: number) => void;
  onEnter: (index: number) => void;
  onMove: (index: number) => void;
  onSpace: (index: number) => void;
  onSelectAll?: (() => void) | undefined;
};

/** The row that the keyboard is on. */
export function useRowCursor(options: RowCursorOptions) {
  const { count, pageRows } = options;
  const [index, setIndex] = useState<number>();

  function go(to: number) {
    const next = Math.max(0, Math.min(count - 1, to));
    setIndex(next);
    options.scrollTo(next);
    options.onMove(next);
  }

  function act(key: string): boolean {
    if (key === 'Enter' || key === ' ') {
      if (index === undefined) return false;
      if (key === 'Enter') options.onEnter(index);
      else options.onSpace(index);
      return true;
    }
    const to = target(key, index, count, pageRows);
    if (to === undefined) return false;
    go(to);
    return true;
  }

  function onKeyDown(event: KeyboardEvent) {
    // Keys inside a cell's own control belong to it.
    if (event.target !== event.currentTarget || event.altKey || count === 0) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      if (!options.onSelectAll) return;
      options.onSelectAll();
      event.preventDefault();
      return;
    }
    if (!event.ctrlKey && !event.metaKey && act(event.key)) event.preventDefault();
  }

  return { index, onKeyDown, moveTo: setIndex, forget: () => setIndex(undefined) };
}

function target(
  key: string,
  index: number | undefined,
  count: number,
  pageRows: number,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return index === undefined ? 0 : index + 1;
    case 'ArrowUp':
      return (index ?? 0) - 1;
    case 'PageDown':
      return (index ?? 0) + pageRows;
    case 'PageUp':
      return (index ?? 0) - pageRows;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
