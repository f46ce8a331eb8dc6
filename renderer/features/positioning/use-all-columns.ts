import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { useColumns } from '@/features/content-items';

/** Columns of the calendar, named as there. */
export function useAllColumns() {
  const stored = useLive(() => readDb.rows('contentColumns').all(), []);
  return useColumns(stored ?? NONE);
}

const NONE: never[] = [];
