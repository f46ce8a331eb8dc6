import type { KeyboardEvent } from 'react';

/** What makes a drawn shape a button: a click, Enter and the space bar do the same. */
export function pressable(onPress: () => void) {
  return {
    role: 'button' as const,
    onClick: onPress,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  };
}
