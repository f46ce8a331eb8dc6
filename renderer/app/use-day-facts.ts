import { type DayFacts, dayFacts } from '@shared/domain/calendar/facts/day-facts';
import { useMemo } from 'react';
import { useHolidayVersion } from './holiday-tables';

/** The facts of a day; another function once the holiday tables change, so that memos follow. */
export function useDayFacts(): (day: string) => DayFacts {
  const version = useHolidayVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tables are behind the function
  return useMemo(() => (day: string) => dayFacts(day), [version]);
}
