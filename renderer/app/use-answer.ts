import { useEffect, useState } from 'react';
import { useDataVersion } from '@/db/use-data-version';
import { showProblem } from './feedback';

/**
 * What the data worker answers: asked when `key` changes and again after every change of the data.
 * The last answer to the same key stays until the next is there; without a key nothing is asked.
 */
export function useAnswer<T>(key: string | undefined, ask: () => Promise<T>): T | undefined {
  const version = useDataVersion();
  const [kept, setKept] = useState<{ key: string; answer: T }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and version say when to ask again
  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    ask().then((answer) => isCurrent && setKept({ key, answer }), showProblem);
    return () => {
      isCurrent = false;
    };
  }, [key, version]);
  return kept?.key === key ? kept?.answer : undefined;
}
