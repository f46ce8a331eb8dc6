import { useLiveQuery } from 'dexie-react-hooks';

/**
 * The result of a query, again whenever rows that it read change, in this window or in the data
 * worker. `undefined` until the first answer.
 */
export function useLive<T>(query: () => Promise<T>, deps: unknown[]): T | undefined {
  return useLiveQuery(query, deps);
}
