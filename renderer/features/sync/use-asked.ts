import { useCallback, useEffect, useState } from 'react';

export type Asked<T> = {
  /** The newest answer; it stays while the next is awaited. */
  answer: T | undefined;
  error: unknown;
  ask: () => void;
};

/** What the hub or the main process answers: asked when `key` changes, and whenever asked again. */
export function useAsked<T>(key: string, load: () => Promise<T>): Asked<T> {
  const [kept, setKept] = useState<{ key: string; answer?: T; error?: unknown }>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and round say when to ask again
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (answer) => isCurrent && setKept({ key, answer }),
      (error: unknown) =>
        isCurrent &&
        setKept((before) => ({
          key,
          error,
          ...(before?.key === key && before.answer !== undefined ? { answer: before.answer } : {}),
        })),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, round]);
  const ask = useCallback(() => setRound((before) => before + 1), []);
  const isOwn = kept?.key === key;
  return { answer: isOwn ? kept.answer : undefined, error: isOwn ? kept.error : undefined, ask };
}
