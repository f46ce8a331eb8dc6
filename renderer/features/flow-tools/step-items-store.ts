import type { StepItem } from '@shared/domain/sop/run-record.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { type ItemLanguage, readyItems } from '@shared/domain/step-tools/ready-items';
import { ExpectedError } from '@shared/lib/errors';
import type { Tx } from '@/db/command';
import { loadFlow } from '@/features/flow-runs';

export type StepPlace = { runId: string; position: number };

/** The step, or `sop-not-found`; of a run that ended early nothing changes (`sop-run-ended`). */
export async function openStep(
  tx: Tx,
  place: StepPlace,
): Promise<{ step: SopStep; steps: readonly SopStep[] }> {
  const { run, steps } = await loadFlow(tx, place.runId);
  const step = steps.find((candidate) => candidate.position === place.position);
  if (!step) throw new ExpectedError('sop-not-found');
  if (run.status === 'ended') throw new ExpectedError('sop-run-ended');
  return { step, steps };
}

/** The step's items of a kind in their order, as stored; none before the first edit. */
async function storedItems(
  tx: Tx,
  { runId, position }: StepPlace,
  kind: StepItem['kind'],
): Promise<StepItem[]> {
  const items = await tx.findBy('stepItems', 'runId', runId);
  return items
    .filter((item) => item.position === position && item.kind === kind)
    .sort((a, b) => a.rank - b.rank);
}

/** The step's items of a kind; the first edit writes down those that it came with. */
export async function seededItems(
  tx: Tx,
  step: SopStep,
  kind: StepItem['kind'],
  language: ItemLanguage,
): Promise<StepItem[]> {
  const stored = await storedItems(tx, step, kind);
  if (stored.length > 0) return stored;
  const ready = readyItems(step, kind, language);
  for (const item of ready) await tx.create('stepItems', item);
  return ready;
}
