import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';
import { useDataVersion } from '@/db/use-data-version';

/** Ids of those who are reached and still there. */
export function usePlayIds(playId: string): string[] | undefined {
  const version = useDataVersion();
  const [ids, setIds] = useState<string[]>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to ask again
  useEffect(() => {
    let isCurrent = true;
    dataWorker()
      .plays.ids(playId, 'played')
      .then((found) => isCurrent && setIds(found), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [playId, version]);
  return ids;
}
