import { useSyncExternalStore } from 'react';
import { type BoardFilter, type BoardSort, NO_FILTER } from './board.rules';

/** What the board shows and how; kept while one looks at other pages. */
export type BoardView = {
  filter: BoardFilter;
  sort: BoardSort;
  direction: 'asc' | 'desc';
  shape: 'list' | 'lanes';
  /** How far the list was scrolled. */
  scrollTop: number;
};

const START: BoardView = {
  filter: NO_FILTER,
  sort: 'health',
  direction: 'asc',
  shape: 'list',
  scrollTop: 0,
};
/** Figures are looked at from the largest, all else from the first; for light and wakefulness the worst. */
const FIRST_DIRECTION: Partial<Record<BoardSort, 'desc'>> = {
  activity: 'desc',
  trust: 'desc',
  people: 'desc',
};

let view = START;
const listeners = new Set<() => void>();

export function changeView(patch: Partial<BoardView>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export const changeFilter = (patch: Partial<BoardFilter>): void =>
  changeView({ filter: { ...view.filter, ...patch }, scrollTop: 0 });

/** Remembers without drawing anew. */
export function rememberScroll(scrollTop: number): void {
  view.scrollTop = scrollTop;
}

/** Once more on the same column turns it round, a third time goes back to the worst first. */
export function sortBy(sort: BoardSort): void {
  const first = FIRST_DIRECTION[sort] ?? 'asc';
  if (view.sort !== sort) changeView({ sort, direction: first, scrollTop: 0 });
  else if (view.direction === first) {
    changeView({ direction: first === 'asc' ? 'desc' : 'asc', scrollTop: 0 });
  } else changeView({ sort: START.sort, direction: START.direction, scrollTop: 0 });
}

export function useBoardView(): BoardView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

export const isFiltered = ({ filter }: BoardView): boolean =>
  filter.text.trim() !== '' ||
  filter.isUndecided ||
  filter.isDue ||
  [filter.phases, filter.classIds, filter.lights, filter.states].some((it) => it.length > 0);

/** What a link from elsewhere asks for: `/groups/board?need=asleep`. */
export const NEEDS = ['asleep', 'due', 'phase'] as const;
export type Need = (typeof NEEDS)[number];

export const boardAddress = (need: Need): string => `/groups/board?need=${need}`;

/** The filter that a link asks for, instead of what was chosen before. */
export function showNeed(word: string | null): void {
  const need = NEEDS.find((it) => it === word);
  if (!need) return;
  const filter: BoardFilter = {
    ...NO_FILTER,
    ...(need === 'asleep' && { states: ['asleep'] }),
    isDue: need === 'due',
    isUndecided: need === 'phase',
  };
  changeView({ filter, shape: 'list', scrollTop: 0 });
}
