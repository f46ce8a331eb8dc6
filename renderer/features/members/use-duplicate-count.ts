import { useEffect, useState } from 'react';
import { showProblem } from '@/app/feedback';
import { dataWorker } from '@/db/client';

/** The list comes first; comparing everybody with everybody can wait. */
const SETTLED_MS = 1500;

/** How many pairs wait, for a button elsewhere: asked once, when the screen has settled. */
export function useDuplicateCount(isEnabled: boolean): number | undefined {
  const [count, setCount] = useState<number>();
  useEffect(() => {
    if (!isEnabled) return undefined;
    let isCurrent = true;
    const timer = setTimeout(() => {
      dataWorker()
        .lists.duplicates(0, 0)
        .then((found) => isCurrent && setCount(found.total), showProblem);
    }, SETTLED_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isEnabled]);
  return count;
}
