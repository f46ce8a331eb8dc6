import { lazy, Suspense } from 'react';
import { useIsSearchWanted } from './search-state';

const SearchPanel = lazy(async () => ({
  default: (await import('./search-panel')).SearchPanel,
}));

/** Loads the search when it is first asked for. */
export function SearchDoor() {
  return useIsSearchWanted() ? (
    <Suspense>
      <SearchPanel />
    </Suspense>
  ) : null;
}
