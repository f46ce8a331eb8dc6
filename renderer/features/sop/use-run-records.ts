import type { StepDefinition } from '@shared/domain/sop/sop.schema';
import { useLive } from '@/db/use-live';
import { usePlacedByRun } from '@/features/placement/index';
import { auditsOf } from './sop.queries';

/** What the console's own records count for the steps whose tool keeps some. */
export type RunRecords = Partial<Record<StepDefinition['tool'], number>>;

/** Approved audits and people placed by the run, live; `undefined` until both are known. */
export function useRunRecords(runId: string): RunRecords | undefined {
  const audits = useLive(() => auditsOf(runId), [runId]);
  const placed = usePlacedByRun(runId);
  if (!audits || !placed) return undefined;
  const approved = audits.filter((audit) => audit.status === 'approved');
  return { audit: approved.length, placement: new Set(placed.map((row) => row.memberId)).size };
}
