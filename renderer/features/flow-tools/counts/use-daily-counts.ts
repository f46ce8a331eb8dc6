import type { FunnelCount } from '@shared/domain/funnel/funnel-event.schema';
import type { SopStep } from '@shared/domain/sop/sop.schema';
import { type DailySums, sumDaily } from '@shared/domain/step-tools/daily-counts.rules';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

export type StepCounts = { rows: readonly FunnelCount[]; sums: DailySums };

/** The step's figures by day and place, typed and imported, and what they come to. */
export function useDailyCounts({ runId, position }: SopStep): StepCounts | undefined {
  const all = useLive(() => readDb.rows('funnelCounts').by('runId', runId), [runId]);
  if (!all) return undefined;
  const rows = all.filter((row) => row.step === position);
  return { rows, sums: sumDaily(rows) };
}

const placeOf = (row: FunnelCount) => row.placement?.trim() ?? '';

/** What was typed, and what came with imports, for one day and place ('' for the whole day). */
export function figuresAt(
  rows: readonly FunnelCount[],
  day: string,
  placement: string,
): { typed?: number; imported?: number } {
  const here = rows.filter((row) => row.day === day && placeOf(row) === placement);
  const sum = (some: readonly FunnelCount[]) => some.reduce((total, row) => total + row.count, 0);
  const typed = here.filter((row) => row.batchId === undefined);
  const imported = here.filter((row) => row.batchId !== undefined);
  return {
    ...(typed.length > 0 ? { typed: sum(typed) } : {}),
    ...(imported.length > 0 ? { imported: sum(imported) } : {}),
  };
}
