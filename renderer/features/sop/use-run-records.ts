import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useLive } from '@/db/use-live';
import { useToolRecords } from '@/features/flow-tools';
import { usePlacedByRun } from '@/features/placement/index';
import { auditsOf } from './sop.queries';

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
  const audits = useLive(() => auditsOf(runId), [runId]);
  const placed = usePlacedByRun(runId);
  const kept = useToolRecords(runId);
  if (!audits || !placed || !kept) return undefined;
  const open = audits.filter(({ status }) => status === 'waiting' || status === 'askAgain');
  const approved = audits.filter((audit) => audit.status === 'approved');
  const people = new Set(placed.map((row) => row.memberId));
  return { ...kept, audit: approved.length, toAudit: open.length, placement: people.size };
}
