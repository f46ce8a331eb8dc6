import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import { dayOf } from '@shared/lib/time';
import { useEffect, useState } from 'react';

const TICK_MS = 60_000;
const today = () => dayOf(Date.now(), DEFAULT_TIME_ZONE);

/** The business day that it is now; a console left open overnight turns the page by itself. */
export function useToday(): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return day;
}
