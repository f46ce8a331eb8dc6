import { useEffect, useRef } from 'react';

const KEYS = 9;

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role=dialog], [role=menu], [role=listbox]') !== null) return true;
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}

/** 1–9 act on the thing of that place, unless somebody types or a dialog has the keys. */
export function useNumberKeys(count: number, act: (index: number) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
      if (event.isComposing || event.defaultPrevented || isTaken(event.target)) return;
      const number = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
      if (number === 0 || number > Math.min(count, KEYS)) return;
      event.preventDefault();
      latest.current(number - 1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [count]);
}
