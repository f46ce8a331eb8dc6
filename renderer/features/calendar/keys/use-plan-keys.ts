import { useEffect, useRef } from 'react';
import type { PlanView } from '../views/plan-address';

const VIEW_KEYS: Record<string, PlanView> = {
  '1': 'day',
  d: 'day',
  '2': 'week',
  w: 'week',
  '3': 'month',
  m: 'month',
};

type PlanKeys = {
  onView: (view: PlanView) => void;
  onTurn: (steps: number) => void;
  onToday: () => void;
  onHelp: () => void;
};

/** Fields, lists to choose from and dialogs keep their letters. */
function isTaken({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"],[role="menu"],[role="listbox"]') !== null
  );
}

/** Single keys that work anywhere on the plan, as long as nobody is typing. */
export function usePlanKeys(keys: PlanKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.isComposing || isTaken(event)) return;
      const { onView, onTurn, onToday, onHelp } = latest.current;
      const view = VIEW_KEYS[event.key.toLowerCase()];
      if (event.key === '?') onHelp();
      else if (view && !event.shiftKey) onView(view);
      else if (event.key === 'PageUp') onTurn(-1);
      else if (event.key === 'PageDown') onTurn(1);
      else if (event.key.toLowerCase() === 't' && !event.shiftKey) onToday();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
