import type { ConfirmChoice } from '@shared/domain/import/plan/plan-writes';
import { useEffect } from 'react';

export const DECISION_KEYS = [
  { key: '1', choice: 'same' },
  { key: '2', choice: 'new' },
  { key: '3', choice: 'skip' },
] as const satisfies readonly { key: string; choice: ConfirmChoice }[];

/** While a record to confirm is open, 1, 2 and 3 decide it, wherever the focus is but in a field. */
export function useDecisionKeys(isActive: boolean, decide: (choice: ConfirmChoice) => void): void {
  useEffect(() => {
    if (!isActive) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      const found = DECISION_KEYS.find(({ key }) => key === event.key);
      if (!found) return;
      event.preventDefault();
      decide(found.choice);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isActive, decide]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea, select')
  );
}
