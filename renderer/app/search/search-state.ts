import { useSyncExternalStore } from 'react';

let isOpen = false;
/** Once opened it stays loaded, so that its closing can be seen. */
let isWanted = false;
const listeners = new Set<() => void>();

function change(next: boolean): void {
  isOpen = next;
  isWanted ||= next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const openSearch = () => change(true);
export const closeSearch = () => change(false);

/** While it is open, the handle `search` is the field that one types into. */
export const useIsSearchOpen = () => useSyncExternalStore(subscribe, () => isOpen);

export const useIsSearchWanted = () => useSyncExternalStore(subscribe, () => isWanted);
