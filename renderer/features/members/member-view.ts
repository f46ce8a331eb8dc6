import { useSyncExternalStore } from 'react';
import { clearPeopleChoice, type PeopleChoice } from '@/features/segments';
import type { Direction, MemberFilter, MemberQuery, MemberSort } from '@/workers/index/list-types';

/** What the list shows and how; kept while one looks at other pages. */
export type MemberView = {
  text: string;
  filter: MemberFilter;
  sort: MemberSort;
  direction: Direction;
};

const START: MemberView = { text: '', filter: {}, sort: 'newest', direction: 'desc' };
/** Figures are looked at from the largest, words from the first. */
const FIRST_DIRECTION: Record<MemberSort, Direction> = {
  newest: 'desc',
  name: 'asc',
  identity: 'asc',
  region: 'asc',
  channel: 'asc',
  orders: 'desc',
  spent: 'desc',
  lastOrder: 'desc',
};

let view = START;
const listeners = new Set<() => void>();

export function changeView(patch: Partial<MemberView>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export function changeFilter(patch: Partial<MemberFilter>): void {
  changeView({ filter: { ...view.filter, ...patch } });
}

export function clearFilters(): void {
  clearPeopleChoice();
  changeView({ text: '', filter: {} });
}

/** The list as people chose it elsewhere narrow it. */
export const withChoice = (it: MemberView, choice: PeopleChoice | undefined): MemberView =>
  choice ? { ...it, filter: { ...it.filter, rule: choice.rule } } : it;

/** Once more on the same column turns it round, a third time goes back to newest first. */
export function sortBy(sort: MemberSort): void {
  const first = FIRST_DIRECTION[sort];
  if (view.sort !== sort) changeView({ sort, direction: first });
  else if (view.direction === first) {
    changeView({ direction: first === 'asc' ? 'desc' : 'asc' });
  } else changeView({ sort: START.sort, direction: START.direction });
}

export function useMemberView(): MemberView {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}

export function isFiltered({ text, filter }: MemberView): boolean {
  if (text.trim() !== '' || filter.hasOrders !== undefined || filter.rule) return true;
  return [filter.identity, filter.channel, filter.region, filter.source, filter.tagIds].some(
    (chosen) => (chosen?.length ?? 0) > 0,
  );
}

export const isStartView = (it: MemberView) =>
  !isFiltered(it) && it.sort === START.sort && it.direction === START.direction;

export const queryOf = ({ text, filter, sort, direction }: MemberView): MemberQuery => ({
  text,
  filter,
  sort,
  direction,
});
