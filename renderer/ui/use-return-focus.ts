import { useEffect, useState } from 'react';

/**
 * For what is mounted open and unmounted when it closes: the focus goes back to where it was, unless
 * it was put somewhere meanwhile.
 */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the frame in which the dialog's own focus trap lets go.
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}
