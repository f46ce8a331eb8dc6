import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useEffect, useState } from 'react';
import { useLive } from '@/db/use-live';
import { readToday, type TodayData } from './today.queries';

let ahead: { day: string; answer: Promise<TodayData> } | undefined;

/** Begins what Today reads while its screen is still being made; the first look at it takes the answer. */
export function readTodayAhead(): void {
  const nowMs = Date.now();
  const day = dayOf(nowMs, DEFAULT_TIME_ZONE);
  const answer = readToday(day, nowMs);
  // The page asks again by itself, and says what is wrong then.
  answer.catch(() => undefined);
  ahead = { day, answer };
}

/** What Today shows, live; before the first live answer, what was read ahead. */
export function useTodayData(day: string, nowMs: number): TodayData | undefined {
  const live = useLive(() => readToday(day, nowMs), [day, nowMs]);
  const [early, setEarly] = useState<{ day: string; data: TodayData }>();
  useEffect(() => {
    const taken = ahead;
    ahead = undefined;
    taken?.answer.then(
      (data) => setEarly({ day: taken.day, data }),
      () => undefined,
    );
  }, []);
  return live ?? (early?.day === day ? early.data : undefined);
}
