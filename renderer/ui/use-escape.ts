import { useEffect, useRef } from 'react';

/** Dropdowns of menus, selects and calendars while they are open. */
const OPEN_DROPDOWN = '.mantine-Popover-dropdown, .mantine-Menu-dropdown';

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
      if (document.querySelector(OPEN_DROPDOWN) === null) latest.current();
    };
    // Before the dropdown hears of it and is gone.
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [isEnabled]);
}
