import type { SopTemplate } from '@shared/domain/sop/sop.schema';
import type { Flow, FlowChange } from '@shared/domain/sop/sop-step.rules';
import { DEFAULT_TIME_ZONE } from '@shared/domain/workspace/workspace.schema';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { findBuiltInTemplate } from './sop-templates';

/** The run with its steps, or `sop-not-found`. */
export async function loadFlow(tx: Tx, runId: string): Promise<Flow> {
  const run = await tx.get('sopRuns', runId);
  if (!run) throw new ExpectedError('sop-not-found');
  const steps = await tx.findBy('sopSteps', 'runId', runId);
  return { run, steps: steps.sort((a, b) => a.position - b.position) };
}

export async function saveChange(tx: Tx, runId: string, change: FlowChange): Promise<void> {
  for (const { id, patch } of change.steps) {
    if (Object.keys(patch).length > 0) await tx.update('sopSteps', id, patch);
  }
  if (Object.keys(change.run).length > 0) await tx.update('sopRuns', runId, change.run);
}

/** The newest version of a flow: the workspace's own, else the one that came with the console. */
export async function loadTemplate(tx: Tx, key: string): Promise<SopTemplate> {
  const own = await tx.findBy('sopTemplates', 'key', key);
  const newest = own.sort((a, b) => b.version - a.version)[0] ?? findBuiltInTemplate(key);
  if (!newest) throw new ExpectedError('sop-not-found');
  return newest;
}

export async function workspaceZone(tx: Tx): Promise<string> {
  return (await tx.get('workspace', 'workspace'))?.timeZone ?? DEFAULT_TIME_ZONE;
}
