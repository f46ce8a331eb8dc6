import { useSyncExternalStore } from 'react';
import type { CopyFor } from '../copy/copy-answer';

export type QuickStart = CopyFor & { text?: string };

let start: QuickStart | undefined;
const listeners = new Set<() => void>();

function change(next: QuickStart | undefined): void {
  start = next;
  for (const listener of listeners) listener();
}

/** Opens the palette over whatever is open: with words to look for, for a group or a question. */
export const openQuickReply = (from: QuickStart = {}): void => change(from);
export const closeQuickReply = (): void => change(undefined);

export function useQuickStart(): QuickStart | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => start,
  );
}

export const isQuickReplyOpen = (): boolean => start !== undefined;
