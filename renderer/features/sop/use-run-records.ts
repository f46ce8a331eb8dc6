import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useAnswer } from '@/app/use-answer';
import { dataWorker } from '@/db/client';
import { useToolRecords } from '@/features/flow-tools';
import { usePlacedByRun } from '@/features/placement/index';

/** What the console's own records count for the steps whose tool keeps some. */
export type RunRecords = Partial<Record<StepDefinition['tool'], number>> & {
  /** How many wait in the audit queue, or for something that they were asked for. */
  toAudit?: number;
};

/**
 * Approved audits, people placed by the run and the sums of daily figures, live; `undefined` until all
 * are known.
 */
export function useRunRecords(runId: string): RunRecords | undefined {
  const audits = useAnswer(runId, () => dataWorker().audits.progress(runId));
  const placed = usePlacedByRun(runId);
  const kept = useToolRecords(runId);
  if (!audits || !placed || !kept) return undefined;
  const people = new Set(placed.map((row) => row.memberId));
  return {
    ...kept,
    audit: audits.approved,
    toAudit: audits.waiting + audits.askAgain,
    placement: people.size,
  };
}
