import { type KeyboardEvent, useState } from 'react';

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** How far a step may jump over places that hold no cell. */
const LONGEST_JUMP = 200;

/**
 * One stop of the Tab key for a whole grid of cells, arrows within. Cells carry
 * `data-cell="row,column"`; places without a cell are jumped over.
 */
export function useCellCursor(first: string | undefined) {
  const [at, setAt] = useState<string>();
  const current = at ?? first;

  function onKeyDown(event: KeyboardEvent<Element>) {
    const step = STEPS[event.key];
    const from = event.target instanceof Element ? event.target.getAttribute('data-cell') : null;
    if (!step || from === null) return;
    const [row = 0, column = 0] = from.split(',').map(Number);
    for (let jump = 1; jump <= LONGEST_JUMP; jump += 1) {
      const to = `${row + step[0] * jump},${column + step[1] * jump}`;
      const next = event.currentTarget.querySelector<HTMLElement | SVGElement>(
        `[data-cell="${to}"]`,
      );
      if (!next) continue;
      event.preventDefault();
      setAt(to);
      next.focus();
      return;
    }
  }

  return {
    onKeyDown,
    /** What a cell needs to be part of the walk. */
    cell: (row: number, column: number) => {
      const key = `${row},${column}`;
      return {
        'data-cell': key,
        tabIndex: key === current ? 0 : -1,
        onFocus: () => setAt(key),
      } as const;
    },
  };
}
