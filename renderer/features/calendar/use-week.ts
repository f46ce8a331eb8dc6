import { shiftWeek, type Week, weekOf } from '@shared/domain/calendar/week.rules';
import { useCallback, useMemo, useState } from 'react';
import { useLive } from '@/db/use-live';
import { readWeek, type WeekData } from './calendar.queries';

/** Kept while the window lives, so that coming back from another page finds the same week. */
let lastMonday: string | undefined;

/** The week on screen and what it holds; the data of the week before stay until the new are there. */
export function useWeek(today: string): {
  week: Week;
  data: WeekData | undefined;
  turn: (weeks: number) => void;
  goTo: (day: string) => void;
} {
  const [monday, setMonday] = useState(() => lastMonday ?? weekOf(today).monday);
  const week = useMemo(() => weekOf(monday), [monday]);
  const goTo = useCallback((day: string) => {
    lastMonday = weekOf(day).monday;
    setMonday(lastMonday);
  }, []);
  const turn = useCallback((weeks: number) => goTo(shiftWeek(week, weeks).monday), [goTo, week]);
  const data = useLive(() => readWeek(week), [week]);
  return { week, data: data?.week.monday === monday ? data : undefined, turn, goTo };
}
