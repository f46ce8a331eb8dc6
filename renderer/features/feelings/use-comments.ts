import { useCallback, useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import { useWindowRows } from '@/ui/use-window-rows';
import type { CommentFigures, CommentFilter, CommentLine } from '@/workers/feelings/comment-types';
import { type FeelingsView, filterOf } from './feelings-view';

/** Comments that fit the view, by blocks as they come into sight. */
export function useComments(view: FeelingsView) {
  const version = useDataVersion();
  const filter = filterOf(view, Date.now());
  const load = useCallback(
    (offset: number, limit: number) =>
      dataWorker().comments.list(filterOf(view, Date.now()), view.order, offset, limit),
    [view],
  );
  const key = JSON.stringify([filter, view.order]);
  const { answer, rowAt, onRange } = useWindowRows<CommentLine, { total: number }>({
    key,
    version,
    isEnabled: true,
    load,
    onError: showProblem,
  });
  return { key, total: answer?.total, rowAt, onRange };
}

/** Counts over the comments that fit; the last known ones while the next are counted. */
export function useCommentFigures(filter: CommentFilter): CommentFigures | undefined {
  const version = useDataVersion();
  const [figures, setFigures] = useState<CommentFigures>();
  const asked = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to count again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .comments.figures(JSON.parse(asked) as CommentFilter)
      .then((found) => isCurrent && setFigures(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [asked, version]);
  return figures;
}

/** One comment as it is now; what was known of it stays while it is asked again. */
export const useComment = (id: string | undefined): CommentLine | undefined =>
  useAnswer(id, () => dataWorker().comments.one(id ?? ''));
