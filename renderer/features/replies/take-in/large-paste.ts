import type { ClipboardEvent } from 'react';

/** From here on the browser's own way of typing a paste in takes seconds. */
const LARGE_CHARACTERS = 20_000;

/** Puts a large paste into a box as its value, in the place of what is selected. */
export function takeLargePaste(
  event: ClipboardEvent<HTMLTextAreaElement>,
  setText: (text: string) => void,
): void {
  const pasted = event.clipboardData.getData('text/plain');
  if (pasted.length < LARGE_CHARACTERS) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  setText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
}
