import { useSyncExternalStore } from 'react';
import type { ReplyListQuestion } from '@/workers/replies/reply-types';

const START: ReplyListQuestion = { text: '', state: 'live' };

/** What the library shows; kept while one visits another page. */
let view = START;
const listeners = new Set<() => void>();

export function changeLibrary(patch: Partial<ReplyListQuestion>): void {
  view = { ...view, ...patch };
  for (const listener of listeners) listener();
}

export const clearLibrary = (): void =>
  changeLibrary({ ...START, category: undefined, groupId: undefined });

export const isWholeLibrary = ({ text, state, category, groupId }: ReplyListQuestion): boolean =>
  text.trim() === '' && state === 'live' && category === undefined && groupId === undefined;

export function useLibraryView(): ReplyListQuestion {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => view,
  );
}
