import { useEffect, useRef } from 'react';

/** Single keys work the list; while somebody types, or a dialog is open, they are letters again. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing)
        return;
      const { target, key } = event;
      if (
        target instanceof Element &&
        target.closest('input,textarea,[contenteditable],[role=dialog]')
      )
        return;
      // Enter and Space press the button that has the focus.
      if (key === 'Enter' && target instanceof Element && target.closest('button,a')) return;
      const action = latest.current[key.length === 1 ? key.toLowerCase() : key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
