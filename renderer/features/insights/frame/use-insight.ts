import { useCallback, useEffect, useState } from 'react';
import { useDataVersion } from '@/db/use-data-version';
import { reportError } from '@/platform/log';

export type Insight<A> =
  | { state: 'waiting' }
  | { state: 'problem'; again: () => void }
  | { state: 'answered'; answer: A };

/** Asks the data worker, and again after every commit; the last answer stays meanwhile. */
export function useInsight<A>(ask: () => Promise<A>): Insight<A> {
  const version = useDataVersion();
  const [tries, setTries] = useState(0);
  const [insight, setInsight] = useState<Insight<A>>({ state: 'waiting' });
  const again = useCallback(() => {
    setInsight({ state: 'waiting' });
    setTries((before) => before + 1);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: version and tries say when to ask again
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (answer) => {
        if (isCurrent) setInsight({ state: 'answered', answer });
      },
      (error: unknown) => {
        if (!isCurrent) return;
        reportError('error', error);
        setInsight({ state: 'problem', again });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, again, version, tries]);
  return insight;
}
