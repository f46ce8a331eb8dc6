import { useCallback, useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';
import type { DuplicateAnswer, DuplicateHit } from '@/workers/index/duplicate-types';

const PAIRS_AT_ONCE = 100;

export type Duplicates = {
  answer: DuplicateAnswer | undefined;
  /** Leaves a pair out at once; the next answer of the worker confirms it. */
  settle: (gone: (hit: DuplicateHit) => boolean) => void;
  showMore: () => void;
};

/** Who may be there twice, looked for again after every change. */
export function useDuplicates(): Duplicates {
  const version = useDataVersion();
  const [limit, setLimit] = useState(PAIRS_AT_ONCE);
  const [answer, setAnswer] = useState<DuplicateAnswer>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to look again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .lists.duplicates(0, limit)
      .then((found) => isCurrent && setAnswer(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [version, limit]);
  const settle = useCallback((isGone: (hit: DuplicateHit) => boolean) => {
    setAnswer((known) => known && { ...known, rows: known.rows.filter((hit) => !isGone(hit)) });
  }, []);
  const showMore = useCallback(() => setLimit((n) => n + PAIRS_AT_ONCE), []);
  return { answer, settle, showMore };
}
