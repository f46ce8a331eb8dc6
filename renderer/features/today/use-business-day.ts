import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import { dayOf } from '@shared/lib/time';
import { useEffect, useState } from 'react';

const TICK_MS = 30_000;

/** The present instant, renewed twice a minute, and the business day it falls on. */
export function useBusinessDay(): { nowMs: number; day: string } {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return { nowMs, day: dayOf(nowMs, DEFAULT_TIME_ZONE) };
}
