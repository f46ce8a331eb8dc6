import type { Flow, FlowChange, Moment } from '@shared/domain/sop/flow-change.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/time-zone';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { addRunEvent } from './run-story';

/** The stores that the functions of this file touch: a command that uses them names these. */
export const FLOW_STORES = ['sopRuns', 'sopSteps', 'runEvents', 'workspace'] as const;

/** The run with its steps, or `sop-not-found`. */
export async function loadFlow(tx: Tx, runId: string): Promise<Flow> {
  const run = await tx.get('sopRuns', runId);
  if (!run) throw new ExpectedError('sop-not-found');
  const steps = await tx.findBy('sopSteps', 'runId', runId);
  return { run, steps: steps.sort((a, b) => a.position - b.position) };
}

/** The present of a command, in the workspace's zone. */
export async function momentOf(tx: Tx): Promise<Moment> {
  const timeZone = (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
  return { now: tx.now, timeZone, by: tx.actor };
}

/** Writes what a move changes, and its lines of the story. */
export async function saveChange(tx: Tx, runId: string, change: FlowChange): Promise<void> {
  for (const { id, patch } of change.steps) {
    if (Object.keys(patch).length > 0) await tx.update('sopSteps', id, patch);
  }
  if (Object.keys(change.run).length > 0) await tx.update('sopRuns', runId, change.run);
  for (const line of change.story) await addRunEvent(tx, { runId, ...line });
}
