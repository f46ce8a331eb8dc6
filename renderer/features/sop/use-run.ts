import type { SopStep } from '@shared/domain/sop/sop.schema';
import { type Timeliness, timelinessOf } from '@shared/domain/sop/sop-run.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { useEffect, useState } from 'react';
import { useLive } from '@/db/use-live';
import {
  findPreviousRun,
  findRun,
  listRuns,
  type RunWithSteps,
  workspaceTimeZone,
} from './sop.queries';

const MINUTE_MS = 60_000;

/** The present, to the minute, so that "due today" becomes "overdue" without a click. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function useTimeZone(): string {
  return useLive(workspaceTimeZone, []) ?? DEFAULT_TIME_ZONE;
}

/** Where a step stands against its due time, in the workspace's zone. */
export function useTimeliness(): (step: SopStep) => Timeliness {
  const now = useNow();
  const timeZone = useTimeZone();
  return (step) => timelinessOf(step, now, timeZone);
}

export type OpenRun = RunWithSteps & { previous: RunWithSteps | null };

/** A run with the one before it; `null` when there is no such run, `undefined` while loading. */
export function useRun(runId: string): OpenRun | null | undefined {
  return useLive(async () => {
    const found = await findRun(runId);
    return found && { ...found, previous: await findPreviousRun(found.run) };
  }, [runId]);
}

export const useRuns = (): RunWithSteps[] | undefined => useLive(listRuns, []);
