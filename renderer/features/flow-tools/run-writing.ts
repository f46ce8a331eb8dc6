import type { RunEvent } from '@shared/domain/sop/run-record.schema';
import { type MetricReading, readMetric } from '@shared/domain/sop/sop-step.rules';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';

/** The stores that `writeReading` and `addStory` touch. */
export const RUN_STORES = ['sopRuns', 'sopSteps', 'runEvents'] as const;

/** Writes a step's metric from a tool, as if the leader had read it there. */
export async function writeReading(
  tx: Tx,
  runId: string,
  position: number,
  reading: MetricReading,
): Promise<void> {
  const run = await tx.get('sopRuns', runId);
  if (!run) throw new ExpectedError('sop-not-found');
  const steps = await tx.findBy('sopSteps', 'runId', runId);
  steps.sort((a, b) => a.position - b.position);
  const change = readMetric({ run, steps }, position, reading, tx.now);
  for (const { id, patch } of change.steps) {
    if (Object.keys(patch).length > 0) await tx.update('sopSteps', id, patch);
  }
  if (Object.keys(change.run).length > 0) await tx.update('sopRuns', runId, change.run);
}

/** One more line of the run's story. */
export async function addStory(
  tx: Tx,
  event: Pick<RunEvent, 'runId' | 'kind' | 'position' | 'detail'>,
): Promise<void> {
  await tx.create('runEvents', {
    ...event,
    id: tx.newId(),
    at: tx.now,
    ...(tx.actor === undefined ? {} : { by: tx.actor }),
  });
}
