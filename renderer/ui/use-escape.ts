import { useEffect, useRef } from 'react';

/** Dropdowns of menus, selects and calendars. */
const DROPDOWNS = '.mantine-Popover-dropdown, .mantine-Menu-dropdown';

/** Closed selects keep theirs in the page, out of sight. */
const isDropdownOpen = () =>
  Array.from(document.querySelectorAll(DROPDOWNS)).some((dropdown) => dropdown.checkVisibility());

/**
 * Escape closes a dialog, unless something opened inside it takes the key first: the library's own
 * listener would close both at once.
 */
export function useEscape(isEnabled: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  latest.current = onEscape;
  useEffect(() => {
    if (!isEnabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      if (!isDropdownOpen()) latest.current();
    };
    // Before the dropdown hears of it and is gone.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [isEnabled]);
}
