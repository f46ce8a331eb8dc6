import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { dayOf } from '@shared/lib/time';
import { useEffect, useState } from 'react';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

const TICK_MS = 30_000;

/** The workspace's time zone. */
export function useZone(): string {
  return (
    useLive(async () => (await readDb.rows('workspace').get('workspace'))?.timeZone, []) ??
    DEFAULT_TIME_ZONE
  );
}

/** The present instant (UTC ms), renewed twice a minute. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}

/** The business day that it is now; a window left open overnight turns the page by itself. */
export function useToday(): string {
  return dayOf(useNow(), useZone());
}
