import { liveQuery } from 'dexie';

/**
 * Tells the result of a query outside of a component, at once and again whenever rows that it read
 * change. Returns a function that stops it.
 */
export function follow<T>(
  query: () => Promise<T>,
  onResult: (result: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onResult, error: onError });
  return () => subscription.unsubscribe();
}
