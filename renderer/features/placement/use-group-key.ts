import { useEffect } from 'react';

/** G, pressed anywhere but in a field, while it means something. */
export function useGroupKey(isOn: boolean, onPress: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'g' || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const isField =
        target instanceof HTMLElement &&
        target.closest('textarea,select,[contenteditable],input:not([type=checkbox])') !== null;
      if (isField || event.defaultPrevented) return;
      event.preventDefault();
      onPress();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOn, onPress]);
}
