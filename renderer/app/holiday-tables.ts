import { setHolidayTables } from '@shared/domain/calendar/facts/imported-tables';
import { useSyncExternalStore } from 'react';
import { follow } from '@/db/follow';
import { readDb } from '@/db/read';
import { reportError } from '@/platform/log';

let version = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Grows whenever the imported holiday tables were read anew. */
export const useHolidayVersion = (): number => useSyncExternalStore(subscribe, () => version);

/**
 * Keeps the calendar's facts in this window in step with the imported holiday tables, from the
 * opening of the database on. Returns a function that stops it.
 */
export function followHolidayTables(): () => void {
  return follow(
    () => readDb.rows('holidayTables').all(),
    (tables) => {
      setHolidayTables(tables);
      version += 1;
      for (const listener of listeners) listener();
    },
    (error) => reportError('error', error),
  );
}
