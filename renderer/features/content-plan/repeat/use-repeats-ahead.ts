import {
  occurrenceId,
  occurrencesBetween,
  WEEKS_AHEAD,
} from '@shared/domain/calendar/repeat.rules';
import { openOccurrences } from '@shared/domain/calendar/repeat-edit.rules';
import { addDays } from '@shared/lib/time';
import { useEffect } from 'react';
import { useHolidayVersion } from '@/app/holiday-tables';
import { execute } from '@/db/client';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';
import { reportError } from '@/platform/log';
import { makeAhead } from '../repeat.commands';

/** Repeats are planned ahead again once less than this is left. */
const LEAST_AHEAD_DAYS = 14;

/** Whether a repeat lacks an occurrence in a span, and which items come from a repeat that is gone. */
async function readLack(from: string, until: string) {
  const [repeats, items] = await Promise.all([
    readDb.rows('contentRepeats').all(),
    readDb.rows('contentItems').between('date', from, until),
  ]);
  const known = new Set(repeats.map(({ id }) => id));
  const orphans = items.filter(({ repeatId }) => repeatId !== undefined && !known.has(repeatId));
  const orphanIds = openOccurrences(orphans).map(({ id }) => id);
  const present = new Set(items.map(({ id }) => id));
  for (const repeat of repeats) {
    const first = repeat.madeUntil === undefined ? from : addDays(repeat.madeUntil, 1);
    const { days } = occurrencesBetween(repeat, first > from ? first : from, until);
    for (const day of days) {
      const id = occurrenceId(repeat.id, day);
      // One that was moved lies elsewhere.
      const isThere = present.has(id) || (await readDb.rows('contentItems').get(id)) !== undefined;
      if (!isThere) return { isLacking: true, orphanIds };
    }
  }
  return { isLacking: false, orphanIds };
}

/**
 * Keeps repeats planned up to the last day that is looked at, and at least some weeks ahead of today;
 * nothing is made for days that are over. Mounted by whatever shows the plan.
 */
export function useRepeatsAhead(lastShownDay: string, today: string): void {
  const holidays = useHolidayVersion();
  const least = addDays(today, LEAST_AHEAD_DAYS);
  const until = lastShownDay > least ? lastShownDay : least;
  const lack = useLive(() => readLack(today, until), [today, until, holidays]);
  const isNeeded = lack !== undefined && (lack.isLacking || lack.orphanIds.length > 0);
  useEffect(() => {
    if (!lack || !isNeeded) return;
    const ahead = addDays(today, WEEKS_AHEAD * 7);
    const untilDay = until > ahead ? until : ahead;
    const { orphanIds } = lack;
    execute(makeAhead, { fromDay: today, untilDay, orphanIds }).catch((error: unknown) =>
      reportError('error', error),
    );
  }, [lack, isNeeded, today, until]);
}
