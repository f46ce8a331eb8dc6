import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

/** The lines of a run's story as they are stored, live. */
export function useRunEvents(runId: string): readonly RunEvent[] | undefined {
  return useLive(() => readDb.rows('runEvents').by('runId', runId), [runId]);
}
