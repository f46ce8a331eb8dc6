import { useCallback, useEffect, useRef, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { DuplicateAnswer, DuplicateHit } from '@/workers/index/duplicate-types';

const PAIRS_AT_ONCE = 100;
/** Whoever decides pair after pair is not kept waiting by comparing everybody each time. */
const REST_MS = 1200;

export type Duplicates = {
  answer: DuplicateAnswer | undefined;
  /** Leaves a pair out at once; the next answer of the worker confirms it. */
  settle: (gone: (hit: DuplicateHit) => boolean) => void;
  showMore: () => void;
};

function without(answer: DuplicateAnswer, isGone: (hit: DuplicateHit) => boolean): DuplicateAnswer {
  const counts = { ...answer.counts };
  const rows = answer.rows.filter((hit) => {
    if (isGone(hit)) counts[hit.confidence] -= 1;
    return !isGone(hit);
  });
  return { total: answer.total - (answer.rows.length - rows.length), counts, rows };
}

/** Who may be there twice, looked for again after every change. */
export function useDuplicates(): Duplicates {
  const version = useDataVersion();
  const [limit, setLimit] = useState(PAIRS_AT_ONCE);
  const [answer, setAnswer] = useState<DuplicateAnswer>();
  const isAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to look again
  useEffect(() => {
    let isCurrent = true;
    const ask = () =>
      void dataWorker()
        .lists.duplicates(0, limit)
        .then((found) => {
          isAsked.current = true;
          if (isCurrent) setAnswer(found);
        }, showProblem);
    const timer = setTimeout(ask, isAsked.current ? REST_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [version, limit]);
  const settle = useCallback((isGone: (hit: DuplicateHit) => boolean) => {
    setAnswer((known) => known && without(known, isGone));
  }, []);
  const showMore = useCallback(() => setLimit((n) => n + PAIRS_AT_ONCE), []);
  return { answer, settle, showMore };
}
