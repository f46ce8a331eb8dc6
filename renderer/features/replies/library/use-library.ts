import { useCallback } from 'react';
import { showProblem } from '@/app/feedback';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useWindowRows } from '@/ui/use-window-rows';
import type { ReplyBook, ReplyLine, ReplyListQuestion } from '@/workers/replies/reply-types';

/** Entries that fit the view, by blocks as they come into sight. */
export function useLibrary(view: ReplyListQuestion) {
  const version = useDataVersion();
  const load = useCallback(
    (offset: number, limit: number) => dataWorker().replies.list(view, offset, limit),
    [view],
  );
  const key = JSON.stringify(view);
  const { answer, rowAt, onRange } = useWindowRows<ReplyLine, { total: number; text: string }>({
    key,
    version,
    isEnabled: true,
    load: async (offset, limit) => ({ ...(await load(offset, limit)), text: view.text }),
    onError: showProblem,
  });
  return { key, total: answer?.total, foundFor: answer?.text, rowAt, onRange };
}

export type Library = ReturnType<typeof useLibrary>;

export const useReplyBook = (): ReplyBook | undefined =>
  useAnswer('book', () => dataWorker().replies.book());

/** One entry as it is now. */
export const useReplyLine = (id: string | undefined): ReplyLine | undefined =>
  useAnswer(id, () => dataWorker().replies.one(id ?? ''));
