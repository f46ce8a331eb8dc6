import { useLive } from '@/db/use-live';
import { type DayList, dayList } from './day-list.queries';

/** A day's list, live; `undefined` while loading. */
export function useDayList(day: string, nowMs: number): DayList | undefined {
  return useLive(() => dayList(day, nowMs), [day, nowMs]);
}
