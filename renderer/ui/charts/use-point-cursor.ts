import { type KeyboardEvent, useState } from 'react';

/** One stop of the Tab key for a row of points; left and right walk, Home and End leap. */
export function usePointCursor(count: number) {
  const [at, setAt] = useState(0);
  const current = Math.min(at, Math.max(0, count - 1));

  function onKeyDown(event: KeyboardEvent<Element>) {
    const to = target(event.key, current, count);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    event.currentTarget.querySelector<SVGElement>(`[data-point="${to}"]`)?.focus();
  }

  return {
    onKeyDown,
    point: (index: number) => ({
      'data-point': index,
      tabIndex: index === current ? 0 : -1,
      onFocus: () => setAt(index),
    }),
  };
}

function target(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, current + 1);
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, current - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
