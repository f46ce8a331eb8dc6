import { useEffect, useRef } from 'react';

type KeyActions = Readonly<Record<string, () => void>>;

/** Single keys judge a card; with a modifier they mean what they mean elsewhere. */
export function useSpotKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.isComposing || event.target instanceof HTMLInputElement) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
