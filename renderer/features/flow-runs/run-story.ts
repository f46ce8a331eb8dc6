import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import type { Tx } from '@/db/command';

/** One more line of a run's story, by whoever works at this laptop. Touches `runEvents`. */
export async function addRunEvent(
  tx: Tx,
  line: Pick<RunEvent, 'runId' | 'kind' | 'position' | 'detail'>,
): Promise<void> {
  await tx.create('runEvents', {
    ...line,
    id: tx.newId(),
    at: tx.now,
    ...(tx.actor === undefined ? {} : { by: tx.actor }),
  });
}
