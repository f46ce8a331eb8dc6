import { sumDaily } from '@shared/domain/step-tools/daily-counts.rules';
import { readDb } from '@/db/read';
import { useLive } from '@/db/use-live';

type ToolRecords = { segment?: number; placements?: number; guidePage?: number };

async function readRecords(runId: string): Promise<ToolRecords> {
  const [run, steps, counts] = await Promise.all([
    readDb.rows('sopRuns').get(runId),
    readDb.rows('sopSteps').by('runId', runId),
    readDb.rows('funnelCounts').by('runId', runId),
  ]);
  const records: ToolRecords = {};
  for (const { position, definition } of steps) {
    if (definition.tool !== 'placements' && definition.tool !== 'guidePage') continue;
    const rows = counts.filter((row) => row.step === position);
    if (rows.length > 0) records[definition.tool] = sumDaily(rows).total;
  }
  if (run?.targetSnapshotId !== undefined) {
    const kept = await readDb.rows('segmentSnapshots').get(run.targetSnapshotId);
    if (kept) records.segment = kept.count;
  }
  return records;
}

/** How many people were fixed, and what the figures by day come to; `undefined` while loading. */
export const useToolRecords = (runId: string): ToolRecords | undefined =>
  useLive(() => readRecords(runId), [runId]);
