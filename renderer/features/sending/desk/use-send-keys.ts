import { useEffect, useRef } from 'react';

/** What single keys do; letters are given in lower case. */
export type KeyActions = Readonly<Record<string, () => void>>;

/** Keys work the list; while somebody types, or a dialog or menu is open, they are letters again. */
export function useSendKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.isComposing || event.defaultPrevented || isTaken(event)) return;
      const action = latest.current[keyOf(event)];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

/** A Chinese keyboard types the full-width question mark. */
function keyOf({ key }: KeyboardEvent): string {
  if (key === '？') return '?';
  return key.length === 1 ? key.toLowerCase() : key;
}

function isTaken({ target, key }: KeyboardEvent): boolean {
  if (isDialogOpen()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' || key === ' ';
  // Enter and Space press the button or the link that has the focus.
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null;
}

/** Closed menus stay in the page, out of sight. */
const isDialogOpen = () =>
  Array.from(document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')).some((it) =>
    it.checkVisibility(),
  );
