import { type RefObject, useEffect, useRef } from 'react';

/** A step that takes the place of the button that led to it takes its focus as well. */
export function useFocusIfLost(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true });
  }, []);
  return ref;
}
